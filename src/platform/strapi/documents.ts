import type { Core, UID } from '@strapi/strapi';
import { noLonger } from './no-longer';
import type { Entry } from './schema';

export type Status = 'draft' | 'published';

/** Rows of a document: what the query engine returns of any content type. */
export interface Row extends Entry {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
}

interface Reading {
  readonly documentId?: string;
  readonly locale?: string | undefined;
  readonly status?: Status;
  readonly filters?: unknown;
  readonly populate?: unknown;
  readonly fields?: readonly string[];
  readonly sort?: unknown;
  readonly limit?: number;
}

interface Named {
  readonly documentId: string;
  /** `*`: all of them. */
  readonly locale?: string;
}

interface Written {
  readonly data: Entry;
  readonly locale?: string;
  readonly status?: Status;
}

/** The document service of a type that is known by its uid alone. Strapi types each uid on its own. */
export interface Documents<Document = Row> {
  findOne(params: Reading & { readonly documentId: string }): Promise<Document | null>;
  findFirst(params?: Reading): Promise<Document | null>;
  findMany(params?: Reading): Promise<Document[]>;
  create(params: Written): Promise<Document>;
  /** @returns `null` where there is no such document */
  update(params: Written & { readonly documentId: string }): Promise<Document | null>;
  publish(params: Named): Promise<unknown>;
  unpublish(params: Named): Promise<unknown>;
  discardDraft(params: Named): Promise<unknown>;
  delete(params: Named): Promise<unknown>;
}

/**
 * The document service of a type, with everything that a write goes through.
 *
 * @typeParam Document what the caller knows of the type's documents
 */
export const documentsOf = <Document = Row>(strapi: Core.Strapi, uid: string): Documents<Document> =>
  strapi.documents(uid as UID.ContentType) as unknown as Documents<Document>;

/** Reads rows below the document service: no middleware, inside the present transaction. */
export async function rowsOf(
  strapi: Core.Strapi,
  uid: string,
  where: Entry,
  populate?: unknown,
): Promise<Row[]> {
  const query = { where, orderBy: { id: 'asc' }, ...(populate === undefined ? {} : { populate }) };
  const rows: unknown = await strapi.db.query(uid).findMany(query);
  return rows as Row[];
}

/** What Strapi's own synchronisation of locales uses of the document service; nothing promises it (docs/strapi.md). */
interface Parts {
  updateComponents(entry: { id: number }, data: Entry): Promise<Entry>;
  omitComponentData(data: Entry): Entry;
}

interface Transformer {
  transformData(
    data: Entry,
    options: {
      uid: string;
      locale: string | undefined;
      status: Status;
      allowMissingId: boolean;
      useRequestCache?: boolean;
    },
  ): Promise<Entry>;
}

const partsOf = (strapi: Core.Strapi, uid: string): Parts => strapi.documents(uid as UID.ContentType);

const transformerOf = (strapi: Core.Strapi): Transformer => strapi.documents.utils;

/**
 * Makes sure that `writeRow` has what it needs. Call at the start, since many writes of content would fail.
 *
 * @throws Error, which ends the start
 */
export function assertRowWriter(strapi: Core.Strapi, uid: string): void {
  const found: Readonly<Record<string, unknown>> = { ...partsOf(strapi, uid), ...transformerOf(strapi) };
  const missing = ['updateComponents', 'omitComponentData', 'transformData'].find(
    (name) => typeof found[name] !== 'function',
  );
  if (missing)
    throw noLonger('src/platform/strapi/documents.ts', `The documents of ${uid} have no ${missing}()`);
}

/** A row of a document. */
interface RowPlace {
  readonly uid: string;
  readonly id: number;
  /** `undefined` for a type without locales. */
  readonly locale: string | undefined;
  readonly status: Status;
}

/**
 * Writes attributes into a row that is there, its components and links too, below the document service: no other locale,
 * no draft and no rule is touched by it. A related document that does not exist in the locale is left out.
 */
export async function writeRow(
  strapi: Core.Strapi,
  { uid, id, locale, status }: RowPlace,
  given: Entry,
): Promise<void> {
  const parts = partsOf(strapi, uid);
  const data = await transformerOf(strapi).transformData(given, {
    uid,
    locale,
    status,
    allowMissingId: true,
    useRequestCache: false,
  });
  const components = await parts.updateComponents({ id }, data);
  await strapi.db
    .query(uid)
    .update({ where: { id }, data: { ...parts.omitComponentData(data), ...components } });
}
