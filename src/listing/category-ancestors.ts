import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';

const CATEGORY = 'api::category.category';

interface Link {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

// Names come from Strapi's metadata, values are bound.
const ABOVE = (table: string, { name, joinColumn, inverseJoinColumn }: Link): string => `
  with recursive above(slug, id, ancestor) as (
    select c.slug, c.id, c.slug from "${table}" c where c.slug = any(:slugs)
    union
    select above.slug, p.id, p.slug
      from above
      join "${name}" l on l."${joinColumn.name}" = above.id
      join "${table}" p on p.id = l."${inverseJoinColumn.name}")
  select distinct slug, ancestor from above where ancestor is not null order by slug, ancestor`;

/** For each category's slug, that slug and those of all categories above it. One statement. */
export async function categoryAncestors(
  strapi: Core.Strapi,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const above = new Map<string, string[]>(slugs.map((slug) => [slug, []]));
  if (above.size === 0) return above;
  const { tableName, attributes } = strapi.db.metadata.get(CATEGORY);
  const { joinTable } = attributes.parent as unknown as { joinTable: Link };
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ slug: string; ancestor: string }>(ABOVE(tableName, joinTable), { slugs: [...above.keys()] }),
  );
  for (const { slug, ancestor } of rows) above.get(slug)?.push(ancestor);
  return above;
}
