import { contentLocales, localeAsked } from '#src/platform/strapi/content-locales';
import type { Core } from '@strapi/strapi';
import { populateOf } from '../domain/populate';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { documentsOf } from '#src/platform/strapi/documents';
import { modelGetter, modelOf } from '#src/platform/strapi/models';

/** A draft in one language, as contributors see it. */
export interface Draft extends Record<string, unknown> {
  documentId: string;
  locale: string;
}

/**
 * The language of a request; by default the city's.
 * @throws Refusal `locale-unknown`
 */
export const localeOf = async (strapi: Core.Strapi, wanted: string | undefined): Promise<string> =>
  localeAsked(wanted, await contentLocales(strapi));

const findOf =
  (status: 'draft' | 'published') =>
  (strapi: Core.Strapi, type: SelfServiceType, documentId: string, locale: string): Promise<Draft | null> =>
    documentsOf<Draft>(strapi, type.uid).findOne({
      documentId,
      locale,
      status,
      populate: populateOf(modelOf(strapi, type.uid), modelGetter(strapi)),
    });

/** One draft in one language; `null` if the document does not have it. */
export const findDraft = findOf('draft');

/** What the public sees of it, or saw last; `null` if it is not published in this language. */
export const findPublished = findOf('published');

/** A document's drafts in all its languages. */
export async function draftsOf(
  strapi: Core.Strapi,
  type: SelfServiceType,
  documentId: string,
): Promise<Draft[]> {
  const rows = (await strapi.db
    .query(type.uid)
    .findMany({ where: { documentId, publishedAt: null }, select: ['locale'] })) as { locale: string }[];
  const drafts = await Promise.all(rows.map(({ locale }) => findDraft(strapi, type, documentId, locale)));
  return drafts.filter((draft): draft is Draft => draft !== null);
}

interface Key {
  documentId: string;
  locale: string;
}

const ofBusinesses = (type: SelfServiceType, businesses: readonly string[]) => {
  const owned = { $in: [...businesses] };
  return type.business ? { [type.business]: { documentId: owned } } : { documentId: owned };
};

/** A draft in one language, with what it is called. */
export interface DraftName extends Key {
  readonly title: string | null;
}

/** The drafts of these businesses in all languages, the oldest first. */
export async function listDraftNames(
  strapi: Core.Strapi,
  type: SelfServiceType,
  businesses: readonly string[],
): Promise<DraftName[]> {
  const rows = (await strapi.db.query(type.uid).findMany({
    where: { ...ofBusinesses(type, businesses), publishedAt: null },
    select: ['documentId', 'locale', type.name],
    orderBy: { id: 'asc' },
  })) as (Key & Readonly<Record<string, string | null>>)[];
  return rows.map((row) => ({
    documentId: row.documentId,
    locale: row.locale,
    title: row[type.name] ?? null,
  }));
}

/** Documents of these businesses, last changed first, each in `locale` or else in a language that it has. */
export async function listDraftKeys(
  strapi: Core.Strapi,
  type: SelfServiceType,
  businesses: readonly string[],
  locale: string,
): Promise<Key[]> {
  const rows = (await strapi.db.query(type.uid).findMany({
    where: { ...ofBusinesses(type, businesses), publishedAt: null },
    select: ['documentId', 'locale', 'updatedAt'],
    orderBy: [{ updatedAt: 'desc' }, { documentId: 'asc' }],
  })) as Key[];
  const byDocument = new Map<string, Key>();
  for (const { documentId, locale: present } of rows)
    if (!byDocument.has(documentId) || present === locale)
      byDocument.set(documentId, { documentId, locale: present });
  return [...byDocument.values()];
}
