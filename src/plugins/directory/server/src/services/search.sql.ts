import type { Facet, SearchQuery, Sort } from '../domain/search-query';
import type { CursorKey } from '../domain/cursor';
import type { Statement } from './read-pool';
import {
  filterSql,
  HOURS_OF,
  isNarrow,
  pointSql,
  withMeanings,
  type SearchedWords,
} from './search-filter.sql';
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
  /** Metres through the ground: in the same order as those over it, and an index knows it */
  chord: number | null;
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

/**
 * Name before category before text: what each word adds for the best place it is found in, twice, so that of equal ones
 * what stands for itself comes before what belongs to another listing (a shop before its offers).
 */
function scoreSql(query: SearchQuery, searched: SearchedWords, bind: Bindings): string {
  const { words, unfinished, perhaps, relaxed } = searched;
  const locale = bind.add(query.locale, 'text');
  const found = (word: string, suffix: string): string =>
    `l.search @@ (select stadtverbund.word_query(${locale}, ${bind.add(withMeanings(word, query.locale), 'text')}, '${suffix}'))`;
  const scores = words.map((word, at) => {
    const star = relaxed || (unfinished && at === words.length - 1) ? '*' : '';
    const begins = star ? `when ${found(word, ':*A')} then 6 ` : '';
    const least = relaxed ? `when ${found(word, ':*')} then 2 else 0` : 'else 2';
    return `case when ${found(word, ':A')} then 8 ${begins}when ${found(word, `:${star}B`)} then 4 ${least} end`;
  });
  for (const word of perhaps?.words ?? [])
    scores.push(`case when ${found(word, ':A')} then 8 when ${found(word, ':B')} then 4 else 0 end`);
  if (words.length > 0 && query.q !== null) {
    const typed = `(select stadtverbund.fold(${bind.add(query.q, 'text')}))`;
    scores.push(
      `case when l.sort_name = ${typed} then 4 when starts_with(l.sort_name, ${typed} || ' ') then 2 else 0 end`,
    );
  }
  return scores.length > 0
    ? `(${scores.join(' + ')} + case when l.parent_id is null then 1 else 0 end)`
    : '0';
}

const ORDERS: Readonly<Record<Sort, string>> = {
  relevance: 'score desc, sort_name collate "C", document_id',
  distance: 'chord, sort_name collate "C", document_id',
  name: 'sort_name collate "C", document_id',
  newest: 'first_published_at desc nulls last, document_id',
};

/** What comes after a row in an order; the same columns as in `ORDERS`. Only what is written into the text is bound. */
function afterSql(sort: Sort, key: CursorKey, bind: Bindings): string {
  const id = (): string => bind.add(key.id, 'text');
  const byName = (): string =>
    `(sort_name collate "C", document_id) > (${bind.add(key.name, 'text')} collate "C", ${id()})`;
  switch (sort) {
    case 'name':
      return byName();
    case 'relevance': {
      const score = bind.add(key.score, 'integer');
      return `(score < ${score} or (score = ${score} and ${byName()}))`;
    }
    case 'distance': {
      // Without a point comes last, as PostgreSQL sorts what is null.
      if (key.chord === null) return `(chord is null and ${byName()})`;
      const chord = bind.add(key.chord, 'double precision');
      return `(chord > ${chord} or chord is null or (chord = ${chord} and ${byName()}))`;
    }
    case 'newest': {
      if (key.published === null) return `(first_published_at is null and document_id > ${id()})`;
      const moment = bind.add(key.published, 'timestamptz');
      return `(first_published_at < ${moment} or first_published_at is null
        or (first_published_at = ${moment} and document_id > ${id()}))`;
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

// The planner weighs ways by how many rows are wanted, which it must know: a few sizes, each a statement of its own.
const SIZES = [26, 101];

/** How many rows to fetch for a page: one more tells that another page follows. */
const fetched = (pageSize: number): number => SIZES.find((size) => size > pageSize) ?? pageSize + 1;

/**
 * One statement for a page of hits, the total and the facets. It gives a row more than the page has, or several, where
 * more follow.
 */
export function searchStatement(
  query: SearchQuery,
  searched: SearchedWords,
  page: PageStart,
  tables: FacetTables,
  now: Date,
): SearchStatement {
  const bind = new Bindings();
  const where = filterSql(query, searched, now, bind);
  const at = bind.add(now, 'timestamptz');
  const locale = bind.add(query.locale, 'text');
  const isRanked = query.sort === 'relevance';
  const chord = query.near ? `l.position <-> ${pointSql(query.near, bind)}` : 'null::double precision';
  const score = isRanked ? scoreSql(query, searched, bind) : '0';
  const after = 'after' in page ? `where ${afterSql(query.sort, page.after, bind)}` : '';
  const skipped = 'offset' in page ? page.offset : 0;
  const service = bind.add(query.services[0] ?? '', 'text');
  // What is put in order whole is worked out once; by name, age and distance an index gives the first rows at once.
  // By night hardly anything of a named service is open, and an order would be gone through from end to end.
  const isWhole = query.open !== null && query.services.length > 0 && !isNarrow(query);
  const once = isRanked || isWhole || query.facets.length > 0 ? '' : 'not ';
  const order = ORDERS[query.sort];
  const text = `with hit as ${once}materialized (
    select l.document_id, l.sort_name, l.first_published_at, l.categories, l.district, l.services,
      ${chord} as chord, ${score} as score
    from stadtverbund.listing l
    where ${where}
  ), page as (
    select *, row_number() over (order by ${order}) as place from (
      select document_id, sort_name, first_published_at, chord, score from hit ${after}
      order by ${order} limit ${fetched(query.pageSize)} ${skipped > 0 ? `offset ${skipped}` : ''}) chosen
  )
  select p.document_id, l.type, l.slug, l.name, l.data::text as data, left(l.body, ${BODY_LENGTH}) as body,
    p.chord, case when p.chord is not null then 2 * 6371008.8 * asin(least(1, p.chord / (2 * 6371008.8))) end as distance,
    hours.open_now, hours.next_change, l.valid_from, l.valid_until,
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
    select (
        select count(*)::integer from (
          select from hit order by sort_name collate "C", document_id limit ${COUNTED + 1}) counted
      ) as total,
      (select min(u.public_until) from stadtverbund.listing u where u.public_until > ${at}) as public_until,
      ${facetsSql(query.facets, tables, locale)} as facets
    where first.place is not null
  ) once on true
  order by p.place`;
  // Each depth would be a name to keep; nobody goes deep often.
  const statement = skipped > 0 ? { name: '', text } : namedStatement('search', text);
  return { statement, values: bind.values };
}
