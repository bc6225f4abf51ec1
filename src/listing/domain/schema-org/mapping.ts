import type { RulePlace } from '#src/domain/opening-rule';
import type { Entry, Listing } from '../../listing';
import type { FeedOptions } from '../listing-options';
import { one } from './read';

/** How a listing is written as schema.org. */
export interface MappingOptions {
  /** `map`: localized texts as language maps (JSON-LD 1.1, 4.6.3); otherwise in this language, or else in one there is. */
  readonly language: string;
  /** The address of a listing for people. */
  urlOf(listing: Pick<Listing, 'type' | 'slug' | 'documentId'>): string;
  /** Scheme and host of this installation: addresses of files that are stored without one begin with it. */
  readonly origin: string;
  /** Holidays of this and the following year are told, and the state of a campaign. */
  readonly now: Date;
  /** Where opening rules apply; `null` without a city profile: the rules are then passed on unread. */
  readonly place: RulePlace | null;
  /** Of a content type that has no mapping of its own: its schema.org type, and the property that names its business. */
  readonly feed?: FeedOptions | undefined;
  /** What is derived of the entry that facts are read from. */
  readonly derived?: Entry | undefined;
}

/** A listing that is being mapped. */
export interface Mapping extends MappingOptions {
  readonly listing: Listing;
  /** The entry that facts are read from: they are equal in all. */
  readonly main: Entry;
  readonly derived: Entry;
  /** The business it belongs to. */
  readonly business: Entry | undefined;
}

/** The entry that facts are read from: the default locale's, where it is there. */
export const mainEntryOf = ({ entries }: Listing): Entry | undefined =>
  entries.de ?? Object.values(entries)[0];

/** The locales of a listing, the default one first where it is among them. */
export const mappingOf = (listing: Listing, options: MappingOptions): Mapping => {
  const main = mainEntryOf(listing);
  if (!main) throw new Error(`The listing ${listing.documentId} has no entry.`);
  const business = listing.business ? one(main, listing.business) : undefined;
  return { ...options, listing, main, business, derived: options.derived ?? {} };
};
