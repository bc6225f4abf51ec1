import type { Core } from '@strapi/strapi';
import { inTurns } from '../opening-hours/turn';
import { derivedValues } from './derived';
import { mainEntryOf, type MappingOptions } from './domain/schema-org/mapping';
import type { Node } from './domain/schema-org/node';
import { readRules } from './domain/schema-org/opening-hours';
import { toSchemaOrg } from './domain/schema-org/to-schema-org';
import type { Listing } from './domain/listing';
import { listingTypes } from './listing-types';

/** A listing as schema.org JSON-LD (`toSchemaOrg`). Other work gets its turn while its opening hours are read. */
export async function mapListing(
  strapi: Core.Strapi,
  listing: Listing,
  options: Omit<MappingOptions, 'derived' | 'feed'>,
): Promise<Node> {
  for (const entry of Object.values(listing.entries)) await inTurns(readRules(entry, options));
  const main = mainEntryOf(listing);
  const [derived] = await derivedValues(strapi, listing.uid, main ? [main] : [], options.now);
  const { feed } = listingTypes(strapi).all.get(listing.uid) ?? {};
  return toSchemaOrg(listing, { ...options, feed, derived });
}
