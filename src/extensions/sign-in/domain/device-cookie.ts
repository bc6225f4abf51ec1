import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a device is remembered after a sign-in, in seconds: half a year, for those who look in between seasons. */
export const DEVICE_SECONDS = 180 * 86_400;

// 128 bits of HMAC-SHA256, as nobody can guess them.
const SIGNATURE_BYTES = 16;

const signatureOf = (key: Uint8Array, account: string, device: string, ends: string): Buffer =>
  createHmac('sha256', key).update(`${account}\n${device}\n${ends}`).digest().subarray(0, SIGNATURE_BYTES);

/**
 * The value of a cookie by which a device shows that an account has signed in there (OWASP calls it a device cookie). It
 * opens nothing: failed tries from there are counted separately from those of strangers.
 * @param account names the door as well, so that no cookie is good for another
 * @param device random, base64url
 */
export function deviceCookie(key: Uint8Array, account: string, device: string, now: Date): string {
  const ends = (Math.floor(now.getTime() / 1_000) + DEVICE_SECONDS).toString(36);
  return `${device}.${ends}.${signatureOf(key, account, device, ends).toString('base64url')}`;
}

/**
 * The device that a cookie names. Compares in constant time.
 * @param keys of which any may have signed it
 * @returns `undefined` if it is forged, over, or another account's
 */
export function readDeviceCookie(
  keys: readonly Uint8Array[],
  account: string,
  cookie: string,
  now: Date,
): string | undefined {
  const [, device = '', ends = '', signature = ''] =
    /^([\w-]{1,64})\.([0-9a-z]{1,9})\.([\w-]{22})$/.exec(cookie) ?? [];
  const shown = Buffer.from(signature, 'base64url');
  const isSigned = keys.some((key) => {
    const right = signatureOf(key, account, device, ends);
    return shown.length === right.length && timingSafeEqual(shown, right);
  });
  return isSigned && Number.parseInt(ends, 36) * 1_000 > now.getTime() ? device : undefined;
}
