import { createHash, createHmac, randomBytes } from 'node:crypto';

// 256 bits: cannot be guessed, so attempts need no counting.
const BYTES = 32;

const SHAPE = /^[\w-]{43}$/;

/** The secret of a link, in letters that an address may have (RFC 4648, 5). */
export const newToken = (): string => randomBytes(BYTES).toString('base64url');

/** What the table has of a token: useless to someone who reads it. @returns `undefined` if it cannot be a token */
export const hashOfToken = (token: string): Buffer | undefined =>
  SHAPE.test(token) ? createHash('sha256').update(token).digest() : undefined;

/**
 * What was asked of a link, to recognise the same request. The token is the key, so that a typed password cannot be
 * worked out from the table.
 * @param input fields of the form, in any order
 */
export function digestOfUse(token: string, action: string, input: Readonly<Record<string, unknown>>): Buffer {
  const fields = Object.entries(input).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHmac('sha256', token)
    .update(JSON.stringify([action, fields]))
    .digest();
}
