import type { Core } from '@strapi/strapi';
import { listingUrl, readListings, type Listing } from '#src/listing/index';
import { mapListing } from '#src/listing/map-listing';
import { publicUrl } from '#src/platform/mail/public-url';
import { knownCity } from '#src/city/known-city';
import { factsOf } from '../filters/portal-filter';
import { publishedState, type DocumentState } from '../domain/document-state';
import type { FeedType } from '#src/listing/domain/listing-type';
import { listingTypes } from '#src/listing/listing-types';

interface Document {
  readonly documentId: string;
  readonly uid: string;
}

/**
 * The current states of these documents in the feed, by document id, without those that are not public or not
 * syndicated. A constant number of statements per content type.
 */
export async function currentStates(
  strapi: Core.Strapi,
  documents: readonly Document[],
  now: Date,
): Promise<ReadonlyMap<string, DocumentState>> {
  const states = new Map<string, DocumentState>();
  for (const type of listingTypes(strapi).feed.values()) {
    const ids = documents.filter(({ uid }) => uid === type.uid).map(({ documentId }) => documentId);
    const listings = await readListings(strapi, type.uid, ids, now);
    for (const listing of listings.values())
      if (listing.syndicated) states.set(listing.documentId, await stateOf(strapi, type, listing, now));
  }
  return states;
}

async function stateOf(
  strapi: Core.Strapi,
  type: FeedType,
  listing: Listing,
  now: Date,
): Promise<DocumentState> {
  const { city } = await knownCity(strapi);
  const locales = [...listing.locales].sort();
  const mapped = await mapListing(strapi, listing, {
    language: 'map',
    urlOf: (named) => listingUrl(strapi, named),
    origin: publicUrl(strapi, ''),
    now,
    place: city ?? null,
    publisher: city?.name,
  });
  const named = { uid: type.uid, name: type.type, documentId: listing.documentId };
  return publishedState(
    named,
    { url: listingUrl(strapi, listing), locales, listing: mapped },
    factsOf(listing),
  );
}
