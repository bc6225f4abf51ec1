import type { Core } from '@strapi/strapi';

export type LinkRow = Readonly<Record<string, string | number | null>>;

// A statement takes at most 65,535 parameters; a link has at most five.
const ROWS_A_STATEMENT = 5_000;

interface Knex {
  (table: string): { insert(rows: readonly LinkRow[]): PromiseLike<unknown> };
}

/** Inserts rows of a link table in the running transaction. */
export async function insertLinks(
  strapi: Core.Strapi,
  table: string,
  rows: readonly LinkRow[],
): Promise<void> {
  await strapi.db.transaction(async ({ trx: knex }: { trx: Knex }) => {
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
      await knex(table).insert(rows.slice(from, from + ROWS_A_STATEMENT));
  });
}
