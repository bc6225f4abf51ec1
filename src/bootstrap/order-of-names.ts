import type { Core } from '@strapi/strapi';
import { listingTypes } from '../listing/listing-types';
import { sqlOf } from '../platform/sql/sql';
import { columnOf, tableOf } from '../platform/strapi/tables';

/** The type of a column that does not sort by DIN 5007 yet; :table, :column */
const UNSORTED_SQL = `
select format_type(atttypid, atttypmod) as type from pg_attribute
where attrelid = quote_ident(:table)::regclass and attname = :column
  and attcollation <> 'stadtverbund.din_5007'::regcollation`;

/**
 * Gives the names of public documents the order of DIN 5007 (database/schema/010-order-of-names.sql), so that lists of
 * REST, GraphQL and the panel have it. On the column, since Strapi's ORDER BY names no collation. It changes the
 * catalogue and the indexes with that column, not the rows; where all is well it takes no lock.
 */
export async function orderNames(strapi: Core.Strapi): Promise<void> {
  const sql = sqlOf(strapi);
  for (const { uid, name, attributes } of listingTypes(strapi).public.values()) {
    if (!(name in attributes)) continue;
    const table = tableOf(strapi, uid);
    const column = columnOf(table, name);
    const [found] = await sql<{ type: string }>(UNSORTED_SQL, { table: table.tableName, column });
    if (found)
      await sql(
        `alter table "${table.tableName}" alter column "${column}" type ${found.type} collate stadtverbund.din_5007`,
      );
  }
}
