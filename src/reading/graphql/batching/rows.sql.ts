// Names of tables come from Strapi's metadata, never from a request.
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** One kind of component in the rows of a table. */
export interface ComponentTable {
  uid: string;
  table: string;
}

/**
 * All components of any kind in the attributes :fields of the rows :ids: one branch per kind, each an index scan of the
 * link table.
 */
export const componentRowsSql = (linkTable: string, kinds: readonly ComponentTable[]): string =>
  kinds
    .map(
      ({ table }, at) => `
select l.entity_id as parent, l.field, l.component_type as kind, l."order" as position, to_jsonb(c)::text as row
from ${quoted(linkTable)} l join ${quoted(table)} c on c.id = l.cmp_id
where l.entity_id = any(:ids::int[]) and l.field = any(:fields::text[]) and l.component_type = :kind${at}`,
    )
    .join('\nunion all');

/** All files that rows :ids of the types :types show in the attributes :fields. */
export const FILE_ROWS_SQL = `
select m.related_id as parent, m.related_type as kind, m.field, m."order" as position, to_jsonb(f)::text as row
from files_related_mph m join files f on f.id = m.file_id
where m.related_type = any(:types::text[]) and m.related_id = any(:ids::int[]) and m.field = any(:fields::text[])`;
