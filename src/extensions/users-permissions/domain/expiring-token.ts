// Seconds since 1970 in eight hexadecimal digits last until the year 2106.
const DIGITS = 8;

/**
 * A token with its expiry in its last digits. All of it is hashed and stored, so a token with a changed expiry does not
 * exist.
 * @param random hexadecimal
 */
export function buildExpiringToken(random: string, endsAt: Date): string {
  return (
    random +
    Math.floor(endsAt.getTime() / 1000)
      .toString(16)
      .padStart(DIGITS, '0')
  );
}

/** Whether the token has expired; one without a readable expiry has. */
export function isTokenOver(token: string, now: Date): boolean {
  const seconds = Number.parseInt(token.slice(-DIGITS), 16);
  return !Number.isFinite(seconds) || seconds * 1000 <= now.getTime();
}
