/** The facts of a public listing that filters compare. */
export interface FilterFacts {
  /** Slugs, including those of the categories above. */
  readonly categories: readonly string[];
  /** Slug. */
  readonly district: string | null;
  readonly postcode: string | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** BCP 47. */
  readonly locales: readonly string[];
}
