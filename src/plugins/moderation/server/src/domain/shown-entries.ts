import { isHarmless, type Fields, type Listed } from './listed';

const said = (value: unknown): string => JSON.stringify(value ?? null);

/** Pairs each entry with another that has an equal key, each at most once. */
function pair(
  pairs: Map<number, Fields>,
  draft: readonly Fields[],
  free: Set<Fields>,
  keyOf: (entry: Fields) => string | undefined,
): void {
  draft.forEach((entry, at) => {
    const key = pairs.has(at) ? undefined : keyOf(entry);
    if (key === undefined) return;
    const other = [...free].find((candidate) => keyOf(candidate) === key);
    if (!other) return;
    pairs.set(at, other);
    free.delete(other);
  });
}

/**
 * A list of entries as the public may see it before review: listed fields from the draft, others as reviewed at their
 * position. A text is kept with an entry that stays, or of which only listed fields changed; a new text, or one moved
 * to another existing entry, is left out until it has been reviewed. Removing a text needs no review. If a listed value
 * needs review, the whole list waits.
 * @param listed paths of fields of these entries
 */
export function shownEntries(
  listed: readonly Listed[],
  draft: readonly Fields[],
  reviewed: readonly Fields[],
): readonly Fields[] {
  const fieldOf = ({ path }: Listed): string => path.split('.')[1] ?? '';
  const names = new Set(listed.map(fieldOf));
  const listedPart = (entry: Fields): string => said([...names].map((name) => entry[name] ?? null));
  const rest = (entry: Fields): [string, unknown][] =>
    Object.entries(entry).filter(([name, value]) => !names.has(name) && value !== null);
  const pairs = new Map<number, Fields>();
  const free = new Set(reviewed);
  pair(pairs, draft, free, said);
  pair(pairs, draft, free, listedPart);
  const same = new Set(pairs.keys());
  pair(pairs, draft, free, (entry) => (rest(entry).length > 0 ? said(rest(entry)) : undefined));
  const mustBeRead = draft.some(
    (entry, at) => !same.has(at) && listed.some((one) => !isHarmless(one, entry[fieldOf(one)])),
  );
  if (mustBeRead) return reviewed;
  return draft.map((entry, at) => {
    const shown = Object.entries(entry).map(([name, value]): [string, unknown] => {
      if (names.has(name) || value === null) return [name, value];
      return [name, pairs.get(at)?.[name] ?? null];
    });
    return Object.fromEntries(shown);
  });
}
