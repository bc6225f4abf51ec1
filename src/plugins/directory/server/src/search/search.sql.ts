import { SEARCHED_LENGTH, SHOWN_LENGTH } from '../domain/excerpt';
import { ORDERS, POINTS, type Criterion, type Sort } from '../domain/ranking';
import type { Facet, SearchQuery } from '../domain/search-query';
import type { CursorKey } from '../domain/cursor';
import type { Statement } from './read-pool';
import { hoursStateSql } from './hours-state.sql';
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

/** A hit as PostgreSQL returns it. JSON columns are text. */
export interface HitRow {
  document_id: string | null;
  type: string;
  slug: string;
  name: string;
  data: string;
  body: string | null;
  /** Metres in a straight line through the ground: the same order as along the surface, and supported by an index */
  chord: number | null;
  distance: number | null;
  open_now: boolean | null;
  /** When it certainly opens or closes next. */
  next_change: Date | null;
  /** When `open_now` is another. */
  changes_at: Date | null;
  valid_from: Date | null;
  valid_until: Date | null;
  score: number;
  published: string | null;
  /** Only on the first row, which exists even if nothing was found */
  total: number | null;
  public_until: Date | null;
  facets: string | null;
}

/** Totals are counted up to here. */
export const COUNTED = 1000;

/** Name before category before text: each word counts for the best place where it is found. */
function scoreSql(query: SearchQuery, searched: SearchedWords, bind: Bindings): string {
  const { words, unfinished, perhaps, relaxed } = searched;
  const locale = bind.add(query.locale, 'text');
  const found = (column: 'heading' | 'search', word: string, suffix: string): string =>
    `l.${column} @@ (select stadtverbund.word_query(${locale}, ${bind.add(withMeanings(word, query.locale), 'text')}, '${suffix}'))`;
  const heads = (word: string, suffix: string): string => found('heading', word, suffix);
  const scores = words.map((word, at) => {
    const star = relaxed || (unfinished && at === words.length - 1) ? '*' : '';
    const begins = star ? `when ${heads(word, ':*A')} then ${POINTS.nameWordBeginning} ` : '';
    const least = relaxed
      ? `when ${found('search', word, ':*')} then ${POINTS.text} else 0`
      : `else ${POINTS.text}`;
    return `case when ${heads(word, ':A')} then ${POINTS.nameWord} ${begins}when ${heads(word, `:${star}B`)} then ${POINTS.heading} ${least} end`;
  });
  for (const word of perhaps?.words ?? [])
    scores.push(
      `case when ${heads(word, ':A')} then ${POINTS.nameWord} when ${heads(word, ':B')} then ${POINTS.heading} else 0 end`,
    );
  if (words.length > 0 && query.q !== null) {
    const typed = `(select stadtverbund.fold(${bind.add(query.q, 'text')}))`;
    scores.push(
      `case when l.sort_name = ${typed} then ${POINTS.wholeName} when starts_with(l.sort_name, ${typed} || ' ') then ${POINTS.nameBeginning} else 0 end`,
    );
  }
  return scores.length > 0
    ? `(${scores.join(' + ')} + case when l.parent_id is null then ${POINTS.independent} else 0 end)`
    : '0';
}

const COLUMNS: Readonly<Record<Criterion, string>> = {
  points: 'score desc',
  distance: 'chord',
  name: 'name collate stadtverbund.din_5007',
  published: 'first_published_at desc nulls last',
  id: 'document_id',
};

const orderSql = (sort: Sort): string => ORDERS[sort].map((criterion) => COLUMNS[criterion]).join(', ');

/**
 * The condition for coming after a row in an order; the same columns as in `orderSql`. Only values used in the text are
 * bound.
 */
function afterSql(sort: Sort, key: CursorKey, bind: Bindings): string {
  const id = (): string => bind.add(key.id, 'text');
  const byName = (): string =>
    `(name collate stadtverbund.din_5007, document_id) > (${bind.add(key.name, 'text')} collate stadtverbund.din_5007, ${id()})`;
  switch (sort) {
    case 'name':
      return byName();
    case 'relevance': {
      const score = bind.add(key.score, 'integer');
      return `(score < ${score} or (score = ${score} and ${byName()}))`;
    }
    case 'distance': {
      // Rows without a point come last, since PostgreSQL sorts nulls last.
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

const FACET_COLUMNS = {
  category: 'categories',
  district: 'district',
  service: 'services',
  audience: 'audiences',
} as const;

const FACET_ROWS: Readonly<Record<Facet, string>> = {
  category: 'select unnest(categories) as value, listings from alike',
  district: 'select district as value, listings from alike where district is not null',
  service: 'select unnest(services) as value, listings from alike',
  audience: 'select unnest(audiences) as value, listings from alike',
};

function facetSql(facet: Facet, tables: FacetTables, locale: string): string {
  const name =
    facet === 'service' || facet === 'audience'
      ? 'null::text'
      : `(select t.name from public."${tables[facet]}" t where t.slug = c.value and t.locale = ${locale} limit 1)`;
  return `(select coalesce(json_agg(json_build_array(c.value, ${name}, c.count) order by c.count desc, c.value), '[]')
      from (select value, sum(listings) as count from (${FACET_ROWS[facet]}) v group by value) c)`;
}

const facetsSql = (facets: readonly Facet[], tables: FacetTables, locale: string): string =>
  facets.length === 0
    ? 'null'
    : `json_build_object(${facets.map((facet) => `'${facet}', ${facetSql(facet, tables, locale)}`).join(', ')})::text`;

/**
 * Groups hits with the same facet values, so that each group is counted once: a city has few combinations of
 * categories, district and services.
 */
function alikeSql(facets: readonly Facet[]): string {
  if (facets.length === 0) return '';
  const columns = facets.map((facet) => FACET_COLUMNS[facet]).join(', ');
  return `, alike as materialized (
    select ${columns}, count(*)::integer as listings from hit group by ${columns}
  )`;
}

/**
 * Whether all hits are computed before a page of them is taken. Matches of words have no order, nor has who serves a
 * place, and a few hits need none. For everything else an index gives the first ones by name, age and distance. The exception is a service with
 * opening hours: at night hardly anything is open, and the whole index would be read.
 */
const isWorkedOutOnce = (query: SearchQuery): boolean =>
  query.q !== null ||
  query.serves !== null ||
  query.audiences.length > 0 ||
  (query.categories.length > 0 && query.districts.length + query.postcodes.length > 0) ||
  (query.open !== null && query.services.length > 0 && !isNarrow(query));

/** The hours `o` that a hit `l` shows: those of the first requested service, or those named by its row. */
const shownHours = ({ services: [service] }: SearchQuery, bind: Bindings): string =>
  service === undefined
    ? 'stadtverbund.opening_hours o where o.id = l.hours_id'
    : `stadtverbund.listing_hours h join stadtverbund.opening_hours o on o.id = h.hours_id
    where h.document_id = ${HOURS_OF} and h.service = ${bind.add(service, 'text')}`;

// The planner chooses a plan by the number of rows wanted, so it must be a constant: a few sizes, one statement for
// each.
const SIZES = [26, 101];

/** How many rows to fetch for a page: at least one more, which shows that another page follows. */
const fetched = (pageSize: number): number => SIZES.find((size) => size > pageSize) ?? pageSize + 1;

/**
 * One statement for a page of hits, the total and the facets. It returns at least one row more than the page has if
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
  const chord = query.near ? `l.position <-> ${pointSql(query.near, bind)}` : 'null::double precision';
  const score = query.sort === 'relevance' ? scoreSql(query, searched, bind) : '0';
  const after = 'after' in page ? `where ${afterSql(query.sort, page.after, bind)}` : '';
  const skipped = 'offset' in page ? page.offset : 0;
  const isWhole = isWorkedOutOnce(query);
  const order = orderSql(query.sort);
  const facetColumns = query.facets.map((facet) => `l.${FACET_COLUMNS[facet]}, `).join('');
  const text = `with hit as ${isWhole ? '' : 'not '}materialized (
    select l.document_id, l.name, l.first_published_at, ${facetColumns}${chord} as chord, ${score} as score
    from stadtverbund.listing l
    where ${where}
  )${alikeSql(query.facets)}, page as (
    select *, row_number() over (order by ${order}) as place from (
      select document_id, name, first_published_at, chord, score from hit ${after}
      order by ${order} limit ${fetched(query.pageSize)} ${skipped > 0 ? `offset ${skipped}` : ''}) chosen
  )
  select p.document_id, l.type, l.slug, l.name, l.data::text as data, left(l.body, ${query.q === null ? SHOWN_LENGTH : SEARCHED_LENGTH}) as body,
    p.chord, case when p.chord is not null then 2 * 6371008.8 * asin(least(1, p.chord / (2 * 6371008.8))) end as distance,
    hours.open_now, hours.next_change, hours.changes_at, l.valid_from, l.valid_until,
    p.score, p.first_published_at::text as published, once.*
  from (select 1 as place) first
  full join page p on p.place = first.place
  left join stadtverbund.listing l on l.document_id = p.document_id and l.locale = ${locale}
  left join lateral (
    ${hoursStateSql(shownHours(query, bind), at)}
  ) hours on true
  left join lateral (
    select (
        select count(*)::integer from (
          select from hit ${isWhole ? '' : 'order by name collate stadtverbund.din_5007, document_id'} limit ${COUNTED + 1}) counted
      ) as total,
      (select min(u.public_until) from stadtverbund.listing u where u.public_until > ${at}) as public_until,
      ${facetsSql(query.facets, tables, locale)} as facets
    where first.place is not null
  ) once on true
  order by p.place`;
  // Each offset would need its own name, and deep pages are rare.
  const statement = skipped > 0 ? { name: '', text } : namedStatement('search', text);
  return { statement, values: bind.values };
}
