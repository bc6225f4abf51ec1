import { createHmac, timingSafeEqual } from 'node:crypto';

// One hour: long enough to look at a form, too short to pass the address on as if the city had published the file.
const LIFETIME_SECONDS = 3_600;
// Addresses change only every quarter of an hour, so that an answer read twice is identical and keeps its entity tag.
const STEP_SECONDS = 900;

/** What a request presents in order to see a file that is not public. */
export interface Proof {
  expires: string | null;
  signature: string | null;
}

const signatureOf = (key: Uint8Array, path: string, expires: number): Buffer =>
  createHmac('sha256', key).update(`${path}\n${expires}`).digest();

/**
 * The address of a file for someone who may see it before it is public: HMAC-SHA256 over path and expiry.
 * @param path as in the file's row, without a query
 * @returns an address that expires 45 to 60 minutes after `now`
 */
export function signedAddress(key: Uint8Array, path: string, now: Date): string {
  const step = Math.floor(now.getTime() / 1_000 / STEP_SECONDS);
  const expires = step * STEP_SECONDS + LIFETIME_SECONDS;
  return `${path}?expires=${expires}&signature=${signatureOf(key, path, expires).toString('base64url')}`;
}

/** Whether a proof was signed with one of the keys for this path and has not expired. Compares in constant time. */
export function isProved(
  keys: readonly Uint8Array[],
  path: string,
  { expires, signature }: Proof,
  now: Date,
): boolean {
  if (!expires || !signature || !/^\d{1,12}$/.test(expires)) return false;
  const end = Number(expires);
  if (end * 1_000 <= now.getTime()) return false;
  const shown = Buffer.from(signature, 'base64url');
  return keys.some((key) => {
    const right = signatureOf(key, path, end);
    return shown.length === right.length && timingSafeEqual(shown, right);
  });
}
