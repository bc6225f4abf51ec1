import type { z } from 'zod';
import type { Catalogue } from '#src/languages/catalogue';
import type { Entry, Listing } from '#src/listing/index';
import type { BoundingBox, FilterField, FilterOption, FilterValue } from '../contract';
import type { EventData } from '../domain/feed-event';
import type { Fact } from '../domain/filter-facts';

/** What there is to filter by: the listing types and languages of this installation. */
export interface Known {
  readonly types: readonly string[];
  readonly locales: readonly string[];
}

/** What the panel can offer to choose from, in its language. */
export interface Choices {
  types(): readonly FilterOption[];
  locales(): Promise<readonly FilterOption[]>;
  /** The documents, by slug, of the type that `config` of the plugin names. */
  named(type: 'categoryType' | 'districtType'): Promise<readonly FilterOption[]>;
  city(): Promise<City>;
}

/** What is known of the city. */
export interface City {
  readonly postcodes: readonly string[];
  readonly boundingBox: BoundingBox | null;
}

/**
 * One criterion of what a portal gets. `Wanted` is what a portal can ask, `Looked` what the log keeps of each listing to
 * answer it. All that feed and panel know of a criterion is here, and its words in `portalFilters` of each language.
 */
export interface Filter<Wanted extends FilterValue, Looked extends Fact> {
  /** Its name in a portal's filter and in the catalogues. Portals are saved with it: it stays. */
  readonly key: keyof Catalogue['portalFilters'];
  /** What asks nothing. */
  readonly none: Wanted;
  /** What may be asked; what is left out asks nothing. */
  schema(known: Known): z.ZodType<Wanted>;
  /** The name of what it looks at, among the facts of an event. Events are kept with it: it stays. */
  readonly fact: string;
  /**
   * What it looks at. Absent for `type`, which each event says itself.
   * @param place the entry that says where the listing is: that of its business, or its own where it has none
   */
  factOf?(listing: Listing, place: Entry): Looked;
  /** Whether a listing is what the portal asks for; not called where it asks nothing. */
  matches(wanted: Wanted, fact: Looked): boolean;
  /** What the portal sees of a listing that matches; absent: all of it. */
  shown?(data: EventData, wanted: Wanted): EventData;
  /** How the panel asks for it. */
  field(choices: Choices): FilterField | Promise<FilterField>;
}

/** Any of them. Its methods are called with what its own schema and `factOf` have given. */
export type AnyFilter = Filter<FilterValue, Fact>;
