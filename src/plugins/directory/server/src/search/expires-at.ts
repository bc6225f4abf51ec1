import type { Found } from './search';

const MINUTE_MS = 60_000;

/** Opening hours change on the minute. */
export const nextMinute = (now: Date): Date =>
  new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS);

/** The earliest of the moments in the future. */
export const earliest = (moments: readonly (Date | null)[], now: Date): Date | null =>
  moments.reduce<Date | null>(
    (first, moment) =>
      moment !== null && moment > now && (first === null || moment < first) ? moment : first,
    null,
  );

const isTimed = ({ query, phrase }: Found): boolean =>
  query.openNow || query.validNow || Boolean(phrase?.open ?? phrase?.perhaps);

/** The next moment at which an answer changes without any write. */
export function expiresAt(found: Found, now: Date): Date | null {
  const shown = found.hits.flatMap((hit) => [hit.changes_at, hit.valid_from, hit.valid_until]);
  // A listing not on the page may appear on it when it opens.
  return earliest([found.publicUntil, ...shown, isTimed(found) ? nextMinute(now) : null], now);
}
