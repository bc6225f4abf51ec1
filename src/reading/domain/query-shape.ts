import { STRAPI_CREATORS } from '../../platform/strapi/schema';

/** Why a query is refused before it reaches the database. */
export type QueryRefusal =
  | 'drafts'
  | 'locale-unknown'
  | 'locale-inside'
  | 'private-field'
  | 'null-character'
  | 'search-shape'
  | 'filter-shape'
  | 'pagination-shape'
  | 'pagination-outside'
  | 'pagination-inside'
  | 'too-deep'
  | 'too-large';

export type QueryDecision = { ok: true } | { ok: false; reason: QueryRefusal; param: string; found: string };

/** Names not allowed in a query from outside, at any depth: who wrote something, where it came from, drafts. */
export const PRIVATE_NAMES: ReadonlySet<string> = new Set([
  ...STRAPI_CREATORS,
  'source',
  'related',
  'folder',
  'folderPath',
  'provider',
  'provider_metadata',
  'hash',
  'password',
  'resetPasswordToken',
  'confirmationToken',
]);

// The same document in other languages is read by population only: as a condition it would count them.
const OTHER_LANGUAGES = 'localizations';

const DRAFT_SWITCHES: ReadonlySet<string> = new Set(['status', 'publicationFilter', 'hasPublishedVersion']);

// The deepest query a site needs is about six levels; twice that is generous.
const MAX_DEPTH = 12;
// Every leaf of filters, sort and populate becomes SQL.
const MAX_NODES = 300;
// Longer than any name; it becomes an ILIKE over every column.
const MAX_SEARCH = 200;
// Page numbers beyond this are overflows, not pages.
const MAX_PAGINATION = 1_000_000;
// `maxLimit` of config/api.ts. Strapi would cut a larger page without a word.
const MAX_PAGE_SIZE = 100;

const LOCALE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/;

const ACCEPTED: QueryDecision = { ok: true };

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const refuse = (reason: QueryRefusal, param: string, found: unknown): QueryDecision => ({
  ok: false,
  reason,
  param,
  found: shown(found),
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The names in `categories.name:asc,createdBy.email` */
const namesIn = (path: string): string[] => path.split(/[\s,.:]+/).filter(Boolean);

/** Operators that contain filters, and those that contain a list of two. */
const GROUPS: ReadonlySet<string> = new Set(['$and', '$or', '$not']);

const isFilterList = (value: unknown): boolean =>
  isObject(value) && (!Array.isArray(value) || value.every((item) => isObject(item)));

const filterDecision = (key: string, child: unknown, path: string): QueryDecision => {
  const isBroken =
    (GROUPS.has(key) && !isFilterList(child) && key !== '$not') ||
    (key === '$between' && !(Array.isArray(child) && child.length === 2));
  return isBroken ? refuse('filter-shape', path, child) : ACCEPTED;
};

type Kind = 'filters' | 'sort' | 'fields' | 'populate';
const KINDS: readonly Kind[] = ['filters', 'sort', 'fields', 'populate'];

interface Visit {
  kind: Kind;
  path: string;
  depth: number;
}

class Walk {
  private nodes = 0;

  visit(value: unknown, at: Visit): QueryDecision {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) return refuse('too-large', at.path, at.kind);
    if (at.depth > MAX_DEPTH) return refuse('too-deep', at.path, at.kind);
    // Values in filters are data; elsewhere they are names.
    if (typeof value === 'string' && at.kind !== 'filters') return nameDecision(namesIn(value), at);
    if (!isObject(value) || value instanceof Date) return ACCEPTED;
    for (const [key, child] of Object.entries(value)) {
      const decision = this.entry(key, child, at);
      if (!decision.ok) return decision;
    }
    return ACCEPTED;
  }

  private entry(key: string, child: unknown, at: Visit): QueryDecision {
    const path = `${at.path}[${key}]`;
    const named = nameDecision(namesIn(key), { ...at, path });
    if (!named.ok) return named;
    if (at.kind === 'filters') {
      const shaped = filterDecision(key, child, path);
      if (!shaped.ok) return shaped;
    }
    if (at.kind !== 'populate') return this.visit(child, { ...at, path, depth: at.depth + 1 });
    if (DRAFT_SWITCHES.has(key) && child !== 'published') return refuse('drafts', path, child);
    if (key === 'locale') return refuse('locale-inside', path, child);
    if (PAGE_PARAMETERS.has(key)) return refuse('pagination-inside', path, child);
    const kind = KINDS.find((name) => name === key) ?? 'populate';
    return this.visit(child, { kind, path, depth: at.depth + 1 });
  }
}

const nameDecision = (names: string[], { kind, path }: Pick<Visit, 'kind' | 'path'>): QueryDecision => {
  const found = names.find(
    (name) =>
      PRIVATE_NAMES.has(name) ||
      name in Object.prototype ||
      (name === OTHER_LANGUAGES && kind !== 'populate'),
  );
  return found === undefined ? ACCEPTED : refuse('private-field', path, found);
};

const draftsDecision = (query: Record<string, unknown>): QueryDecision => {
  for (const name of DRAFT_SWITCHES) {
    const value = query[name];
    if (value == null || (name === 'status' && value === 'published')) continue;
    return refuse('drafts', name, value);
  }
  return ACCEPTED;
};

const localeDecision = (locale: unknown): QueryDecision =>
  locale == null ||
  locale === '' ||
  (typeof locale === 'string' && locale.length <= 35 && LOCALE.test(locale))
    ? ACCEPTED
    : refuse('locale-unknown', 'locale', locale);

const searchDecision = (search: unknown): QueryDecision =>
  search == null || (typeof search === 'string' && search.length <= MAX_SEARCH)
    ? ACCEPTED
    : refuse('search-shape', '_q', search);

const filtersDecision = (filters: unknown): QueryDecision =>
  filters == null || filters === '' || isFilterList(filters)
    ? ACCEPTED
    : refuse('filter-shape', 'filters', filters);

const BOUNDS: readonly (readonly [name: string, least: number, most: number])[] = [
  ['page', 1, MAX_PAGINATION],
  ['pageSize', 1, MAX_PAGE_SIZE],
  ['start', 0, MAX_PAGINATION],
  ['limit', 1, MAX_PAGE_SIZE],
];

const PAGE_PARAMETERS: ReadonlySet<string> = new Set([...BOUNDS.map(([name]) => name), 'pagination']);

const paginationDecision = (pagination: unknown): QueryDecision => {
  if (pagination == null) return ACCEPTED;
  if (!isObject(pagination)) return refuse('pagination-shape', 'pagination', pagination);
  for (const [name, least, most] of BOUNDS) {
    const value = pagination[name];
    if (value == null) continue;
    const number = typeof value === 'number' || /^\d{1,9}$/.test(shown(value)) ? Number(value) : Number.NaN;
    if (!Number.isInteger(number) || number < least || number > most)
      return refuse('pagination-shape', `pagination[${name}]`, value);
  }
  return ACCEPTED;
};

/** `?limit=2` and the like, which Strapi takes and ignores, or refuses for another reason. */
const outsideDecision = (query: Record<string, unknown>): QueryDecision => {
  const found = BOUNDS.find(([name]) => query[name] !== undefined);
  return found ? refuse('pagination-outside', found[0], query[found[0]]) : ACCEPTED;
};

const hasNull = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\u0000')
    : isObject(value) &&
      Object.entries(value).some(([key, child]) => key.includes('\u0000') || hasNull(child));

/** A query of GraphQL, whose page Strapi has put into `start` and `limit` already. */
const withPage = ({ start, limit, ...query }: Record<string, unknown>): Record<string, unknown> => ({
  ...query,
  pagination: { start, limit },
});

/**
 * Checks a query from outside, independent of the content type: one locale, no switch to drafts, no private name in
 * filters, sort, fields or population, nothing that PostgreSQL would choke on, and nothing that would be ignored.
 * @param over where it comes from: REST has its page in `pagination`
 */
export const inspectQuery = (asked: Record<string, unknown>, over: 'rest' | 'graphql'): QueryDecision => {
  const query = over === 'graphql' ? withPage(asked) : asked;
  const walk = new Walk();
  const checks: (() => QueryDecision)[] = [
    () => draftsDecision(query),
    () => localeDecision(query.locale),
    () => searchDecision(query._q),
    () => outsideDecision(query),
    () => paginationDecision(query.pagination),
    () => filtersDecision(query.filters),
    ...KINDS.map((kind) => () => walk.visit(query[kind], { kind, path: kind, depth: 0 })),
    // Only after the depth has been checked, since this one recurses.
    () => (hasNull(query) ? refuse('null-character', '', '') : ACCEPTED),
  ];
  for (const check of checks) {
    const decision = check();
    if (!decision.ok) return decision;
  }
  return ACCEPTED;
};
