/** The entity tag (RFC 9110, 8.8.3) of a draft: its version moves with every write to any of its languages. */
export const entityTag = (documentId: string, version: number): string => `"${documentId}-${version}"`;

export type Precondition =
  { kind: 'none' } | { kind: 'any' } | { kind: 'versions'; versions: readonly number[] };

/**
 * Reads `If-Match` (RFC 9110, 13.1.1). Weak tags and those of other documents match nothing, as the standard says.
 */
export function readIfMatch(header: string, documentId: string): Precondition {
  const value = header.trim();
  if (value === '') return { kind: 'none' };
  if (value === '*') return { kind: 'any' };
  const versions = value.split(',').flatMap((part) => {
    const tag = /^"([a-z0-9]+)-(\d{1,15})"$/.exec(part.trim());
    return tag?.[1] === documentId ? [Number(tag[2])] : [];
  });
  return { kind: 'versions', versions };
}
