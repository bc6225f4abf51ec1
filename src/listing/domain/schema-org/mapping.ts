import type { RulePlace } from '#src/domain/opening-rule';
import type { Entry, Listing } from '../listing';
import type { FeedOptions } from '../listing-options';
import { one } from './read';

/** How a listing is written as schema.org. */
export interface MappingOptions {
  /** `map` for localized texts as language maps (JSON-LD 1.1, 4.6.3); otherwise the language to use, if it exists. */
  readonly language: string;
  /** The web address at which people read a listing. */
  urlOf(listing: Pick<Listing, 'type' | 'slug' | 'documentId'>): string;
  /** Scheme and host of this installation, put before file addresses that are stored without them. */
  readonly origin: string;
  /** Determines the state of a campaign, and which two years of holidays are listed. */
  readonly now: Date;
  /** Where opening rules apply; `null` without a city profile, and then rules are passed on unread. */
  readonly place: RulePlace | null;
  /** Who publishes the notices: the city's name. */
  readonly publisher?: string | undefined;
  /** For a content type without its own mapping: its schema.org type, and the property that holds its business. */
  readonly feed?: FeedOptions | undefined;
  /** The derived values of the main entry. */
  readonly derived?: Entry | undefined;
}

/** A listing that is being mapped. */
export interface Mapping extends MappingOptions {
  readonly listing: Listing;
  /** The entry from which facts are read; they are the same in all. */
  readonly main: Entry;
  readonly derived: Entry;
  /** The business it belongs to. */
  readonly business: Entry | undefined;
}

/** The entry from which facts are read: the default locale's, if it exists. */
export const mainEntryOf = ({ entries }: Listing): Entry | undefined =>
  entries.de ?? Object.values(entries)[0];

/** A listing with everything its mapping needs. */
export const mappingOf = (listing: Listing, options: MappingOptions): Mapping => {
  const main = mainEntryOf(listing);
  if (!main) throw new Error(`The listing ${listing.documentId} has no entry.`);
  const business = listing.business ? one(main, listing.business) : undefined;
  return { ...options, listing, main, business, derived: options.derived ?? {} };
};
