import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

/** What a transaction hands to its work, as far as it is used here. */
export interface TransactionHooks {
  /** Runs after the commit; Strapi neither waits for it nor catches what it throws. */
  readonly onCommit: (hook: () => unknown) => void;
}

export type Work = (hooks: TransactionHooks) => Promise<unknown>;
/** Opens a transaction, or joins the running one. Without work the caller ends it by hand. */
export type Transaction = (work?: Work) => Promise<unknown>;

/**
 * Puts something around every transaction that is opened with `strapi.db.transaction`: Strapi has `onCommit`, which is
 * after one, and nothing before it.
 *
 * @returns takes it away; what was put around later has to be taken away before
 */
export function wrapTransactions(
  strapi: Core.Strapi,
  around: (open: Transaction, work: Work | undefined) => Promise<unknown>,
): () => void {
  const database = functionsOf<{ transaction: Transaction }>(
    'transactions',
    'The database',
    strapi.db,
    'transaction',
  );
  const open = database.transaction.bind(database);
  database.transaction = (work) => around(open, work);
  return () => {
    database.transaction = open;
  };
}
