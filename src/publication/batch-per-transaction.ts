import type { Core } from '@strapi/strapi';
import { inNewBatch } from './batch';

type Hook = () => unknown;

interface Callbacks {
  onCommit(hook: Hook): void;
}

type Work = (callbacks: Callbacks) => Promise<unknown>;
type Transaction = (work?: Work) => Promise<unknown>;

/**
 * Makes every outermost transaction of Strapi one batch. Strapi has `onCommit`, which is after it, and nothing before
 * it; without this a bulk action of the content manager, which is one transaction of many calls, and its "Publish",
 * which is one of two, would announce each call by itself, while its siblings still write (docs/adr/0016).
 */
export function openBatchPerTransaction(strapi: Core.Strapi): void {
  const database = strapi.db as unknown as { transaction: Transaction };
  const transaction = database.transaction.bind(database);
  database.transaction = (work) => {
    if (!work) return transaction();
    const done: Work = (callbacks) => work({ ...callbacks, onCommit: hooksThatMayFail(strapi, callbacks) });
    return strapi.db.inTransaction()
      ? transaction(done)
      : transaction((callbacks) => inNewBatch(strapi, () => done(callbacks)));
  };
}

/**
 * What is done after a commit cannot undo it. Strapi neither waits for it nor catches what it throws, which would end
 * the process: it reads the entries of its events there, and PostgreSQL may be gone.
 */
const hooksThatMayFail =
  (strapi: Core.Strapi, callbacks: Callbacks): Callbacks['onCommit'] =>
  (hook) =>
    callbacks.onCommit(async () => {
      try {
        await hook();
      } catch (error) {
        strapi.log.error(`After a commit: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
