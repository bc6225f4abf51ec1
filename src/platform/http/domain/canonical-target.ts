// RFC 3986, 3.3: characters allowed unencoded in a segment, without `;`, which some servers read as the beginning of
// parameters.
const PLAIN = String.raw`[A-Za-z0-9\-._~!$&'()*+,=:@]`;
// Percent-encoded: neither what needs no encoding (letters, digits, `-._~`; RFC 3986, 6.2.2.2), nor `/` and `\`, nor
// control characters.
const ENCODED = String.raw`%(?![01]|2[D-Fd-f]|3\d|4[1-9A-Fa-f]|5[0-9ACFacf]|6[1-9A-Fa-f]|7[0-9AEFaef])[0-9A-Fa-f]{2}`;
const SEGMENT = String.raw`(?!\.{1,2}(?:/|$))(?:${PLAIN}|${ENCODED})+`;
/** A path in the one spelling that {@link isCanonicalTarget} admits. */
export const CANONICAL_PATH = new RegExp(`^/(?:${SEGMENT}(?:/${SEGMENT})*)?$`);

/**
 * Whether a request target (RFC 9112, 3.2) is an absolute path in the one spelling used by routes: no doubled or
 * trailing slash, no dot segment, no backslash, nothing encoded unnecessarily. The query is ignored. Case is left to
 * the routes, which distinguish `/api` and `/API`.
 *
 * @param target as in the request line: `/api/businesses?locale=de`
 */
export function isCanonicalTarget(target: string): boolean {
  const mark = target.indexOf('?');
  return CANONICAL_PATH.test(mark === -1 ? target : target.slice(0, mark));
}
