import type { Core } from '@strapi/strapi';
import type { Entry, GetModel, Model } from './schema';

/** A call of the document service, as its middlewares see it. */
export interface DocumentCall {
  uid: string;
  action: string;
  contentType: Model;
  params: {
    documentId?: string;
    data?: Entry;
    locale?: string | string[] | null;
    status?: 'draft' | 'published';
    /** Code that writes for a contributor says so; whatever else is said here is not believed. */
    actor?: string;
  };
}

export type Next = () => Promise<unknown>;

type Middleware = (call: DocumentCall, next: Next) => Promise<unknown>;

/** Registers a document-service middleware with the types that the rules use. */
export function useMiddleware(strapi: Core.Strapi, middleware: Middleware): void {
  strapi.documents.use(middleware as unknown as Parameters<Core.Strapi['documents']['use']>[0]);
}

export const modelGetter =
  (strapi: Core.Strapi): GetModel =>
  (uid) =>
    strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]) as unknown as Model;

/** Our own content, not that of a plugin. */
export const isContent = (uid: string): boolean => uid.startsWith('api::');

export const hasDrafts = (model: Model): boolean => model.options?.draftAndPublish === true;

interface LocaleService {
  getDefaultLocale(): Promise<string>;
}

export const defaultLocale = (strapi: Core.Strapi): Promise<string> =>
  (strapi.plugin('i18n').service('locales') as unknown as LocaleService).getDefaultLocale();

/** Rows of a document: what the query engine returns of any content type. */
export interface Row extends Entry {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
}

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

interface Transaction {
  trx: {
    raw(sql: string, bindings: readonly (string | number)[]): Promise<{ rows: Entry[] }>;
  };
}

/** Runs SQL with bound parameters inside the present transaction, or in one of its own. */
export async function inTransaction(
  strapi: Core.Strapi,
  sql: string,
  bindings: readonly (string | number)[],
): Promise<Entry[]> {
  const run = ({ trx }: Transaction) => trx.raw(sql, bindings);
  const { rows } = await strapi.db.transaction(run);
  return rows;
}
