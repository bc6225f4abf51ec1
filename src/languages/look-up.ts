// RFC 5646, 4.4.1. The work grows with the square of the length.
const LONGEST_TAG = 35;

/**
 * The tag in a list that matches what is asked for, by BCP 47 lookup (RFC 4647, 3.4): `en-GB` finds `en`, `de-AT-1996`
 * finds `de-AT` before `de`. Case does not matter. Nothing matches a range longer than a tag can be.
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
    // A single letter or digit introduces the subtag after it, so both are removed together.
    range = range.replace(/(-[a-z0-9])?-[^-]*$|^[^-]*$/, '');
  }
  return undefined;
}
