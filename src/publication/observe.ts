import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { changeBetween } from './domain/change-between';
import { inTransaction } from './in-transaction';
import { announce } from './public-change';
import { publicRows } from './public-rows';

// Documents whose public side is being watched further out: the outermost write announces once for all within it.
const watched = new AsyncLocalStorage<ReadonlySet<string>>();

interface Watch<T> {
  readonly uid: string;
  /** Absent when the write makes a new document. */
  readonly documentId?: string | undefined;
  readonly write: () => Promise<T>;
  /** The document that was written, read off the result. */
  readonly idOf: (result: T) => string | undefined;
}

/**
 * Runs a write in one transaction and announces what it changed for the public. Writes of the same document within it
 * join it. Not async, and nothing awaited before the transaction is opened: siblings of a rejected bulk write would
 * otherwise find the transaction gone and commit on their own (docs/adr/0008).
 */
export function observe<T>(strapi: Core.Strapi, watch: Watch<T>): Promise<T> {
  const { uid, documentId, write } = watch;
  const outer = watched.getStore();
  if (documentId && outer?.has(`${uid}:${documentId}`)) return write();
  return inTransaction(strapi, async () => {
    const before = await publicRows(strapi, uid, documentId);
    const inner = new Set([...(outer ?? []), `${uid}:${documentId}`]);
    const result = await watched.run(inner, write);
    const written = watch.idOf(result) ?? documentId;
    if (written) {
      const change = changeBetween(before, await publicRows(strapi, uid, written));
      if (change) await announce(strapi, { type: uid, documentId: written, ...change });
    }
    return result;
  });
}
