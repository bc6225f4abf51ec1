/**
 * The tag of a list that answers to what is asked for, by the lookup of BCP 47 (RFC 4647, 3.4): `en-GB` finds `en`,
 * `de-AT-1996` finds `de-AT` before `de`. Case does not matter.
 */
export function lookUp<Tag extends string>(
  asked: string | null | undefined,
  available: readonly Tag[],
): Tag | undefined {
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
