/** A suggestion of `GET /api/directory/suggest`. */
export interface Suggestion {
  readonly kind: 'category' | 'district' | 'listing' | 'word';
  readonly text: string;
  readonly slug?: string;
  /** Of a listing: its page. */
  readonly url?: string;
}

/**
 * Where a suggestion leads: a listing to its page, a category or district to what is in it.
 * @param action the path of the search
 * @returns nothing for a word, which is only written into the field
 */
export function targetOf({ kind, slug, url }: Suggestion, action: string): string | undefined {
  if (kind === 'listing') return url;
  if ((kind === 'category' || kind === 'district') && slug !== undefined)
    return `${action}?${kind}=${encodeURIComponent(slug)}`;
  return undefined;
}

/** The option that follows in a direction; after the last comes none, which is the field itself, then the first. */
export function stepped(active: number, count: number, by: 1 | -1): number {
  const places = count + 1;
  return ((active + 1 + by + places) % places) - 1;
}
