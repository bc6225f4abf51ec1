/** One language of a listing: its published version as REST shows it, with everything populated and nothing private. */
export type Entry = Readonly<Record<string, unknown>>;

/** What filters and search look at; the same in all languages. */
export interface ListingFacts {
  /** Slugs, including those of the categories above. */
  readonly categories: readonly string[];
  /** Slug. */
  readonly district: string | null;
  readonly postcode: string | null;
  /** WGS 84, degrees. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** A public document with everything that feed and directory show of it. */
export interface Listing {
  /** The content type's uid. */
  readonly uid: string;
  /** The content type's singular name: `business`, `advisory-contact`. */
  readonly type: string;
  readonly documentId: string;
  readonly slug: string | null;
  /** The attribute of its entries that holds its business, such as `employer` of a job. */
  readonly business?: string | undefined;
  readonly locales: readonly string[];
  /** By locale, each including its business. A type without locales uses the default locale. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** Whether it may go out in the feed (`isSyndicated`). */
  readonly syndicated: boolean;
  readonly facts: ListingFacts;
  readonly firstPublishedAt: Date | null;
  /** When the public stops seeing it by time alone; `null`: it stays. */
  readonly publicUntil: Date | null;
}
