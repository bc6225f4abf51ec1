/** One language of a listing: its published version as REST shows it with everything populated, nothing private. */
export type Entry = Readonly<Record<string, unknown>>;

/** What filters and search ask about, equal in all languages. */
export interface ListingFacts {
  /** Slugs, those above included. */
  readonly categories: readonly string[];
  /** Slug. */
  readonly district: string | null;
  readonly postcode: string | null;
  /** WGS 84, degrees. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** A document that is public, with everything that feed and directory show of it. */
export interface Listing {
  /** The content type's uid. */
  readonly uid: string;
  /** The content type's singular name: `business`, `advisory-contact`. */
  readonly type: string;
  readonly documentId: string;
  readonly slug: string | null;
  /** The attribute of its entries that holds the business it belongs to: `employer` of a job. */
  readonly business?: string | undefined;
  readonly locales: readonly string[];
  /** By locale, the business it belongs to in it. A type without locales has the default locale. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** May leave by the feed: by consent or licence; what belongs to a business as that one; the city's own always. */
  readonly syndicated: boolean;
  readonly facts: ListingFacts;
  readonly firstPublishedAt: Date | null;
  /** When it next changes for the public by time alone: it ends, or its state is another. */
  readonly nextChangeAt: Date | null;
}
