import type { Core } from '@strapi/strapi';
import { listingUrl, type Listing } from '../../../../../listing';
import { mapListing } from '../../../../../listing/map-listing';
import { publicUrl } from '../../../../../platform/mail/public-url';
import { knownCity } from '../../../../../city/known-city';
import type { ListingDetailRow } from './listing.sql';

interface FeedOptions {
  readonly schemaType?: string;
}

/** A row of the read model as the listing it was made from, in one language. */
const listingOf = (row: ListingDetailRow): Listing => ({
  uid: row.uid,
  type: row.type,
  documentId: row.document_id,
  slug: row.slug,
  locales: [row.language],
  entries: { [row.language]: JSON.parse(row.detail) as Record<string, unknown> },
  // Only the feed asks.
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
  nextChangeAt: row.public_until,
});

function schemaTypeOf(strapi: Core.Strapi, uid: string): string | undefined {
  const { pluginOptions } = strapi.contentTypes[uid as 'api::offer.offer'] as {
    pluginOptions?: { feed?: FeedOptions };
  };
  return pluginOptions?.feed?.schemaType;
}

/** A listing as schema.org JSON-LD in one language. */
export async function jsonLd(strapi: Core.Strapi, row: ListingDetailRow, now: Date): Promise<string> {
  const { city } = await knownCity(strapi);
  const node = await mapListing(listingOf(row), {
    language: row.language,
    urlOf: (listing) => listingUrl(strapi, listing),
    origin: publicUrl(strapi, ''),
    now,
    place: city ?? null,
    schemaType: schemaTypeOf(strapi, row.uid),
  });
  return JSON.stringify(node);
}
