import type { Core } from '@strapi/strapi';
import { documents, type Uid } from '../import/documents';

interface Task<T> {
  strapi: Core.Strapi;
  uid: Uid;
  /** The attribute by which an item that is already stored is recognised. */
  key: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  onOne: () => void;
}

/**
 * Writes the items that are not stored yet, each in its own transaction, so that an interrupted load can be resumed.
 */
export async function writeAll<T>(task: Task<T>, write: (item: T) => Promise<unknown>): Promise<void> {
  const { strapi, uid, key, items, keyOf, onOne } = task;
  const rows = await documents(strapi, uid).findMany({ locale: 'de', fields: [key] });
  const stored = new Set(rows.map((row) => row[key]));
  for (const item of items) {
    if (!stored.has(keyOf(item))) await strapi.db.transaction(() => write(item));
    onOne();
  }
}
