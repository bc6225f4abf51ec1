import type { AnswerOf, Operation } from './api.ts';
import type { paths } from './generated/openapi.ts';
import type { CallOptions, Connection } from './http.ts';

type Named<Path> = Path extends `/api/${infer Name}/{${'id' | 'documentId'}}`
  ? Name extends `${string}/${string}` | 'users'
    ? never
    : `/api/${Name}` extends keyof paths
      ? Name
      : never
  : never;

/** The lists of content: `businesses`, `offers`, … */
export type Collection = Named<keyof paths>;

type ListAnswer<Name extends Collection> = AnswerOf<Operation<'get', `/api/${Name}`>>;

type EntryOf<Answer> = Answer extends { readonly data: readonly (infer One)[] } ? One : never;

/** A document of a collection, with what of it was asked for. */
export type Entry<Name extends Collection> = EntryOf<ListAnswer<Name>>;

/** Where in a list an answer is; `total` is left out with `withCount: false`. */
export interface Pagination {
  readonly page?: number;
  readonly pageSize?: number;
  readonly pageCount?: number;
  readonly start?: number;
  readonly limit?: number;
  readonly total?: number;
}

export interface List<One> {
  readonly data: readonly One[];
  readonly meta: { readonly pagination: Pagination };
}

export interface Single<One> {
  readonly data: One;
  /** The language that the document is in: the default one if the requested one is missing. */
  readonly meta: { readonly locale: string };
}

/** Strapi's conditions on a field (https://docs.strapi.io/cms/api/rest/filters). */
export interface Conditions<Type> {
  readonly $eq?: Type;
  readonly $eqi?: string;
  readonly $ne?: Type;
  readonly $nei?: string;
  readonly $in?: readonly Type[];
  readonly $notIn?: readonly Type[];
  readonly $lt?: Type;
  readonly $lte?: Type;
  readonly $gt?: Type;
  readonly $gte?: Type;
  readonly $between?: readonly [Type, Type];
  readonly $contains?: string;
  readonly $notContains?: string;
  readonly $containsi?: string;
  readonly $notContainsi?: string;
  readonly $startsWith?: string;
  readonly $startsWithi?: string;
  readonly $endsWith?: string;
  readonly $endsWithi?: string;
  readonly $null?: boolean;
  readonly $notNull?: boolean;
}

type Of<Type> = Type extends readonly (infer Item)[] ? Item : Type;
type Condition<Type> = Type extends string
  ? Type | Date | Conditions<Type | Date>
  : Type extends number | boolean
    ? Type | Conditions<Type>
    : Type extends object
      ? Filters<Type>
      : never;

/** Conditions on a document, its components and relations; a bare value means `$eq`. */
export type Filters<One> = {
  readonly [Name in keyof One]?: Condition<NonNullable<Of<NonNullable<One[Name]>>>>;
} & {
  readonly $and?: readonly Filters<One>[];
  readonly $or?: readonly Filters<One>[];
  readonly $not?: Filters<One>;
};

/** What to bring of a relation or a component. */
export interface Population {
  readonly fields?: readonly string[];
  readonly filters?: { readonly [name: string]: unknown };
  readonly sort?: string | readonly string[];
  readonly populate?: Populate;
}

/** `*` for all of the first level; names, with dots for deeper ones; or what to bring of each. */
export type Populate = string | readonly string[] | { readonly [name: string]: true | '*' | Population };

type Sorting<One> = (keyof One & string) | `${keyof One & string}:${'asc' | 'desc'}` | `${string}.${string}`;

export interface DocumentQuery<One> {
  readonly locale?: string;
  readonly fields?: readonly (keyof One & string)[];
  readonly populate?: Populate;
}

/** Strapi's parameters (https://docs.strapi.io/cms/api/rest/parameters); docs/api.md says what differs. */
export interface ListQuery<One> extends DocumentQuery<One> {
  readonly filters?: Filters<One>;
  readonly sort?: Sorting<One> | readonly Sorting<One>[];
  readonly pagination?:
    | { readonly page?: number; readonly pageSize?: number; readonly withCount?: boolean }
    | { readonly start?: number; readonly limit?: number; readonly withCount?: boolean };
  /** Words to be found in any text of a document. `directory.search` finds better. */
  readonly _q?: string;
}

const withLocale = (connection: Connection, query: object): object =>
  connection.locale === undefined ? query : { locale: connection.locale, ...query };

/** A page of documents. */
export function listContent<Name extends Collection>(
  connection: Connection,
  collection: Name,
  query: ListQuery<Entry<Name>> = {},
  options: CallOptions = {},
): Promise<List<Entry<Name>>> {
  const sending = { ...options, query: withLocale(connection, query) };
  return connection.json('GET', `/api/${collection}`, sending) as Promise<List<Entry<Name>>>;
}

const LARGEST_PAGE = 100;

/**
 * All documents of a list, page by page, in the order of their ids unless `sort` is given.
 *
 * What is published meanwhile may move pages; `directory.hits` follows a cursor instead.
 */
export async function* allContent<Name extends Collection>(
  connection: Connection,
  collection: Name,
  query: Omit<ListQuery<Entry<Name>>, 'pagination'> = {},
  options: CallOptions = {},
): AsyncGenerator<Entry<Name>, void, undefined> {
  for (let page = 1, more = true; more; page += 1) {
    const paged: ListQuery<Entry<Name>> = {
      ...query,
      pagination: { page, pageSize: LARGEST_PAGE, withCount: false },
    };
    const { data } = await listContent(connection, collection, paged, options);
    yield* data;
    more = data.length === LARGEST_PAGE;
  }
}

/** One document by its `documentId`. */
export function getContent<Name extends Collection>(
  connection: Connection,
  collection: Name,
  documentId: string,
  query: DocumentQuery<Entry<Name>> = {},
  options: CallOptions = {},
): Promise<Single<Entry<Name>>> {
  const path = `/api/${collection}/${encodeURIComponent(documentId)}`;
  const sending = { ...options, query: withLocale(connection, query) };
  return connection.json('GET', path, sending) as Promise<Single<Entry<Name>>>;
}

/** A draft that an editor previews. */
export interface Preview<One> {
  readonly data: One;
  readonly meta: {
    readonly locale: string;
    readonly status: 'draft';
    /** When the token is over (ISO 8601). */
    readonly expiresAt: string;
  };
}

/** The draft that a token of the panel's preview was made for. */
export const getPreview = <Name extends Collection>(
  connection: Connection,
  type: string,
  documentId: string,
  token: string,
  options: CallOptions = {},
): Promise<Preview<Entry<Name>>> =>
  connection.json('GET', `/api/previews/${encodeURIComponent(type)}/${encodeURIComponent(documentId)}`, {
    ...options,
    token,
  }) as Promise<Preview<Entry<Name>>>;

type SingleType = AnswerOf<Operation<'get', '/api/city-profile'>>;

/** The city: an entry of its own. */
export type CityProfile = SingleType extends { readonly data?: infer One } ? NonNullable<One> : never;

export function getCityProfile(
  connection: Connection,
  query: DocumentQuery<CityProfile> = {},
  options: CallOptions = {},
): Promise<Single<CityProfile>> {
  const sending = { ...options, query: withLocale(connection, query) };
  return connection.json('GET', '/api/city-profile', sending) as Promise<Single<CityProfile>>;
}
