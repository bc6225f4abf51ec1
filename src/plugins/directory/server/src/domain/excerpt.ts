import { eachFoldedWord, foldWord, type FoldedWord } from './fold-text';

/** A part of a text, and what of it was looked for: [start, end) in UTF-16 units, as `String.slice` counts. */
export interface Excerpt {
  readonly text: string;
  readonly highlights: readonly (readonly [number, number])[];
}

// Two or three lines of a result list.
const LENGTH = 200;
// Words before the first find give its context.
const LEAD = 60;

/**
 * Characters of a text to make an excerpt of. Around a word it comes from the beginning of a text: beyond, nobody reads
 * on to where the word stands. Without words it is the beginning.
 */
export const SEARCHED_LENGTH = 4_000;
export const SHOWN_LENGTH = LENGTH + 40;

const SHORTEST_PART = 4;
const ENDINGS = /(?:ern|em|en|er|es|e|n|s)$/;

/** A word without its German ending: near enough to the stemmer for marking what it found. */
const bare = (word: string): string => (word.length > 4 ? word.replace(ENDINGS, '') : word);

/** Whether a word of a text is what made it a hit. */
function isFound(word: string, asked: readonly string[]): boolean {
  return asked.some(
    (one) =>
      word === one ||
      bare(word) === bare(one) ||
      (one.length > 1 && word.startsWith(one)) ||
      (one.length >= SHORTEST_PART && word.endsWith(one)),
  );
}

/** What of a text the words found: of a long one only what begins within `reach` of the first find. */
function finds(text: string, words: readonly string[], reach = Infinity): FoldedWord[] {
  const asked = words.map(foldWord).filter(Boolean);
  const found: FoldedWord[] = [];
  if (asked.length === 0) return found;
  for (const word of eachFoldedWord(text)) {
    if (word.start > (found[0]?.start ?? word.start) + reach) break;
    if (isFound(word.word, asked)) found.push(word);
  }
  return found;
}

/** What of a text the words found. */
export const highlightsIn = (text: string, words: readonly string[]): [number, number][] =>
  finds(text, words).map(({ start, end }) => [start, end]);

/** The next boundary between words from `at` on, within a few words. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/u);
  return space === -1 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(0, at + 1).search(/\s\S*$/u);
  return space > at - 40 ? space : at;
}

// Half of a pair is no character.
const isSplit = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));
const whole = (text: string, at: number): number => (isSplit(text, at) ? at + 1 : at);

/**
 * Two or three lines of a text around the first word that was looked for, or its beginning.
 * @param text plain text; it is cut, never changed
 * @returns `null` where there is no text
 */
export function excerptOf(text: string, words: readonly string[]): Excerpt | null {
  if (text.trim() === '') return null;
  const found = finds(text, words, LENGTH);
  const first = found[0]?.start ?? 0;
  const start = whole(text, first <= LEAD ? 0 : wordStart(text, first - LEAD));
  const end = whole(text, wordEnd(text, start + LENGTH));
  const highlights = found
    .filter((word) => word.start >= start && word.end <= end)
    .map((word): [number, number] => [word.start - start, word.end - start]);
  return { text: text.slice(start, end), highlights };
}
