import type { Core } from '@strapi/strapi';

/** Runs one statement with named parameters (`:name`) and answers with its rows. */
export type Sql = <Row>(text: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

interface Raw {
  raw(text: string, parameters: Record<string, unknown>): PromiseLike<unknown>;
}

const over =
  (connection: Raw): Sql =>
  async <Row>(text: string, parameters: Record<string, unknown> = {}) =>
    ((await connection.raw(text, parameters)) as { rows: Row[] }).rows;

/** SQL outside any transaction. */
export const sqlOf = (strapi: Core.Strapi): Sql => over(strapi.db.connection);

/**
 * Runs `work` in a transaction, the surrounding one if there is one; what Strapi's services do inside takes part.
 * A throw rolls everything back.
 */
export async function inTransaction<Result>(
  strapi: Core.Strapi,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async ({ trx }) => work(over(trx as unknown as Raw)));
}
