/** What of an exchange decides whether it may be kept. */
export interface Exchange {
  readonly isReading: boolean;
  readonly status: number;
  /** The address is known to answer everybody alike. */
  readonly isPublic: boolean;
  readonly hasToken: boolean;
}

/**
 * `Cache-Control` of an answer whose handler has not set one itself (RFC 9111): what is not known to be public is
 * nobody's to keep.
 */
export function cacheControl({ isReading, status, isPublic, hasToken }: Exchange): string {
  if (!isPublic || !isReading || status >= 400) return 'no-store';
  // Caches may keep it and must ask each time: an editor's change is seen at once.
  return hasToken ? 'private, no-cache' : 'public, max-age=0, must-revalidate';
}
