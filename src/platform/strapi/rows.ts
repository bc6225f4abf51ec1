import type { Core } from '@strapi/strapi';
import type { Entry, GetModel, Model } from './schema';

export const modelGetter =
  (strapi: Core.Strapi): GetModel =>
  (uid) =>
    strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]) as unknown as Model;

/** Whether a type is our own content, not a plugin's. */
export const isContent = (uid: string): boolean => uid.startsWith('api::');

export const hasDrafts = (model: Model): boolean => model.options?.draftAndPublish === true;

interface LocaleService {
  getDefaultLocale(): Promise<string>;
}

export const defaultLocale = (strapi: Core.Strapi): Promise<string> =>
  (strapi.plugin('i18n').service('locales') as unknown as LocaleService).getDefaultLocale();

/** A row of a document of any content type, as returned by the query engine. */
export interface Row extends Entry {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
}

/** Reads rows below the document service: without middlewares, inside the current transaction. */
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
