/** The facts that decide whether an answer may be cached. */
export interface Exchange {
  readonly isReading: boolean;
  readonly status: number;
  /** Whether the address is known to give everyone the same answer. */
  readonly isPublic: boolean;
  readonly hasToken: boolean;
}

/**
 * `Cache-Control` of an answer whose handler has not set one itself (RFC 9111): anything not known to be public must
 * not be cached.
 */
export function cacheControl({ isReading, status, isPublic, hasToken }: Exchange): string {
  if (!isPublic || !isReading || status >= 400) return 'no-store';
  // Caches may keep it but must revalidate each time, so that an editor's change is visible immediately.
  return hasToken ? 'private, no-cache' : 'public, max-age=0, must-revalidate';
}
