// One day, the longest delay in the plan. Otherwise a receiver that asks for a year would never get anything again.
const LONGEST = 24 * 60 * 60 * 1_000;

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or an HTTP date.
 * @returns milliseconds from `now`, 0 to one day; `null` if it is neither
 */
export function retryAfterMilliseconds(value: string | undefined, now: Date): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, LONGEST);
  // Date.parse accepts much that is not an HTTP date, such as "2020" or "1.5".
  if (!/^[A-Za-z]+, .*\d{2}:\d{2}:\d{2}/.test(text)) return null;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(at - now.getTime(), 0), LONGEST);
}
