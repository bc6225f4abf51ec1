import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { defaultLocale } from '#src/platform/strapi/locales';
import { modelOf } from '#src/platform/strapi/models';
import { isLocalized } from '#src/platform/strapi/schema';
import type { DocumentCall } from '#src/writing/step';

export interface Description {
  readonly title: string | null;
  /** The business whose managers are responsible for the document. */
  readonly businessDocumentId: string | null;
}

type Row = { locale: string | null; documentId: string } & Record<string, unknown>;

/** The title and the business of a document, from its draft; `undefined` if there is no such document. */
export async function describeDocument(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
): Promise<Description | undefined> {
  return (await describeDocuments(strapi, uid, [documentId])).get(documentId);
}

/** The same for many documents of one type, in one or two statements, without those that do not exist. */
export async function describeDocuments(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Description>> {
  const type = listingTypes(strapi).moderated.get(uid);
  if (!type) return new Map();
  const { name, isBusiness, business: toBusiness } = type;
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'locale', name],
    where: { documentId: { $in: [...documentIds] } },
    // Drafts first: `publishedAt` is null there.
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    ...(toBusiness ? { populate: { [toBusiness]: { select: ['documentId'] } } } : {}),
  })) as Row[];
  const preferred = await defaultLocale(strapi);
  const described = new Map<string, Description>();
  for (const row of [...rows.filter(({ locale }) => locale === preferred), ...rows]) {
    if (described.has(row.documentId)) continue;
    const title = row[name];
    const business = toBusiness ? (row[toBusiness] as { documentId?: string } | null) : undefined;
    described.set(row.documentId, {
      title: typeof title === 'string' ? title : null,
      businessDocumentId: isBusiness ? row.documentId : (business?.documentId ?? null),
    });
  }
  return described;
}

/** The locales of a document service call; `all` for `*` and for a type without locales. */
export async function localesOfCall(
  strapi: Core.Strapi,
  uid: string,
  locale: DocumentCall['params']['locale'],
): Promise<'all' | readonly string[]> {
  if (!isLocalized(modelOf(strapi, uid)) || locale === '*') return 'all';
  if (!locale || locale.length === 0) return [await defaultLocale(strapi)];
  return typeof locale === 'string' ? [locale] : locale;
}

/** The locales of the rows of a document. */
export async function localesOf(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  status: 'draft' | 'published',
): Promise<string[]> {
  const rows = (await strapi.db.query(uid).findMany({
    select: ['id', 'locale'],
    where: { documentId, publishedAt: status === 'draft' ? { $null: true } : { $notNull: true } },
  })) as { locale: string | null }[];
  return rows.map(({ locale }) => locale ?? '');
}
