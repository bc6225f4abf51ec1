import type { Core } from '@strapi/strapi';
import type { LocaleStep } from '../platform/strapi/patches';
import { inTransaction } from '../platform/sql/sql';
import { inPublicationBatch } from './batch';
import type { DocumentName } from './domain/document-set';
import { listingTypes } from '../listing/listing-types';
import { tableOf } from '../platform/strapi/tables';

/**
 * Announces what was public in a language when it is removed in the settings, which deletes its rows below the document
 * service.
 */
export const followLocales: LocaleStep = {
  name: 'announcement',
  around: (strapi, locale, next) =>
    inPublicationBatch(strapi, async (batch) => {
      await batch.watchAll(locale ? await publicIn(strapi, locale.code) : []);
      return next();
    }),
};

const PUBLIC_IN = (uid: string, table: string): string =>
  `select '${uid}' as "type", document_id as "documentId" from "${table}"
    where locale = :locale and published_at is not null`;

async function publicIn(strapi: Core.Strapi, locale: string): Promise<DocumentName[]> {
  // Every content type has the column; it is empty if a type is not localized.
  const types = [...listingTypes(strapi).public.keys()];
  const text = types.map((uid) => PUBLIC_IN(uid, tableOf(strapi, uid).tableName)).join(' union ');
  return inTransaction(strapi, (sql) => sql<DocumentName>(text, { locale }));
}
