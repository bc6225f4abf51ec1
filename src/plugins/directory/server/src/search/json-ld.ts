import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import { listingUrl, type Listing } from '#src/listing/index';
import { listingTypes } from '#src/listing/listing-types';
import { mapListing } from '#src/listing/map-listing';
import { publicUrl } from '#src/platform/mail/public-url';
import { knownCity } from '#src/city/known-city';
import type { ListingDetailRow } from './listing.sql';

/** A row of the read model as the listing it was made from, in one language. */
const listingOf = (strapi: Core.Strapi, row: ListingDetailRow): Listing => ({
  uid: row.uid,
  type: row.type,
  documentId: row.document_id,
  slug: row.slug,
  business: listingTypes(strapi).all.get(row.uid)?.business,
  locales: [row.language],
  entries: { [row.language]: JSON.parse(row.detail) as Record<string, unknown> },
  // Only used by the feed.
  syndicated: false,
  facts: {
    categories: row.categories,
    district: row.district,
    postcode: row.postcode,
    point:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
  },
  firstPublishedAt: row.first_published_at,
  publicUntil: row.public_until,
});

/**
 * A listing as schema.org JSON-LD in one language.
 * @param language of the reader
 */
export async function jsonLd(
  strapi: Core.Strapi,
  row: ListingDetailRow,
  now: Date,
  language: Language,
): Promise<string> {
  const { city } = await knownCity(strapi);
  const node = await mapListing(strapi, listingOf(strapi, row), {
    language: row.language,
    urlOf: (listing) => listingUrl(strapi, listing, language),
    origin: publicUrl(strapi, ''),
    now,
    place: city ?? null,
    publisher: city?.name,
  });
  return JSON.stringify(node);
}
