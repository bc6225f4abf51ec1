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
  readonly locales: readonly string[];
  /** By locale. Offers and campaigns have their `business` in it. A type without locales has the default locale. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** May leave by the feed: by consent or licence; offers and campaigns as their business; the others always. */
  readonly syndicated: boolean;
  readonly facts: ListingFacts;
  readonly firstPublishedAt: Date | null;
  /** When it next changes by time alone: it ends, or its campaign begins. */
  readonly nextChangeAt: Date | null;
}
