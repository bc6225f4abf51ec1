import { campaignStateSql } from '#src/domain/campaign-state';
import type { SearchQuery } from '../domain/search-query';
import { filterSql, type SearchedWords } from '../search/search-filter.sql';
import type { FacetTables } from '../search/search.sql';
import type { Bindings } from '../search/statements';

export interface StatsRow {
  found: number;
  /** All of these are JSON as text. */
  types: string;
  categories: string;
  districts: string;
  campaigns: string;
  goals: string;
  next_change: Date | null;
}

const rowsOf = (sql: string): string => `(select coalesce(json_agg(r), '[]')::text from (${sql}) r)`;

/** Counts of everything that a query finds, and the sums of its campaigns; one statement with one row. */
export function statsSql(
  tables: FacetTables,
  query: SearchQuery,
  searched: SearchedWords,
  now: Date,
  bind: Bindings,
): string {
  const where = filterSql(query, searched, now, bind);
  const at = bind.add(now, 'timestamptz');
  const locale = bind.add(query.locale, 'text');
  const name = (table: string): string =>
    `coalesce((select t.name from public."${table}" t where t.slug = c.slug and t.locale = ${locale} limit 1), c.slug)`;
  const named = (table: string, values: string): string =>
    rowsOf(`select c.slug, ${name(table)} as name, c.count
      from (select slug, count(*)::integer as count from (${values}) v group by slug) c
      order by c.count desc, c.slug`);
  return `with hit as materialized (
    select l.type, l.categories, l.district, l.valid_from, l.valid_until, l.public_until, l.data
    from stadtverbund.listing l
    where ${where}
  ), campaign as materialized (
    select (data->>'goal')::bigint as goal, coalesce(data->>'currency', 'EUR') as currency,
      ${campaignStateSql('valid_from', 'valid_until', at)} as state
    from hit where type = 'campaign'
  )
  select (select count(*)::integer from hit) as found,
    ${rowsOf('select type, count(*)::integer as count from hit group by type order by type')} as types,
    ${named(tables.category, 'select unnest(categories) as slug from hit')} as categories,
    ${named(tables.district, 'select district as slug from hit where district is not null')} as districts,
    (select json_build_object(
        'total', count(*),
        'upcoming', count(*) filter (where state = 'upcoming'),
        'running', count(*) filter (where state = 'running'),
        'ended', count(*) filter (where state = 'ended'))::text
      from campaign) as campaigns,
    ${rowsOf(`select currency, sum(goal)::bigint as total,
        coalesce(sum(goal) filter (where state = 'upcoming'), 0)::bigint as upcoming,
        coalesce(sum(goal) filter (where state = 'running'), 0)::bigint as running,
        coalesce(sum(goal) filter (where state = 'ended'), 0)::bigint as ended
      from campaign where goal is not null group by currency order by currency`)} as goals,
    (select min(moment) from hit, unnest(array[valid_from, valid_until, public_until]) as moment
      where moment > ${at}) as next_change`;
}
