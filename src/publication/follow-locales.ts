import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import { inPublicationBatch } from './batch';
import type { DocumentName } from './domain/document-set';
import { hasPublicSide } from './public-side';

interface LocaleService {
  findById(id: number | string): Promise<{ code: string } | null>;
  delete(where: { id: number | string }): Promise<unknown>;
}

/**
 * Announces what was public in a language when the language is removed in the settings, which deletes its rows below
 * the document service. To be called in `bootstrap`.
 */
export function followLocales(strapi: Core.Strapi): void {
  const locales = strapi.plugin('i18n').service('locales') as unknown as LocaleService;
  const remove = locales.delete.bind(locales);
  locales.delete = ({ id }) =>
    inPublicationBatch(strapi, async (batch) => {
      const locale = await locales.findById(id);
      await batch.watchAll(locale ? await publicIn(strapi, locale.code) : []);
      return remove({ id });
    });
}

const PUBLIC_IN = (uid: string, table: string): string =>
  `select '${uid}' as "type", document_id as "documentId" from "${table}"
    where locale = :locale and published_at is not null`;

async function publicIn(strapi: Core.Strapi, locale: string): Promise<DocumentName[]> {
  // Every content type has the column; it is empty where a type is not localized.
  const types = Object.keys(strapi.contentTypes).filter((uid) => hasPublicSide(strapi, uid));
  const text = types.map((uid) => PUBLIC_IN(uid, strapi.db.metadata.get(uid).tableName)).join(' union ');
  return inTransaction(strapi, (sql) => sql<DocumentName>(text, { locale }));
}
