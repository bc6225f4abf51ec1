import { languageFor } from '#src/languages/language';
import { meaningsOf } from '../domain/everyday-words';
import type { ListingFilter } from '../domain/search-query';
import { askedTokens } from '../domain/served-place';
import type { Span } from '../domain/moments';
import type { Phrase } from '../domain/phrase';
import type { Bindings } from './statements';

/** The words of a query in the form in which they are searched for. */
export interface SearchedWords extends Pick<Phrase, 'words' | 'unfinished' | 'open' | 'perhaps'> {
  /** Whether any of the words is enough, because all together find nothing. */
  readonly relaxed?: boolean;
}

/** A word with its synonyms, in the form for stadtverbund.word_query. */
export const withMeanings = (word: string, locale: string): string =>
  [word, ...meaningsOf(word, languageFor(locale))].join('|');

/** A query without words. */
export const NO_WORDS: SearchedWords = { words: [], unfinished: false, open: null, perhaps: null };

const span = ({ from, to }: Span, bind: Bindings): string =>
  `tstzrange(${bind.add(from, 'timestamptz')}, ${bind.add(to, 'timestamptz')}, '[]')`;

/**
 * Whose hours apply: offers and campaigns have those of their business. Rows from an older release have no `hours_of`.
 */
export const HOURS_OF = 'coalesce(l.hours_of, l.parent_id, l.document_id)';

/**
 * With a service, its own hours apply. Otherwise the hours named by the row itself apply: all distinct rules are
 * checked once, and a list can follow its index from listing to listing without looking at any hours.
 */
function openIn(during: Span, filter: ListingFilter, bind: Bindings): string {
  const isMoment = during.from.getTime() === during.to.getTime();
  const open = isMoment
    ? `o.open @> ${bind.add(during.from, 'timestamptz')}`
    : `o.open && ${span(during, bind)}`;
  const rules = `from stadtverbund.opening_hours o where ${open}`;
  const narrow = isNarrow(filter);
  if (filter.services.length === 0)
    return narrow
      ? `exists (select ${rules} and o.id = l.hours_id)`
      : // As an expression, not as a join, so that the order of the index is kept.
        `(l.hours_id in (select o.id ${rules})) is true`;
  const hours = `from stadtverbund.opening_hours o join stadtverbund.listing_hours h on h.hours_id = o.id
      where h.service = any(${bind.add(filter.services, 'text[]')}) and ${open}`;
  // A few listings are checked one by one. For a whole city, what is open is computed once.
  return narrow
    ? `exists (select ${hours} and h.document_id = ${HOURS_OF})`
    : `(${HOURS_OF} in (select h.document_id ${hours})) is true`;
}

/** Whether anything besides opening time and type of listing narrows a query down. */
export const isNarrow = (filter: ListingFilter): boolean => {
  const { q, categories, districts, postcodes, audiences, radius, bbox, serves } = filter;
  return (
    [q, radius, bbox, serves].some((value) => value !== null) ||
    [categories, districts, postcodes, audiences].some((values) => values.length > 0)
  );
};

// Metres
const CITY_WIDE = 10_000;

function nearConditions({ near, radius }: ListingFilter, bind: Bindings): string[] {
  if (!near || radius === null) return [];
  const centre = pointSql(near, bind);
  const chord = `stadtverbund.chord(${bind.add(radius, 'double precision')})`;
  const isWithin = `public.cube_distance(l.position, ${centre}) <= ${chord}`;
  // For a whole city the box is not used: PostgreSQL would think it small, though following the order finds the first
  // hits sooner.
  return radius > CITY_WIDE
    ? [isWithin]
    : [`l.position <@ public.cube_enlarge(${centre}, ${chord}, 3)`, isWithin];
}

/** A point on the sphere, constant for the planner. */
export const pointSql = (point: { latitude: number; longitude: number }, bind: Bindings): string =>
  `stadtverbund.sphere(${bind.add(point.latitude, 'double precision')}, ${bind.add(point.longitude, 'double precision')})`;

function boxConditions({ bbox }: ListingFilter, bind: Bindings): string[] {
  if (!bbox) return [];
  const [west, south, east, north] = bbox.map((edge) => bind.add(edge, 'double precision'));
  return [
    `l.place <@ box(point(${west}, ${south}), point(${east}, ${north}))`,
    // Geometric types compare with a tolerance, which a bounding box must not have.
    `l.longitude between ${west} and ${east} and l.latitude between ${south} and ${north}`,
  ];
}

/** Who names a district or postcode of the place, or reaches its point. */
function servesConditions({ serves }: ListingFilter, bind: Bindings): string[] {
  if (!serves) return [];
  const tokens = askedTokens(serves);
  const named = tokens.length > 0 ? [`l.serves && ${bind.add(tokens, 'text[]')}`] : [];
  if (!serves.point) return [`(${named.join(' or ')})`];
  const point = pointSql(serves.point, bind);
  const reached = `(l.reach @> ${point}
        and public.cube_distance(l.position, ${point}) <= stadtverbund.chord(l.serves_within))`;
  return [`(${[...named, reached].join(' or ')})`];
}

function factConditions(filter: ListingFilter, bind: Bindings): string[] {
  const conditions: string[] = [];
  const any = (values: readonly string[], sql: (placeholder: string) => string): void => {
    if (values.length > 0) conditions.push(sql(bind.add(values, 'text[]')));
  };
  const equal = (column: string, values: readonly string[]): void => {
    // With a single value the order of an index can be used.
    if (values.length === 1) conditions.push(`l.${column} = ${bind.add(values[0], 'text')}`);
    else any(values, (list) => `l.${column} = any(${list})`);
  };
  equal('type', filter.types);
  equal('district', filter.districts);
  equal('postcode', filter.postcodes);
  any(filter.categories, (list) => `l.categories && ${list}`);
  any(filter.services, (list) => `l.services && ${list}`);
  any(filter.audiences, (list) => `l.audiences && ${list}`);
  return conditions;
}

function textConditions(filter: ListingFilter, searched: SearchedWords, bind: Bindings): string[] {
  const { words, unfinished, open, perhaps, relaxed } = searched;
  const conditions: string[] = [];
  const locale = bind.add(filter.locale, 'text');
  // In brackets it is computed once, whatever the plan.
  const query = (asked: readonly string[], isUnfinished: boolean): string => {
    const meant = bind.add(
      asked.map((word) => withMeanings(word, filter.locale)),
      'text[]',
    );
    return relaxed
      ? `l.search @@ (select stadtverbund.any_query(${locale}, ${meant}))`
      : `l.search @@ (select stadtverbund.search_query(${locale}, ${meant}, ${isUnfinished}))`;
  };
  if (words.length > 0) conditions.push(query(words, unfinished));
  // A time given by parameter takes precedence over a typed one.
  if (open && !filter.open) conditions.push(openIn(open, filter, bind));
  if (perhaps && !filter.open)
    conditions.push(`(${query(perhaps.words, false)} or ${openIn(perhaps.open, filter, bind)})`);
  // "???" asks for something that no listing has, not for everything.
  if (filter.q !== null && words.length === 0 && !open && !perhaps) conditions.push('false');
  return conditions;
}

/**
 * The `where` condition on rows `l` of `stadtverbund.listing` for a query; shared by search, map, CSV and statistics.
 * @param bind takes the values
 */
export function filterSql(filter: ListingFilter, searched: SearchedWords, now: Date, bind: Bindings): string {
  const conditions = [
    `l.locale = ${bind.add(filter.locale, 'text')}`,
    `(l.public_until is null or l.public_until > ${bind.add(now, 'timestamptz')})`,
    ...factConditions(filter, bind),
    ...nearConditions(filter, bind),
    ...boxConditions(filter, bind),
    ...servesConditions(filter, bind),
    ...textConditions(filter, searched, bind),
  ];
  if (filter.open) conditions.push(openIn(filter.open, filter, bind));
  if (filter.valid) {
    conditions.push(
      `(l.valid_from is null or l.valid_from <= ${bind.add(filter.valid.to, 'timestamptz')})`,
      `(l.valid_until is null or l.valid_until > ${bind.add(filter.valid.from, 'timestamptz')})`,
    );
  }
  return conditions.join('\n      and ');
}
