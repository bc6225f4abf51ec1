import { isHarmless, type Fields, type Listed } from './listed';

const said = (value: unknown): string => JSON.stringify(value ?? null);

/** Pairs each entry with one of the others for which the keys are equal, each at most once. */
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
 * A list of entries as the public may see it before anybody has reviewed it: the fields that are listed as they are, the
 * others as they were reviewed at their place. A text goes with an entry that stays, and with one of which only listed
 * fields were changed; a text that is new, or that was moved to another entry that stays, is left out until it has been
 * read. Taking a text away needs no review. With a listed value that has to be read, the list as a whole waits.
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
