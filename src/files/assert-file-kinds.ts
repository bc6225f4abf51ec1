import { refused } from '../platform/refusals/refusal';
import { fromFile } from 'file-type';
import type { FileStep } from '../platform/strapi/patches';
import { isStorable } from './domain/file-kinds';

/** A file that is on its way into the media library. */
export interface ArrivingFile {
  filepath: string;
  originalFilename?: string | null;
}

/** The type that the first bytes show; none for a file that ends within them. */
async function kindOf(filepath: string): ReturnType<typeof fromFile> {
  try {
    return await fromFile(filepath);
  } catch (error) {
    // Thrown by `strtok3`; only the message identifies it.
    if ((error as Error).message === 'End-Of-Stream') return undefined;
    throw error;
  }
}

/**
 * Checks the bytes of files, not their names.
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
 * Runs before a file enters the media library, whatever code stores it. Strapi compares types too, but only in its own
 * controllers, and where it recognises nothing it believes the sender: a page named `.png` would pass.
 */
export const fileKinds: FileStep = {
  name: 'file-kinds',
  async around(_strapi, { incoming }, next) {
    await assertFileKinds(incoming);
    return next();
  },
};
