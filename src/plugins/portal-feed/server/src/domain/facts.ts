/** What filters look at in a public listing. */
export interface Facts {
  /** Slugs, those above them included. */
  readonly categories: readonly string[];
  /** Slug. */
  readonly district: string | null;
  readonly postcode: string | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  /** BCP 47. */
  readonly locales: readonly string[];
}
