/**
 * The entity tag (RFC 9110, 8.8.3) of a draft. Its version changes with every write to any of its languages; the digest
 * of the answer covers everything else, such as the state.
 */
export const entityTag = (documentId: string, version: number, digest: string): string =>
  `"${documentId}-${version}-${digest}"`;

export type Precondition =
  { kind: 'none' } | { kind: 'any' } | { kind: 'versions'; versions: readonly number[] };

/**
 * Reads `If-Match` (RFC 9110, 13.1.1). Only the version in a tag counts, so that a moderation step or a renamed
 * category is not a conflict. A tag of another document matches nothing. Weak tags are accepted although the standard
 * requires strong comparison: a compressing reverse proxy makes our tags weak, and they identify a version, not bytes.
 */
export function readIfMatch(header: string, documentId: string): Precondition {
  const value = header.trim();
  if (value === '') return { kind: 'none' };
  if (value === '*') return { kind: 'any' };
  const versions = value.split(',').flatMap((part) => {
    const tag = /^(?:W\/)?"([a-z0-9]+)-(\d{1,15})-[\w-]+"$/.exec(part.trim());
    return tag?.[1] === documentId ? [Number(tag[2])] : [];
  });
  return { kind: 'versions', versions };
}
