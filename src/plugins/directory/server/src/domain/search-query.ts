import { z } from 'zod';
import { isPostcode } from '#src/domain/places';
import { lookUp } from '#src/languages/look-up';
import type { Code } from '#src/languages/catalogue';
import type { Details } from '#src/languages/fill';
import { AUDIENCES, isAudience, type Audience } from '#src/domain/audiences';
import type { GeoPoint } from '#src/domain/geo';
import { SERVICES, type Service } from '#src/languages/search-words';
import type { ServedPlace } from './served-place';
import { SORTS, usualSort, type Sort } from './ranking';
import { isService } from './service-words';
import { parseMoments, type MomentProblem, type Span } from './moments';

export const FACETS = ['category', 'district', 'service', 'audience'] as const;
export type Facet = (typeof FACETS)[number];

/** Which listings are wanted; shared by `search`, `map.geojson`, `listings.csv` and `stats`. */
export interface ListingFilter {
  /** One of the content locales */
  readonly locale: string;
  /** The typed text, in NFC and with single spaces. */
  readonly q: string | null;
  readonly types: readonly string[];
  /** Slugs, of which any will do. The same for districts, postcodes, services and audiences. */
  readonly categories: readonly string[];
  readonly districts: readonly string[];
  readonly postcodes: readonly string[];
  readonly services: readonly Service[];
  readonly audiences: readonly Audience[];
  /** Only who serves there */
  readonly serves: ServedPlace | null;
  /** Open at some moment in this span, which may be a single moment. */
  readonly open: Span | null;
  readonly near: GeoPoint | null;
  /** Metres around `near` */
  readonly radius: number | null;
  /** West, south, east, north, as in RFC 7946 */
  readonly bbox: readonly [number, number, number, number] | null;
  readonly valid: Span | null;
}

export interface SearchQuery extends ListingFilter {
  readonly sort: Sort;
  readonly page: number;
  readonly pageSize: number;
  readonly cursor: string | null;
  readonly facets: readonly Facet[];
  /** `openAt=now`, so the answer changes with time */
  readonly openNow: boolean;
  /** `validAt=now` */
  readonly validNow: boolean;
}

/** Names of the parameters that only select listings. */
export const FILTER_PARAMETERS = [
  'locale', 'q', 'type', 'category', 'district', 'postcode', 'service', 'audience', 'serves', 'openAt', 'near', 'radius',
  'bbox', 'validAt',
] as const; // prettier-ignore
export const SEARCH_PARAMETERS = [
  ...FILTER_PARAMETERS,
  'sort',
  'page',
  'pageSize',
  'cursor',
  'facets',
] as const;
export type Parameter = (typeof SEARCH_PARAMETERS)[number];

export interface ParseContext {
  readonly now: Date;
  /** The city's */
  readonly timeZone: string;
  /** What `locale` may be, and the default */
  readonly locales: { readonly codes: readonly string[]; readonly main: string };
  /** What `type` may be */
  readonly types: readonly string[];
  /** The district in which a point lies, by its slug */
  readonly districtAt: (point: GeoPoint) => string | null;
  /** The parameters that this endpoint takes */
  readonly allowed: readonly string[];
}

export interface QueryProblem {
  readonly parameter: string;
  readonly code: Code;
  readonly details: Details;
}

export type ParsedSearch =
  { readonly ok: true; readonly query: SearchQuery } | { readonly ok: false; readonly problem: QueryProblem };

export const MAX_TEXT = 200;
const MAX_VALUES = 20;
export const MAX_RADIUS = 50_000;
export const MAX_PAGE_SIZE = 100;
export const PAGE_SIZE = 25;
// Deep pages skip row by row; a cursor does not.
const DEEPEST = 10_000;
const MAX_CURSOR = 2_000;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER = /^-?\d{1,3}(\.\d{1,15})?$/;

// The messages are codes from the catalogue.
const code = (name: Code) => ({ error: name });

const list = <Item>(item: z.ZodType<Item, string>) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))].filter(Boolean).sort())
    .pipe(z.array(item).max(MAX_VALUES, code('too-many-values')));

const slugs = list(z.string().max(120, code('slug-malformed')).regex(SLUG, code('slug-malformed')));
const coordinates = (count: number) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(
      z
        .array(z.string().regex(NUMBER, code('coordinates-malformed')))
        .length(count, code('coordinates-malformed')),
    )
    .transform((parts) => parts.map(Number));
const whole = (error: Code, minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, code(error))
    .transform(Number)
    .pipe(z.number().min(minimum, code(error)).max(maximum, code(error)));

const isPoint = (latitude: number, longitude: number): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const near = coordinates(2)
  .refine(
    ([latitude, longitude]) => isPoint(latitude as number, longitude as number),
    code('coordinates-malformed'),
  )
  .transform(([latitude, longitude]) => ({
    latitude: latitude as number,
    longitude: longitude as number,
  }));

const bbox = coordinates(4)
  .transform((edges) => edges as [number, number, number, number])
  .refine(
    ([west, south, east, north]) => isPoint(south, west) && isPoint(north, east),
    code('coordinates-malformed'),
  )
  .refine(([west, south, east, north]) => west < east && south < north, code('bbox-reversed'));

/** What is said of a place: a point (two numbers), postcodes, slugs of districts, in any order. */
const serves = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string().max(120, code('serves-malformed')))
      .min(1, code('serves-malformed'))
      .max(MAX_VALUES, code('too-many-values')),
  )
  .transform((parts) => ({
    numbers: parts.filter((part) => NUMBER.test(part)).map(Number),
    postcodes: [...new Set(parts.filter((part) => isPostcode(part)))].sort(),
    districts: [...new Set(parts.filter((part) => !NUMBER.test(part) && !isPostcode(part)))].sort(),
  }))
  // Digits alone are half a postcode.
  .refine(
    ({ districts }) => districts.every((slug) => SLUG.test(slug) && /[a-z]/.test(slug)),
    code('serves-malformed'),
  )
  .refine(
    ({ numbers: [latitude, longitude, ...more] }) =>
      latitude === undefined ||
      (longitude !== undefined && more.length === 0 && isPoint(latitude, longitude)),
    code('serves-malformed'),
  )
  .transform(({ numbers: [latitude, longitude], postcodes, districts }) => ({
    point: latitude === undefined || longitude === undefined ? null : { latitude, longitude },
    postcodes,
    districts,
  }));

const text = z
  .string()
  .max(MAX_TEXT, code('search-text-length'))
  .refine((value) => !value.includes('\u0000'), code('null-character'))
  .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim());

const schema = z.object({
  locale: z.string().optional(),
  q: text.optional(),
  type: slugs.optional(),
  category: slugs.optional(),
  district: slugs.optional(),
  postcode: list(z.string().regex(/^\d{5}$/, code('postcode-malformed'))).optional(),
  service: list(
    z.string().refine(isService, code('service-unknown')) as z.ZodType<Service, string>,
  ).optional(),
  audience: list(
    z.string().refine(isAudience, code('audience-unknown')) as z.ZodType<Audience, string>,
  ).optional(),
  serves: serves.optional(),
  openAt: z.string().optional(),
  near: near.optional(),
  radius: whole('radius-range', 1, MAX_RADIUS).optional(),
  bbox: bbox.optional(),
  validAt: z.string().optional(),
  sort: z.enum(SORTS, code('sort-unknown')).optional(),
  page: whole('page-range', 1, DEEPEST).optional(),
  pageSize: whole('page-size-range', 1, MAX_PAGE_SIZE).optional(),
  cursor: z
    .string()
    .max(MAX_CURSOR, code('cursor-other-search'))
    .regex(/^[\w-]+$/, code('cursor-other-search'))
    .optional(),
  facets: list(z.enum(FACETS, code('facets-unknown'))).optional(),
});
type Values = z.infer<typeof schema>;

const problem = (parameter: string, reason: Code, found: string, context: ParseContext) => ({
  ok: false as const,
  problem: {
    parameter,
    code: reason,
    details: {
      found,
      postcode: found,
      allowed: [...context.allowed].join(', '),
      types: context.types.join(', '),
      services: SERVICES.join(', '),
      audiences: AUDIENCES.join(', '),
      known: context.locales.codes.join(', '),
    },
  },
});

type Failed = ReturnType<typeof problem>;

/** Parameters by name; an empty one counts as absent, since forms send them. */
function single(parameters: URLSearchParams, context: ParseContext): Record<string, string> | Failed {
  const values: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (!context.allowed.includes(name)) return problem(name, 'parameter-unknown', value, context);
    if (Object.hasOwn(values, name)) return problem(name, 'parameter-repeated', value, context);
    values[name] = value;
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}

const isFailed = (value: object): value is Failed => 'ok' in value && value.ok === false;

/** Checks that concern more than one parameter. */
function contradiction(values: Values, context: ParseContext): Failed | null {
  const type = values.type?.find((name) => !context.types.includes(name));
  if (type !== undefined) return problem('type', 'listing-type-unknown', type, context);
  if (values.radius !== undefined && !values.near)
    return problem('radius', 'radius-without-near', '', context);
  if (values.sort === 'distance' && !values.near)
    return problem('sort', 'distance-without-near', '', context);
  if (values.cursor !== undefined && values.page !== undefined)
    return problem('cursor', 'cursor-and-page', '', context);
  if ((values.page ?? 1) * (values.pageSize ?? PAGE_SIZE) > DEEPEST)
    return problem('page', 'page-too-deep', String(values.page), context);
  return null;
}

/**
 * Reads the parameters of a request to the directory.
 * @returns the normalised query, or the first wrong parameter with the reason
 */
export function parseSearch(parameters: URLSearchParams, context: ParseContext): ParsedSearch {
  const raw = single(parameters, context);
  if (isFailed(raw)) return raw;
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0] as z.core.$ZodIssue;
    const name = String(issue.path[0]);
    return problem(name, issue.message as Code, raw[name] ?? '', context);
  }
  const values = parsed.data;
  const wrong = contradiction(values, context);
  if (wrong) return wrong;
  const locale =
    values.locale === undefined ? context.locales.main : lookUp(values.locale, context.locales.codes);
  if (locale === undefined) return problem('locale', 'locale-unknown', values.locale ?? '', context);
  const moments = parseMoments({ openAt: values.openAt, validAt: values.validAt }, context);
  if ('problem' in moments) return momentProblem(moments, raw, context);
  return {
    ok: true,
    query: { ...queryOf(values), serves: servedPlace(values.serves, context), locale, ...moments },
  };
}

const momentProblem = (
  { parameter, problem: reason }: MomentProblem,
  raw: Record<string, string>,
  context: ParseContext,
): Failed => problem(parameter, reason, raw[parameter] ?? '', context);

/** The place with the district of its point: who serves a district serves everyone in it. */
function servedPlace(asked: ServedPlace | undefined, { districtAt }: ParseContext): ServedPlace | null {
  if (!asked) return null;
  const district = asked.point && districtAt(asked.point);
  if (!district || asked.districts.includes(district)) return asked;
  return { ...asked, districts: [...asked.districts, district].sort() };
}

const queryOf = (values: Values) => ({
  q: values.q === undefined || values.q === '' ? null : values.q,
  types: values.type ?? [],
  categories: values.category ?? [],
  districts: values.district ?? [],
  postcodes: values.postcode ?? [],
  services: values.service ?? [],
  audiences: values.audience ?? [],
  near: values.near ?? null,
  radius: values.radius ?? null,
  bbox: values.bbox ?? null,
  sort: values.sort ?? usualSort({ hasText: Boolean(values.q), hasPlace: Boolean(values.near) }),
  page: values.page ?? 1,
  pageSize: values.pageSize ?? PAGE_SIZE,
  cursor: values.cursor ?? null,
  facets: FACETS.filter((facet) => values.facets?.includes(facet)),
});

/**
 * The query in normal form: the same results give the same text, whatever the order and spelling of the parameters. All
 * pages of a query share it, so page, size and cursor are left out.
 */
export function fingerprintText(query: SearchQuery): string {
  const { page: _page, pageSize: _size, cursor: _cursor, facets: _facets, ...rest } = query;
  // With "now" the time differs from page to page, but it is the same query.
  return JSON.stringify({
    ...rest,
    open: query.openNow ? 'now' : rest.open,
    valid: query.validNow ? 'now' : rest.valid,
  });
}
