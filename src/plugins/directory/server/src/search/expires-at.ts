import type { Found } from './search';

const MINUTE_MS = 60_000;

/** Opening hours change on the minute. */
export const nextMinute = (now: Date): Date =>
  new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS);

/** The earliest of the moments that are still to come. */
export const earliest = (moments: readonly (Date | null)[], now: Date): Date | null =>
  moments.reduce<Date | null>(
    (first, moment) =>
      moment !== null && moment > now && (first === null || moment < first) ? moment : first,
    null,
  );

const isTimed = ({ query, phrase }: Found): boolean =>
  query.openNow || query.validNow || Boolean(phrase?.open ?? phrase?.perhaps);

/** The next moment at which an answer changes though nothing is written. */
export function expiresAt(found: Found, now: Date): Date | null {
  const shown = found.hits.flatMap((hit) => [hit.next_change, hit.valid_from, hit.valid_until]);
  // A listing that is not on the page may come onto it with the next opening.
  return earliest([found.publicUntil, ...shown, isTimed(found) ? nextMinute(now) : null], now);
}
