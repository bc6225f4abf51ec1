import type { Core } from '@strapi/strapi';
import { wrapTransactions, type TransactionHooks, type Work } from '../platform/strapi/patches';
import { inNewBatch } from './batch';

/**
 * Makes every outermost transaction of Strapi one batch. Without this a bulk action of the content manager, which is one
 * transaction of many calls, and its "Publish", which is one of two, would announce each call by itself, while its
 * siblings still write (docs/adr/0016).
 */
export function openBatchPerTransaction(strapi: Core.Strapi): void {
  wrapTransactions(strapi, (open, work) => {
    if (!work) return open();
    const done: Work = (hooks) => work({ ...hooks, onCommit: hooksThatMayFail(strapi, hooks) });
    return strapi.db.inTransaction() ? open(done) : open((hooks) => inNewBatch(strapi, () => done(hooks)));
  });
}

/**
 * Hooks after a commit cannot undo it. Strapi neither waits for them nor catches their errors, which would end the
 * process: it reads the entries for its events there, and PostgreSQL may be gone.
 */
const hooksThatMayFail =
  (strapi: Core.Strapi, hooks: TransactionHooks): TransactionHooks['onCommit'] =>
  (hook) =>
    hooks.onCommit(async () => {
      try {
        await hook();
      } catch (error) {
        strapi.log.error(`After a commit: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
