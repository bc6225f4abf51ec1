import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

/** What identifies a stored file or one of its renditions. */
export interface StoredFileName {
  readonly hash: string;
  readonly ext: string;
}

interface Provider {
  uploadStream(file: StoredFileName): Promise<unknown>;
  delete(file: StoredFileName): Promise<unknown>;
  /** Strapi's way to replace parts of a provider. */
  extend(parts: Partial<Provider>): void;
}

function providerOf(strapi: Core.Strapi): Provider {
  const { provider } = strapi.plugin('upload') as { provider?: unknown };
  return functionsOf<Provider>(
    'stored-files',
    'The storage of files',
    provider,
    ...(['uploadStream', 'delete', 'extend'] as const),
  );
}

/** Announces each file and rendition that is about to be stored. Call once, in `bootstrap()`. */
export function onStoring(
  strapi: Core.Strapi,
  tell: (file: StoredFileName, done: Promise<unknown>) => void,
): void {
  const provider = providerOf(strapi);
  const uploadStream = provider.uploadStream.bind(provider);
  provider.extend({
    uploadStream(file) {
      const done = uploadStream(file);
      tell({ hash: file.hash, ext: file.ext }, done);
      return done;
    },
  });
}

/** Removes a file or rendition that no row knows. */
export const removeStored = (strapi: Core.Strapi, file: StoredFileName): Promise<unknown> =>
  providerOf(strapi).delete(file);
