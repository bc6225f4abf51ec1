/** Why a body is refused unread. */
export type BodyRefusal = 'content-type' | 'content-encoding';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const TOKEN = String.raw`[!#$%&'*+\-.^_\`|~0-9a-z]+`;
/** `type/subtype` and its parameters (RFC 9110, 8.3.1). */
export const MEDIA_TYPE = new RegExp(`^(${TOKEN}/${TOKEN})\\s*((?:;[^,]*)?)$`, 'i');
const OTHER_CHARSET = /;\s*charset\s*=\s*(?!"?utf-8"?\s*(?:;|$))/i;

const hasBody = (headers: Headers): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

/** Types of bodies that a route may accept. */
export const JSON_TYPE = 'application/json';
export const FILES_TYPE = 'multipart/form-data';
/** What a browser sends of a form without files, without JavaScript. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * Whether a body may be read: only in UTF-8 and of a type that the route accepts; nothing compressed, so that its size
 * is what was sent.
 *
 * @param headers names in lower case, as in Node
 * @param accepted types, in lower case
 */
export function bodyRefusal(headers: Headers, accepted: readonly string[]): BodyRefusal | undefined {
  if (!hasBody(headers)) return undefined;
  const encoding = String(headers['content-encoding'] ?? 'identity');
  if (encoding.toLowerCase() !== 'identity') return 'content-encoding';
  const [, type = '', parameters = ''] = MEDIA_TYPE.exec(String(headers['content-type'] ?? '').trim()) ?? [];
  if (!accepted.includes(type.toLowerCase())) return 'content-type';
  return OTHER_CHARSET.test(parameters) ? 'content-type' : undefined;
}
