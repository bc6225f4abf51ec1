import { errors } from '@strapi/utils';
import { fromFile } from 'file-type';
import type { Context, Next } from 'koa';
import type { Language } from '../domain/language';
import { requestLanguage } from '../http/request-language';

// The media library. Self-service sniffs its own uploads, and re-encodes them.
const GUARDED = /^\/upload(\/|$)/;

interface Uploaded {
  filepath: string;
  originalFilename?: string | null;
}

const ALLOWED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);

const MESSAGE: Readonly<Record<Language, (name: string) => string>> = {
  de: (name) =>
    `${name}: Erlaubt sind JPEG, PNG, WebP und PDF. Bitte speichern Sie die Datei in einem dieser Formate.`,
  en: (name) => `${name}: JPEG, PNG, WebP and PDF are allowed. Please save the file in one of these formats.`,
};

const uploadedFiles = (ctx: Context): Uploaded[] => {
  const { files } = ctx.request as unknown as { files?: Record<string, Uploaded | Uploaded[]> };
  return Object.values(files ?? {}).flat();
};

/**
 * Refuses files whose first bytes are not of an allowed type. Strapi compares types too, but believes the sender where
 * it recognises nothing: a page named `.png` would pass.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    for (const file of GUARDED.test(ctx.path) ? uploadedFiles(ctx) : []) {
      const type = await fromFile(file.filepath);
      if (!type || !ALLOWED.has(type.mime))
        throw new errors.ValidationError(MESSAGE[requestLanguage(ctx)](file.originalFilename ?? '?'), {
          reason: 'file-type',
        });
    }
    await next();
  };
