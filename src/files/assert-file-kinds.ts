import { errors } from '@strapi/utils';
import { fromFile } from 'file-type';
import type { Language } from '../domain/language';
import { requestLanguage } from '../platform/http/request-language';
import type { FileStep } from '../platform/strapi/patches';
import { isStorable } from './domain/file-kinds';

/** A file that is on its way into the media library. */
export interface ArrivingFile {
  filepath: string;
  originalFilename?: string | null;
}

const MESSAGE: Readonly<Record<Language, (name: string) => string>> = {
  de: (name) =>
    `${name}: Erlaubt sind JPEG, PNG, WebP und PDF. Bitte speichern Sie die Datei in einem dieser Formate, mit der passenden Endung.`,
  en: (name) =>
    `${name}: JPEG, PNG, WebP and PDF are allowed. Please save the file in one of these formats, with the ending that goes with it.`,
};

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
 * @throws ValidationError with the reason `file-type`
 */
export async function assertFileKinds(files: readonly ArrivingFile[], language: Language): Promise<void> {
  for (const { filepath, originalFilename } of files) {
    const name = originalFilename ?? '?';
    const found = await kindOf(filepath);
    if (!isStorable(found?.mime, name))
      throw new errors.ValidationError(MESSAGE[language](name), { reason: 'file-type' });
  }
}

/**
 * Before a file gets into the media library, whoever calls. Strapi compares types too, but only in its own controllers,
 * and believes the sender where it recognises nothing: a page named `.png` would pass.
 */
export const fileKinds: FileStep = {
  name: 'file-kinds',
  async around(strapi, { incoming }, next) {
    const ctx = strapi.requestContext.get();
    await assertFileKinds(incoming, ctx ? requestLanguage(ctx) : 'de');
    return next();
  },
};
