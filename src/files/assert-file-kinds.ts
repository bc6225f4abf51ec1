import { refused } from '../platform/refusals/refusal';
import { fromFile } from 'file-type';
import type { FileStep } from '../platform/strapi/patches';
import { isStorable } from './domain/file-kinds';

/** A file that is on its way into the media library. */
export interface ArrivingFile {
  filepath: string;
  originalFilename?: string | null;
}

/** What the first bytes are; a file that ends within them is nothing. */
async function kindOf(filepath: string): ReturnType<typeof fromFile> {
  try {
    return await fromFile(filepath);
  } catch (error) {
    // Of `strtok3`, which names it by its text alone.
    if ((error as Error).message === 'End-Of-Stream') return undefined;
    throw error;
  }
}

/**
 * Looks at the bytes of files and not at what they are called.
 * @throws Refusal `file-type`
 */
export async function assertFileKinds(files: readonly ArrivingFile[]): Promise<void> {
  for (const { filepath, originalFilename } of files) {
    const name = originalFilename ?? '?';
    const found = await kindOf(filepath);
    if (!isStorable(found?.mime, name)) throw refused('file-type', [], { found: name });
  }
}

/**
 * Before a file gets into the media library, whoever calls. Strapi compares types too, but only in its own controllers,
 * and believes the sender where it recognises nothing: a page named `.png` would pass.
 */
export const fileKinds: FileStep = {
  name: 'file-kinds',
  async around(_strapi, { incoming }, next) {
    await assertFileKinds(incoming);
    return next();
  },
};
