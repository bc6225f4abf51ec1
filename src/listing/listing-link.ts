import type { Core } from '@strapi/strapi';
import { cityTimeZone } from '../city/known-city';
import { isPublicAt, publicFactsPopulate, type PublicFacts } from '../domain/public-rule';
import type { Language } from '../languages/language';
import type { Places } from '../languages/mail-slots';
import type { OwnUrl } from '../languages/mail-text';
import { contributorPlace } from '../platform/mail/contributor-place';
import { listingTypes } from './listing-types';
import { listingUrl } from './listing-url';

type Row = PublicFacts & { slug?: string | null; locale?: string | null };

/**
 * Where people read a document, for a mail about it.
 * @param language of the reader; the address is that of the entry in this language, if it has one
 * @returns `undefined` if nobody can read it now, or its type has no addresses
 */
export async function listingLink(
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  language: Language,
): Promise<OwnUrl | undefined> {
  const type = listingTypes(strapi).directory.get(uid);
  if (!type?.rule) return undefined;
  const { rule } = type;
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, publishedAt: { $notNull: true } },
    populate: publicFactsPopulate(rule),
    orderBy: { id: 'asc' },
  })) as Row[];
  const timeZone = await cityTimeZone(strapi);
  const shown = rows.filter((row) => isPublicAt(rule, row, new Date(), timeZone));
  const row = shown.find(({ locale }) => locale === language) ?? shown[0];
  if (!row) return undefined;
  // The operator says where listings are read (LISTING_URL), not the person who wrote the listing.
  return listingUrl(strapi, { type: type.type, slug: row.slug ?? null, documentId }, language) as OwnUrl;
}

/** Where a contributor sees a document and changes it, for a mail about it. */
export const entryPlaces = async (
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  language: Language,
): Promise<Places> => ({
  about: await listingLink(strapi, uid, documentId, language),
  change: contributorPlace(strapi, language),
});
