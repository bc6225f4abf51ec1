import type { Core } from '@strapi/strapi';
import { noLonger } from '../strapi/no-longer';

/** Values for `?` in order, or for `:name`. */
export type Bindings = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Runs one statement and returns its rows. */
export type Sql = <Row = unknown>(text: string, bindings?: Bindings) => Promise<Row[]>;

/** The part of Knex that is used here; Strapi's transaction is untyped. */
interface Raw {
  raw(text: string, bindings: Bindings): PromiseLike<unknown>;
}

/** A transaction as knex has it. */
interface Transaction extends Raw {
  readonly client?: { acquireConnection?(): Promise<PgConnection> };
}

/** Not async: nothing may be awaited before the transaction is opened (docs/adr/0008). */
const transaction = <Result>(
  strapi: Core.Strapi,
  work: (trx: Transaction) => Promise<Result>,
): Promise<Result> =>
  // Strapi types the result as a promise of a promise.
  strapi.db.transaction(({ trx }: { trx: Transaction }) => work(trx)) as unknown as Promise<Result>;

const over =
  (connection: Raw): Sql =>
  async <Row>(text: string, bindings: Bindings = {}) =>
    ((await connection.raw(text, bindings)) as { rows: Row[] }).rows;

/** SQL outside any transaction. */
export const sqlOf = (strapi: Core.Strapi): Sql => over(strapi.db.connection);

/**
 * Runs `work` in a transaction, the surrounding one if there is one; what Strapi's services do inside takes part.
 * A throw rolls everything back.
 */
export function inTransaction<Result>(
  strapi: Core.Strapi,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  return transaction(strapi, (trx) => work(over(trx)));
}

/** A `pg` connection for libraries with their own SQL. */
export interface PgConnection {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * Like `inTransaction`, for a library that uses `pg` itself: passes the transaction's connection.
 *
 * @throws Error if knex does not lend it any more: the first job at the start ends it
 */
export function onTransactionConnection<Result>(
  strapi: Core.Strapi,
  work: (connection: PgConnection) => Promise<Result>,
): Promise<Result> {
  // Inside a transaction knex gives out that transaction's own connection.
  return transaction(strapi, async ({ client }) => {
    if (!client?.acquireConnection)
      throw noLonger('src/platform/sql/sql.ts', 'A transaction of knex has no client.acquireConnection()');
    return work(await client.acquireConnection());
  });
}
