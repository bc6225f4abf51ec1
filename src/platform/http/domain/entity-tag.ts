import type { Encoding } from './accept-encoding';

/** Another encoding is another representation, so a strong tag must differ (RFC 9110, 8.8.3). */
export const entityTag = (digest: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${digest}"` : `"${digest}-${encoding}"`;

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

/** Whether `If-None-Match` matches this tag (RFC 9110, 13.1.2): a list, compared weakly, or `*`. */
export function namesTag(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch === tag || ifNoneMatch.trim() === '*') return true;
  // A compressing proxy makes our tags weak.
  return ifNoneMatch.split(',').map(opaque).includes(tag);
}
