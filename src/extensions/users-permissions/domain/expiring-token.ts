// Seconds since 1970 in eight hexadecimal digits last until the year 2106.
const DIGITS = 8;

/**
 * Whether a token that a release up to 0.1 mailed has expired; its end is in its last digits, and one without a readable
 * end has. All of it is hashed and stored, so a token with a changed end does not exist.
 */
export function isTokenOver(token: string, now: Date): boolean {
  const seconds = Number.parseInt(token.slice(-DIGITS), 16);
  return !Number.isFinite(seconds) || seconds * 1000 <= now.getTime();
}
