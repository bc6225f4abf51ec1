import { open } from 'node:fs/promises';
import { refused } from '../platform/refusals/refusal';
import type { FileStep } from '../platform/strapi/patches';
import { HEAD_BYTES, isStorable } from './domain/file-kinds';

/** A file that is on its way into the media library. */
export interface ArrivingFile {
  filepath: string;
  originalFilename?: string | null;
}

async function headOf(filepath: string): Promise<Buffer> {
  const file = await open(filepath);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Checks the bytes of files, not their names.
 * @throws Refusal `file-type`
 */
export async function assertFileKinds(files: readonly ArrivingFile[]): Promise<void> {
  for (const { filepath, originalFilename } of files) {
    const name = originalFilename ?? '?';
    if (!isStorable(await headOf(filepath), name)) throw refused('file-type', [], { found: name });
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
