import type { Core } from '@strapi/strapi';
import type { Entry, GetModel, Model } from './schema';

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
