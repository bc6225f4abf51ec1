import type { Core } from '@strapi/strapi';
import { documentsOf, type Documents } from '../platform/strapi/documents';

export type Uid =
  | 'api::business.business'
  | 'api::offer.offer'
  | 'api::campaign.campaign'
  | 'api::advisory-contact.advisory-contact'
  | 'api::organisation.organisation'
  | 'api::press-notice.press-notice'
  | 'api::linked-portal.linked-portal'
  | 'api::category.category'
  | 'api::district.district'
  | 'api::city-profile.city-profile';

export type Data = Record<string, unknown>;

/** The part of a document's row that an import reads. */
export interface StoredDocument {
  documentId: string;
  updatedAt: string;
  [attribute: string]: unknown;
}

/** The document service as an import uses it: data comes from records, so its type is not that of one schema. */
export const documents = (strapi: Core.Strapi, uid: Uid): Documents<StoredDocument> =>
  documentsOf<StoredDocument>(strapi, uid);

/** Data of a document in each language. */
export interface LocalizedData {
  de: Data;
  en: Data;
}

/** Creates a document in both languages, as a draft if its type has drafts. */
export const createInBoth = async (strapi: Core.Strapi, uid: Uid, data: LocalizedData): Promise<string> => {
  const { documentId } = await documents(strapi, uid).create({ data: data.de, locale: 'de' });
  await documents(strapi, uid).update({ documentId, data: data.en, locale: 'en' });
  return documentId;
};

export const updateInBoth = async (
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string,
  data: LocalizedData,
): Promise<void> => {
  await documents(strapi, uid).update({ documentId, data: data.de, locale: 'de' });
  await documents(strapi, uid).update({ documentId, data: data.en, locale: 'en' });
};

export const publishAll = (strapi: Core.Strapi, uid: Uid, documentId: string): Promise<unknown> =>
  documents(strapi, uid).publish({ documentId, locale: '*' });

/**
 * Adds the English version to a document that editors created in German only. What a listing refers to has to exist in
 * all its languages, because a relation is a fact and the same in each.
 */
export const ensureEnglish = async (
  strapi: Core.Strapi,
  uid: Uid,
  documentId: string,
  data: Data,
): Promise<void> => {
  const english = await documents(strapi, uid).findOne({ documentId, locale: 'en', fields: ['documentId'] });
  if (!english) await documents(strapi, uid).update({ documentId, data, locale: 'en' });
};
