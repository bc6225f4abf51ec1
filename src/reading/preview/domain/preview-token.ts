import { createHmac, timingSafeEqual } from 'node:crypto';

/** The one draft that a token shows. */
export interface Previewed {
  /** The content type's singular name: `business`. */
  readonly type: string;
  readonly documentId: string;
  readonly locale: string;
  /** The contributor it was made for; none: an editor. */
  readonly account?: number | undefined;
}

/** A token that was read, and when it ends. */
export interface ReadToken extends Previewed {
  readonly expiresAt: Date;
}

// Long enough for a look at a page and its changes; an address that is passed on does not last.
const LIFETIME_SECONDS = 3_600;
// Of HMAC-SHA256, 128 bits: nobody guesses them in an hour, and the token stays short.
const SIGNATURE_BYTES = 16;
// Ids have 24 characters; longer than this none is ours.
const LONGEST = 400;

const signatureOf = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest().subarray(0, SIGNATURE_BYTES);

/** When a token that is made now ends. */
export const previewEnd = (now: Date): Date =>
  new Date((Math.floor(now.getTime() / 1_000) + LIFETIME_SECONDS) * 1_000);

/** A token that shows one draft for an hour: what it is for, when it ends, and a signature over both. */
export function previewToken(
  key: Uint8Array,
  { type, documentId, locale, account }: Previewed,
  now: Date,
): string {
  const expires = Math.floor(previewEnd(now).getTime() / 1_000);
  const parts = [type, documentId, locale, expires, ...(account === undefined ? [] : [account])];
  const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return `${text}.${signatureOf(key, text).toString('base64url')}`;
}

/**
 * What a token shows. Compares in constant time, and reads only what has been signed.
 * @param keys of which any may have signed it
 * @returns `undefined` for one that is forged, broken or over
 */
export function readPreviewToken(
  keys: readonly Uint8Array[],
  token: string,
  now: Date,
): ReadToken | undefined {
  const [text = '', signature = '', ...rest] = token.split('.');
  if (token.length > LONGEST || rest.length > 0) return undefined;
  const shown = Buffer.from(signature, 'base64url');
  const isSigned = keys.some((key) => {
    const right = signatureOf(key, text);
    return shown.length === right.length && timingSafeEqual(shown, right);
  });
  if (!isSigned) return undefined;
  const [type, documentId, locale, expires, account] = JSON.parse(
    Buffer.from(text, 'base64url').toString('utf8'),
  ) as [string, string, string, number, number?];
  const expiresAt = new Date(expires * 1_000);
  return expiresAt > now ? { type, documentId, locale, account, expiresAt } : undefined;
}
