import type { Core } from '@strapi/strapi';

/** What raw SQL needs of a transaction. Bindings: `?` in order or `:name`. */
export interface Transaction {
  raw<Row>(
    sql: string,
    bindings?: readonly unknown[] | Readonly<Record<string, unknown>>,
  ): Promise<{ rows: Row[] }>;
}

/** Runs `work` in the running transaction of Strapi, or in a new one. Raw SQL has to go through its `trx`. */
export function inTransaction<T>(strapi: Core.Strapi, work: (trx: Transaction) => Promise<T>): Promise<T> {
  // Strapi types the result as a promise of a promise, and `raw` as any.
  return strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as unknown as Promise<T>;
}
