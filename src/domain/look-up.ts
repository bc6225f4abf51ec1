// RFC 5646, 4.4.1. Work grows with the square of the length.
const LONGEST_TAG = 35;

/**
 * The tag of a list that answers to what is asked for, by the lookup of BCP 47 (RFC 4647, 3.4): `en-GB` finds `en`,
 * `de-AT-1996` finds `de-AT` before `de`. Case does not matter. Nothing answers to what is longer than a tag can be.
 */
export function lookUp<Tag extends string>(
  asked: string | null | undefined,
  available: readonly Tag[],
): Tag | undefined {
  if (asked != null && asked.length > LONGEST_TAG) return undefined;
  let range = (asked ?? '').trim().toLowerCase().replaceAll('_', '-');
  while (range !== '') {
    const wanted = range;
    const found = available.find((tag) => tag.toLowerCase() === wanted);
    if (found) return found;
    // A single letter or digit introduces what follows it, and goes with it.
    range = range.replace(/(-[a-z0-9])?-[^-]*$|^[^-]*$/, '');
  }
  return undefined;
}
