import type { FoldedWord } from './fold-text';

// Common ends of German compounds that are not names of categories. All folded by `foldWord`.
const COMMON_HEADS: readonly string[] = [
  'backerei', 'bar', 'bau', 'bedarf', 'betrieb', 'bistro', 'bote', 'brauerei', 'buro', 'cafe', 'center', 'dienst',
  'eis', 'essen', 'fachgeschaft', 'fest', 'fleischerei', 'friseur', 'garten', 'gartnerei', 'gemuse', 
  'geschaft', 'getranke', 'grill', 'handel', 'handler', 'handlung', 'haus', 'hof', 'hotel', 'imbiss', 'imkerei',
  'kaffee', 'kino', 'klinik', 'kurier', 'kuche', 'laden', 'lager', 'lokal', 'markt', 'meister', 'metzgerei', 'milch',
  'mobel', 'mode', 'museum', 'obst', 'praxis', 'reinigung', 'reparatur', 'restaurant', 'salon', 'schmuck', 'schneiderei',
  'schuhe', 'schule', 'service', 'shop', 'spielzeug', 'stube', 'studio', 'strasse', 'theater', 'tisch', 'verein',
  'verkauf', 'verleih', 'waren', 'wein', 'werkstatt', 'zentrum', 'zimmer',
]; // prettier-ignore

/** Shorter ends occur by chance in other words ("bar" in "Nachbar"). */
const SHORTEST_HEAD = 4;
/** The part before the end must be a word too ("Neubau"). */
const SHORTEST_REST = 3;

/** The words that may end a compound: the common ones and those in category names. */
export const compoundHeads = (categoryWords: Iterable<string>): ReadonlySet<string> =>
  new Set([...COMMON_HEADS, ...categoryWords].filter((word) => word.length >= SHORTEST_HEAD));

/** Words that only look like compounds: a barber sells no beer. */
const WHOLE: ReadonlySet<string> = new Set(['barbier', 'nachbar']);

/** The last part of a compound, if it is one: `hofladen` → `laden`; the longest end wins. */
export function compoundHead(word: string, heads: ReadonlySet<string>): string | undefined {
  if (WHOLE.has(word)) return undefined;
  for (let cut = SHORTEST_REST; cut <= word.length - SHORTEST_HEAD; cut += 1) {
    const end = word.slice(cut);
    if (heads.has(end)) return end;
  }
  return undefined;
}

/**
 * Further words by which a text should be found: the ends of its compounds ("Hofladen" by "laden"), and both spellings
 * of a street ("Kaiser-Straße" and "Kaiserstraße").
 * @param words folded, in the order of the text
 */
export function compoundParts(words: readonly string[], heads: ReadonlySet<string>): string[] {
  const parts = words.flatMap((word, at) => {
    const found: string[] = [];
    const head = compoundHead(word, heads);
    if (head) found.push(head);
    if (word.endsWith('strasse') && word.length > 'strasse'.length + 1)
      found.push(word.slice(0, -7), 'strasse');
    if (word === 'strasse' && at > 0) found.push(`${words[at - 1]}strasse`);
    return found;
  });
  return [...new Set(parts)];
}

/** More parts than this have no compound that people write. */
const MOST_PARTS = 4;

/**
 * The parts of compounds that a text writes with hyphens, joined: "Second-Hand-Laden" is also found by
 * "Secondhandladen" and "Secondhand".
 * @param words of the text, in its order
 */
export function joinedCompounds(text: string, words: readonly FoldedWord[]): string[] {
  const isHyphenAfter = (at: number): boolean => {
    const [word, next] = [words[at], words[at + 1]];
    return (
      word !== undefined && next !== undefined && /^[-\u2010\u2011]$/.test(text.slice(word.end, next.start))
    );
  };
  const joined = new Set<string>();
  for (let first = 0; first < words.length; first += 1)
    for (let last = first; isHyphenAfter(last) && last < first + MOST_PARTS - 1; last += 1)
      joined.add(
        words
          .slice(first, last + 2)
          .map(({ word }) => word)
          .join(''),
      );
  return [...joined];
}
