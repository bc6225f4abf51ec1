import type { Bindings, Sql } from '#src/platform/sql/sql';
import type { IntakeItem } from '../contract';

type Row = Omit<IntakeItem, 'fields'> & { readonly fields: string };

/** Runs a statement that returns rows of the intake (store.sql.ts). JSON comes as text: Strapi's drivers leave it so. */
export const itemsIn = async (sql: Sql, statement: string, bindings: Bindings): Promise<IntakeItem[]> =>
  (await sql<Row>(statement, bindings)).map((row) => ({
    ...row,
    fields: JSON.parse(row.fields) as IntakeItem['fields'],
  }));
