import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import { joinTableOf, tableOf, type JoinTable } from '../platform/strapi/tables';

const CATEGORY = 'api::category.category';

// Names come from Strapi's metadata, values are bound.
const ABOVE = (table: string, { name, joinColumn, inverseJoinColumn }: JoinTable): string => `
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
  const { tableName } = tableOf(strapi, CATEGORY);
  const links = joinTableOf(strapi, CATEGORY, 'parent');
  if (!links) throw new Error('Categories have no parent: the relation is missing in their schema.');
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ slug: string; ancestor: string }>(ABOVE(tableName, links), { slugs: [...above.keys()] }),
  );
  for (const { slug, ancestor } of rows) above.get(slug)?.push(ancestor);
  return above;
}
