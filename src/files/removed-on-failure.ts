import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { onStoring, removeStored, type StoredFileName } from '../platform/strapi/patches';

interface Writing {
  file: StoredFileName;
  done: Promise<unknown>;
}

const running = new AsyncLocalStorage<Writing[]>();

/** Lets `removedOnFailure` see what is written. Call once, in `bootstrap`. */
export function watchStorage(strapi: Core.Strapi): void {
  onStoring(strapi, (file, done) => void running.getStore()?.push({ file, done }));
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
    await Promise.allSettled(written.map(({ file }) => removeStored(strapi, file)));
    throw error;
  }
}
