import { foldWord } from './fold-text';

/** A word in the listings that may have been meant. */
export interface KnownWord {
  /** Folded */
  readonly word: string;
  /** As it is written */
  readonly shown: string;
}

/** What was searched for instead. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

export interface Respelled {
  readonly words: readonly string[];
  readonly corrections: readonly Correction[];
}

/** Optimal string alignment: Levenshtein distance, but two swapped neighbours count once. */
export function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (above[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (above[column - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) least = Math.min(least, (before[column - 2] as number) + 1);
      current.push(least);
    }
    before = above;
    above = current;
  }
  return above[other.length] as number;
}

// A short word with two mistakes is another word ("Rathaus", "Brothaus"); German compounds are long and misspelled more
// often.
const allowedMistakes = (length: number): number => {
  if (length < 4) return 0;
  if (length < 9) return 1;
  return length < 13 ? 2 : 3;
};

/** One more for a fairly long word with the right beginning: "hebamen". */
const lenience = (word: string, candidate: string): number =>
  word.length >= 7 && word.length < 9 && candidate.startsWith(word.slice(0, 3)) ? 1 : 0;

/** The known word that was most likely meant by a misspelled one. */
export function nearestWord(word: string, known: readonly KnownWord[]): KnownWord | undefined {
  const most = allowedMistakes(word.length);
  const weight = (candidate: string): number =>
    // Of two equally near words, the one with the same beginning was meant; then the one of the same length.
    editDistance(word, candidate) * 100 +
    (word[0] === candidate[0] ? 0 : 30) +
    Math.abs(word.length - candidate.length);
  return known
    .map((candidate) => ({ candidate, mistakes: editDistance(word, candidate.word) }))
    .filter(({ candidate, mistakes }) => mistakes > 0 && mistakes <= most + lenience(word, candidate.word))
    .map(({ candidate }) => candidate)
    .sort((a, b) => weight(a.word) - weight(b.word) || (a.word < b.word ? -1 : 1))[0];
}

const SHORTEST_PART = 3;
// "Fahrrad-s-reparatur", "Blume-n-laden"
const JOINTS = ['', 's', 'n', 'en', 'es'];

/** The ways to split a word into two, folded. */
export function partings(word: string): (readonly [string, string])[] {
  const parts: (readonly [string, string])[] = [];
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1)
    for (const joint of JOINTS)
      if (word.slice(0, cut).endsWith(joint) && cut - joint.length >= SHORTEST_PART)
        parts.push([word.slice(0, cut - joint.length), word.slice(cut)]);
  return parts;
}

/** Every word whose presence in listings decides how a query is respelled. */
export function wordsToLookUp(words: readonly string[]): string[] {
  const folded = words.map(foldWord);
  const joined = folded.slice(1).map((word, at) => `${folded[at]}${word}`);
  const parts = folded.flatMap((word) => partings(word).flat());
  return [...new Set([...folded, ...joined, ...parts])].filter(Boolean);
}

/** Joins adjacent words that are one word in the listings: "hof laden". */
function joinWords(words: readonly string[], known: ReadonlyMap<string, KnownWord>): Respelled {
  const result: string[] = [];
  const corrections: Correction[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word, next] = [words[at] as string, words[at + 1]];
    const joined = next === undefined ? undefined : known.get(foldWord(word) + foldWord(next));
    result.push(joined ? joined.shown : word);
    if (!joined) continue;
    corrections.push({ from: `${word} ${next}`, to: joined.shown });
    at += 1;
  }
  return { words: result, corrections };
}

/**
 * How a query that found nothing may have been meant: words that belong together are joined, misspelled ones replaced
 * by the nearest known word, and a compound that no listing contains is split.
 * @param present the words of `wordsToLookUp` that listings contain
 * @param near for each folded word that they do not contain, similar words
 * @returns `null` if no other spelling is known
 */
export function respell(
  words: readonly string[],
  present: readonly KnownWord[],
  near: ReadonlyMap<string, readonly KnownWord[]>,
): Respelled | null {
  const known = new Map(present.map((one) => [one.word, one]));
  const joined = joinWords(words, known);
  const corrections = [...joined.corrections];
  const respelled = joined.words.flatMap((word) => {
    const folded = foldWord(word);
    if (known.has(folded) || joined.corrections.some(({ to }) => to === word)) return [word];
    const parts = partings(folded).find(([left, right]) => known.has(left) && known.has(right));
    const nearest = nearestWord(folded, near.get(folded) ?? []);
    if (!nearest && !parts) return [word];
    const to = nearest
      ? [nearest.shown]
      : (parts as readonly string[]).map((part) => (known.get(part) as KnownWord).shown);
    corrections.push({ from: word, to: to.join(' ') });
    return to;
  });
  return corrections.length > 0 ? { words: respelled, corrections } : null;
}
