import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

interface Stored {
  hash: string;
  ext: string;
}

interface Provider {
  uploadStream(file: Stored): Promise<unknown>;
  delete(file: Stored): Promise<unknown>;
  /** Strapi's way to replace parts of a provider. */
  extend(parts: Partial<Provider>): void;
}

interface Writing {
  file: Stored;
  done: Promise<unknown>;
}

const running = new AsyncLocalStorage<Writing[]>();

const providerOf = (strapi: Core.Strapi): Provider =>
  (strapi.plugin('upload') as unknown as { provider: Provider }).provider;

/** Lets `removedOnFailure` see what is written. Call once, in `bootstrap`. */
export function watchStorage(strapi: Core.Strapi): void {
  const provider = providerOf(strapi);
  const uploadStream = provider.uploadStream.bind(provider);
  provider.extend({
    uploadStream(file) {
      const done = uploadStream(file);
      running.getStore()?.push({ file: { hash: file.hash, ext: file.ext }, done });
      return done;
    },
  });
}

/**
 * Does work that stores files; if it throws, the files it has stored so far are removed, since no row refers to them.
 */
export async function removedOnFailure<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  const written: Writing[] = [];
  try {
    return await running.run(written, work);
  } catch (error) {
    // Strapi writes formats side by side, and does not wait for the others when one fails.
    await Promise.allSettled(written.map(({ done }) => done));
    await Promise.allSettled(written.map(({ file }) => providerOf(strapi).delete(file)));
    throw error;
  }
}
