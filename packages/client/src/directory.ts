import type { AnswerOf, Operation, QueryOf } from './api.ts';
import type { CallOptions, Connection } from './http.ts';

type Get<Name extends string> = Operation<'get', `/api/directory/${Name}`>;

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

type Some<Type> = Type | readonly Type[];

/** What the document says of a query, except where JavaScript has something better. */
type Refined<Query, Ours> = Ours & Omit<Query, keyof Ours>;

interface Filter {
  /** Language (BCP 47) */
  readonly locale?: string;
  /** Words in any spelling, at most 200 characters */
  readonly q?: string;
  readonly type?: Some<string>;
  /** Slugs; what is in the categories below is included */
  readonly category?: Some<string>;
  /** Slugs */
  readonly district?: Some<string>;
  /** Five digits */
  readonly postcode?: Some<string>;
  readonly service?: Some<string>;
  /** Whom contacts and notices are meant for */
  readonly audience?: Some<string>;
  /** Who serves there: a point, a postcode, the slug of a district, or what of them is known of one address */
  readonly serves?: Point | Some<string>;
  /** `now` or a moment at most 60 days ahead */
  readonly openAt?: 'now' | Date | (string & {});
  readonly near?: Point | string;
  /** Metres around `near`, 1 to 50,000 */
  readonly radius?: number;
  /** West, south, east, north (RFC 7946) */
  readonly bbox?: readonly [number, number, number, number] | string;
  /** `now` or a moment: offers, contacts and campaigns that apply then */
  readonly validAt?: 'now' | Date | (string & {});
}

/** Which listings are wanted. Several values of a parameter: any of them. */
export type DirectoryFilter = Refined<QueryOf<Get<'map.geojson'>>, Filter>;

interface Search extends Filter {
  readonly sort?: NonNullable<QueryOf<Get<'search'>>['sort']>;
  readonly page?: number;
  /** 25 if left out, at most 100 */
  readonly pageSize?: number;
  /** `meta.pagination.nextCursor` of an answer to the same query, instead of `page` */
  readonly cursor?: string;
  readonly facets?: Some<'category' | 'district' | 'service' | 'audience'>;
}

export type DirectorySearch = Refined<QueryOf<Get<'search'>>, Search>;

type Searched = AnswerOf<Get<'search'>>;
type Listed = AnswerOf<Operation<'get', '/api/directory/listings/{type}/{slug}'>>;

/** Those of a union that are of some type; all of them for a type that this city added. */
type OfType<All, Type> = [Extract<All, { readonly type: Type }>] extends [never]
  ? All
  : Extract<All, { readonly type: Type }>;

/** A hit of some type, or of any: `if (hit.type === 'offer')` tells them apart. */
export type Hit<Type extends string = string> = OfType<Searched['data'][number], Type>;
export type SearchAnswer<Type extends string = string> = Omit<Searched, 'data'> & {
  readonly data: readonly Hit<Type>[];
};
/** Everything of a listing of some type, or of any. */
export type ListingAnswer<Type extends string = string> = Omit<Listed, 'data'> & {
  readonly data: OfType<Listed['data'], Type>;
};
export type SuggestAnswer = AnswerOf<Get<'suggest'>>;
export type MapAnswer = AnswerOf<Get<'map.geojson'>>;
export type StatsAnswer = AnswerOf<Get<'stats'>>;
export type HoursAnswer = AnswerOf<Get<'opening-hours'>>;

function textOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.join();
  if (typeof value === 'object' && value !== null && 'latitude' in value) {
    const { latitude, longitude } = value as Point;
    return `${latitude},${longitude}`;
  }
  return value;
}

/** A query whose `type` says what it finds. */
type Typed<Query, Type> = Omit<Query, 'type'> & { readonly type?: Some<Type> };

/** What external websites show of a city (docs/directory.md). */
export interface Directory {
  /** A page of hits, with facets and how the words were understood. */
  search<Type extends string = string>(
    query?: Typed<DirectorySearch, Type>,
    options?: CallOptions,
  ): Promise<SearchAnswer<Type>>;
  /** All hits, by the cursor: what is there all the time comes exactly once. */
  hits<Type extends string = string>(
    query?: Typed<Omit<DirectorySearch, 'page' | 'cursor' | 'facets'>, Type>,
    options?: CallOptions,
  ): AsyncGenerator<Hit<Type>, void, undefined>;
  /**
   * Everything of one listing.
   *
   * @param slug as a hit has it; a document id will do, too
   * @throws CityError with status 404 if it is not public (any more)
   */
  listing<Type extends string>(
    type: Type,
    slug: string,
    query?: { locale?: string },
    options?: CallOptions,
  ): Promise<ListingAnswer<Type>>;
  /** The same as schema.org JSON-LD, for a `script` element of your page. */
  structuredData(
    type: string,
    slug: string,
    query?: { locale?: string },
    options?: CallOptions,
  ): Promise<Record<string, unknown>>;
  /** All points of a search as GeoJSON (RFC 7946). */
  map(query?: DirectoryFilter, options?: CallOptions): Promise<MapAnswer>;
  /** What may be meant, while it is typed. */
  suggest(q: string, query?: { locale?: string }, options?: CallOptions): Promise<SuggestAnswer>;
  /** Totals by type, category and district, and the goals of campaigns. */
  stats(query?: DirectoryFilter, options?: CallOptions): Promise<StatsAnswer>;
  /** The OSM rule that opening hours mean as people write them, or what is unclear about them. */
  readHours(text: string, query?: { locale?: string }, options?: CallOptions): Promise<HoursAnswer>;
  /** The hits as a table (RFC 4180), up to 10,000 lines. */
  csv(
    query?: DirectoryFilter & Pick<DirectorySearch, 'sort' | 'cursor'>,
    options?: CallOptions,
  ): Promise<string>;
}

export function directoryOver(connection: Connection): Directory {
  const sending = (query: object, options: CallOptions = {}) => ({
    ...options,
    query: Object.fromEntries(
      Object.entries({ locale: connection.locale, ...query }).map(([name, value]) => [name, textOf(value)]),
    ),
  });
  const get = (path: string, query: object, options?: CallOptions) =>
    connection.json('GET', `/api/directory/${path}`, sending(query, options)) as Promise<never>;
  const pathOf = (type: string, slug: string) =>
    `listings/${encodeURIComponent(type)}/${encodeURIComponent(slug)}`;

  const search: Directory['search'] = (query = {}, options) => get('search', query, options);

  return {
    search,

    async *hits<Type extends string = string>(
      query: Parameters<Directory['hits']>[0] = {},
      options?: CallOptions,
    ) {
      for (let cursor: string | undefined | null = undefined; cursor !== null;) {
        const { data, meta }: SearchAnswer<Type> = await get(
          'search',
          { pageSize: 100, ...query, ...(cursor ? { cursor } : {}) },
          options,
        );
        yield* data;
        cursor = meta.pagination.nextCursor ?? null;
      }
    },

    listing: (type, slug, query = {}, options) => get(pathOf(type, slug), query, options),
    structuredData: (type, slug, query = {}, options) =>
      get(`${pathOf(type, slug)}.jsonld`, query, {
        ...options,
        headers: { accept: 'application/ld+json', ...options?.headers },
      }),
    map: (query = {}, options) =>
      get('map.geojson', query, {
        ...options,
        headers: { accept: 'application/geo+json', ...options?.headers },
      }),
    suggest: (q, query = {}, options) => get('suggest', { ...query, q }, options),
    stats: (query = {}, options) => get('stats', query, options),
    readHours: (text, query = {}, options) => get('opening-hours', { ...query, text }, options),

    async csv(query = {}, options) {
      const headers = { accept: 'text/csv', ...options?.headers };
      const answer = await connection.send(
        'GET',
        '/api/directory/listings.csv',
        sending(query, { ...options, headers }),
      );
      return answer.text();
    },
  };
}
