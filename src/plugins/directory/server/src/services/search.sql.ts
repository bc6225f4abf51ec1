import type { Facet, SearchQuery, Sort } from '../domain/search-query';
import type { CursorKey } from '../domain/cursor';
import type { Statement } from './read-pool';
import { filterSql, HOURS_OF, pointSql, type SearchedWords } from './search-filter.sql';
import { Bindings, namedStatement } from './statements';

/** Where a page begins. */
export type PageStart = { readonly offset: number } | { readonly after: CursorKey };

/** Tables with the names of what facets count. */
export interface FacetTables {
  readonly category: string;
  readonly district: string;
}

export interface SearchStatement {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** A hit as PostgreSQL gives it. JSON comes as text. */
export interface HitRow {
  document_id: string | null;
  type: string;
  slug: string;
  name: string;
  data: string;
  body: string | null;
  latitude: number | null;
  longitude: number | null;
  distance: number | null;
  open_now: boolean | null;
  next_change: Date | null;
  valid_from: Date | null;
  valid_until: Date | null;
  sort_name: string;
  score: number;
  published: string | null;
  /** On the first row, which is there also when nothing was found */
  total: number | null;
  public_until: Date | null;
  facets: string | null;
}

/** Totals are counted up to here. */
export const COUNTED = 1000;

// Excerpts come from the beginning of a text: beyond, nobody reads on to where a word stands.
const BODY_LENGTH = 4000;

/** Name before category before text: what each word adds for the best place it is found in. */
function scoreSql(query: SearchQuery, searched: SearchedWords, bind: Bindings): string {
  const { words, unfinished, perhaps } = searched;
  const locale = bind.add(query.locale, 'text');
  const found = (word: string, suffix: string): string =>
    `l.search @@ stadtverbund.word_query(${locale}, ${bind.add(word, 'text')}, '${suffix}')`;
  const scores = words.map((word, at) => {
    const star = unfinished && at === words.length - 1 ? '*' : '';
    const begins = star ? `when ${found(word, ':*A')} then 3 ` : '';
    return `case when ${found(word, ':A')} then 4 ${begins}when ${found(word, `:${star}B`)} then 2 else 1 end`;
  });
  for (const word of perhaps?.words ?? [])
    scores.push(`case when ${found(word, ':A')} then 4 when ${found(word, ':B')} then 2 else 0 end`);
  if (words.length > 0 && query.q !== null) {
    const typed = `stadtverbund.fold(${bind.add(query.q, 'text')})`;
    scores.push(
      `case when l.sort_name = ${typed} then 2 when starts_with(l.sort_name, ${typed} || ' ') then 1 else 0 end`,
    );
  }
  return scores.length > 0 ? `(${scores.join(' + ')})` : '0';
}

const ORDERS: Readonly<Record<Sort, string>> = {
  relevance: 'score desc, sort_name collate "C", document_id',
  distance: 'distance nulls last, sort_name collate "C", document_id',
  name: 'sort_name collate "C", document_id',
  newest: 'first_published_at desc nulls last, document_id',
};

/** What comes after a row in an order; the same columns as in `ORDERS`. */
function afterSql(sort: Sort, key: CursorKey, bind: Bindings): string {
  const name = bind.add(key.name, 'text');
  const id = bind.add(key.id, 'text');
  const byName = `(sort_name collate "C", document_id) > (${name} collate "C", ${id})`;
  switch (sort) {
    case 'name':
      return byName;
    case 'relevance': {
      const score = bind.add(key.score, 'integer');
      return `(score < ${score} or (score = ${score} and ${byName}))`;
    }
    case 'distance': {
      if (key.distance === null) return `(distance is null and ${byName})`;
      const distance = bind.add(key.distance, 'double precision');
      return `(distance > ${distance} or distance is null or (distance = ${distance} and ${byName}))`;
    }
    case 'newest': {
      if (key.published === null) return `(first_published_at is null and document_id > ${id})`;
      const moment = bind.add(key.published, 'timestamptz');
      return `(first_published_at < ${moment} or first_published_at is null
        or (first_published_at = ${moment} and document_id > ${id}))`;
    }
  }
}

const FACET_ROWS: Readonly<Record<Facet, string>> = {
  category: 'select unnest(categories) as value from hit',
  district: 'select district as value from hit where district is not null',
  service: 'select unnest(services) as value from hit',
};

function facetSql(facet: Facet, tables: FacetTables, locale: string): string {
  const name =
    facet === 'service'
      ? 'null::text'
      : `(select t.name from public."${tables[facet]}" t where t.slug = c.value and t.locale = ${locale} limit 1)`;
  return `(select coalesce(json_agg(json_build_array(c.value, ${name}, c.count) order by c.count desc, c.value), '[]')
      from (select value, count(*) as count from (${FACET_ROWS[facet]}) v group by value) c)`;
}

const facetsSql = (facets: readonly Facet[], tables: FacetTables, locale: string): string =>
  facets.length === 0
    ? 'null'
    : `json_build_object(${facets.map((facet) => `'${facet}', ${facetSql(facet, tables, locale)}`).join(', ')})::text`;

/**
 * One statement for a page of hits, the total and the facets.
 * @param size rows to fetch: one more than a page shows tells that another follows
 */
export function searchStatement(
  query: SearchQuery,
  searched: SearchedWords,
  page: PageStart & { readonly size: number },
  tables: FacetTables,
  now: Date,
): SearchStatement {
  const bind = new Bindings();
  const where = filterSql(query, searched, now, bind);
  const at = bind.add(now, 'timestamptz');
  const locale = bind.add(query.locale, 'text');
  const isRanked = query.sort === 'relevance';
  const distance = query.near
    ? `stadtverbund.sphere_distance(l.position, ${pointSql(query.near, bind)})`
    : 'null::double precision';
  const score = isRanked ? scoreSql(query, searched, bind) : '0';
  const after = 'after' in page ? `where ${afterSql(query.sort, page.after, bind)}` : '';
  const offset = 'offset' in page && page.offset > 0 ? `offset ${bind.add(page.offset, 'integer')}` : '';
  const service = bind.add(query.services[0] ?? '', 'text');
  // What is put in order whole is worked out once; by name and by age an index gives the first rows at once.
  const once = isRanked || query.sort === 'distance' || query.facets.length > 0 ? '' : 'not ';
  const order = ORDERS[query.sort];
  const text = `with hit as ${once}materialized (
    select l.document_id, l.sort_name, l.first_published_at, l.categories, l.district, l.services,
      ${distance} as distance, ${score} as score
    from stadtverbund.listing l
    where ${where}
  ), page as (
    select *, row_number() over (order by ${order}) as place from (
      select document_id, sort_name, first_published_at, distance, score from hit ${after}
      order by ${order} limit ${bind.add(page.size, 'integer')} ${offset}) chosen
  )
  select p.document_id, l.type, l.slug, l.name, l.data::text as data, left(l.body, ${BODY_LENGTH}) as body,
    l.latitude, l.longitude, p.distance, hours.open_now, hours.next_change, l.valid_from, l.valid_until,
    p.sort_name, p.score, p.first_published_at::text as published, once.*
  from (select 1 as place) first
  full join page p on p.place = first.place
  left join stadtverbund.listing l on l.document_id = p.document_id and l.locale = ${locale}
  left join lateral (
    select case when o.unknown @> ${at} then null else o.open @> ${at} end as open_now,
      stadtverbund.next_change(o.open, ${at}, o.until) as next_change
    from stadtverbund.listing_hours h join stadtverbund.opening_hours o on o.id = h.hours_id
    where h.document_id = ${HOURS_OF} and h.service = ${service}
  ) hours on true
  left join lateral (
    select (select count(*)::integer from (select from hit limit ${COUNTED + 1}) counted) as total,
      (select min(u.public_until) from stadtverbund.listing u where u.public_until > ${at}) as public_until,
      ${facetsSql(query.facets, tables, locale)} as facets
    where first.place is not null
  ) once on true
  order by p.place`;
  return { statement: namedStatement('search', text), values: bind.values };
}
