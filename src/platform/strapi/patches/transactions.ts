import type { Core } from '@strapi/strapi';
import { functionsOf } from './functions-of';

/** The parts of what a transaction passes to its work that are used here. */
export interface TransactionHooks {
  /** Runs after the commit; Strapi neither waits for it nor catches what it throws. */
  readonly onCommit: (hook: () => unknown) => void;
}

export type Work = (hooks: TransactionHooks) => Promise<unknown>;
/** Opens a transaction or joins the running one. Without work, the caller has to end it. */
export type Transaction = (work?: Work) => Promise<unknown>;

/**
 * Wraps every transaction that is opened with `strapi.db.transaction`: Strapi has `onCommit`, but no hook before the
 * commit.
 *
 * @returns a function that unwraps it; later wrappers must be removed first
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
  database.transaction = (work) => around(open, work && withHooks(work));
  return () => {
    database.transaction = open;
  };
}

const withHooks =
  (work: Work): Work =>
  (hooks) =>
    work(functionsOf<TransactionHooks>('transactions', 'A transaction', hooks, 'onCommit'));
