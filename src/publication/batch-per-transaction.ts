import type { Core } from '@strapi/strapi';
import { inNewBatch } from './batch';

type Work = (callbacks: unknown) => Promise<unknown>;
type Transaction = (work?: Work) => Promise<unknown>;

/**
 * Makes every outermost transaction of Strapi one batch. Strapi has `onCommit`, which is after it, and nothing before
 * it; without this a bulk action of the content manager, which is one transaction of many calls, and its "Publish",
 * which is one of two, would announce each call by itself, while its siblings still write (docs/adr/0016).
 */
export function openBatchPerTransaction(strapi: Core.Strapi): void {
  const database = strapi.db as unknown as { transaction: Transaction };
  const transaction = database.transaction.bind(database);
  database.transaction = (work) =>
    !work || strapi.db.inTransaction()
      ? transaction(work)
      : transaction((callbacks) => inNewBatch(strapi, () => work(callbacks)));
}
