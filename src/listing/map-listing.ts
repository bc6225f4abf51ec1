import { turn } from '../opening-hours/turn';
import type { MappingOptions } from './domain/schema-org/mapping';
import type { Node } from './domain/schema-org/node';
import { readRules } from './domain/schema-org/opening-hours';
import { toSchemaOrg } from './domain/schema-org/to-schema-org';
import type { Listing } from './listing';

/** A listing as schema.org JSON-LD (`toSchemaOrg`); others get their turn between two rules of its opening hours. */
export async function mapListing(listing: Listing, options: MappingOptions): Promise<Node> {
  for (const entry of Object.values(listing.entries))
    for (const _read of readRules(entry, options)) await turn();
  return toSchemaOrg(listing, options);
}
