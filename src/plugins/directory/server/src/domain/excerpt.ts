import { eachFoldedWord, foldWord, type FoldedWord } from './fold-text';

/** A part of a text with its highlights: [start, end) in UTF-16 units, as in `String.slice`. */
export interface Excerpt {
  readonly text: string;
  readonly highlights: readonly (readonly [number, number])[];
}

// Two or three lines of a result list.
const LENGTH = 200;
// Text before the first match, for context.
const LEAD = 60;

/**
 * Only this many characters from the beginning of a text are used for an excerpt. Nobody reads further to find a word;
 * without words, the excerpt is the beginning anyway.
 */
export const SEARCHED_LENGTH = 4_000;
export const SHOWN_LENGTH = LENGTH + 40;

const SHORTEST_PART = 4;
const ENDINGS = /(?:ern|em|en|er|es|e|n|s)$/;

/** A word without its German ending: close enough to the stemmer to highlight what it found. */
const bare = (word: string): string => (word.length > 4 ? word.replace(ENDINGS, '') : word);

/** Whether a word in a text is one that was searched for. */
function isFound(word: string, asked: readonly string[]): boolean {
  return asked.some(
    (one) =>
      word === one ||
      bare(word) === bare(one) ||
      (one.length > 1 && word.startsWith(one)) ||
      (one.length >= SHORTEST_PART && word.endsWith(one)),
  );
}

/** The matches in a text; with `reach`, only those that begin within that distance of the first one. */
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

/** The positions of the matches in a text. */
export const highlightsIn = (text: string, words: readonly string[]): [number, number][] =>
  finds(text, words).map(({ start, end }) => [start, end]);

/** The next boundary between words after `at`, if there is one nearby. */
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

// Whether a surrogate pair would be split here.
const isSplit = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));
const whole = (text: string, at: number): number => (isSplit(text, at) ? at + 1 : at);

// Between the texts of a listing and its address.
const BEFORE_ADDRESS = '\f';

/** What is searched last: the texts of a listing, and its address. */
export const bodyOf = (texts: string, address: string): string =>
  address === '' ? texts : `${texts}${BEFORE_ADDRESS}${address}`;

/**
 * Two or three lines of a listing's texts around the first match, or their beginning. A hit shows its address anyway, so
 * that is an excerpt only if the words are found in it alone.
 * @param body as `bodyOf` returns it; plain text that is shortened but never changed
 * @returns `null` if there is no text
 */
export function excerptOf(body: string, words: readonly string[]): Excerpt | null {
  const [texts = '', address = ''] = body.split(BEFORE_ADDRESS);
  const found = finds(texts, words, LENGTH);
  const inAddress = found.length === 0 ? finds(address, words, LENGTH) : [];
  return inAddress.length > 0 ? cutAround(address, inAddress) : cutAround(texts, found);
}

function cutAround(text: string, found: readonly FoldedWord[]): Excerpt | null {
  if (text.trim() === '') return null;
  const first = found[0]?.start ?? 0;
  const start = whole(text, first <= LEAD ? 0 : wordStart(text, first - LEAD));
  const end = whole(text, wordEnd(text, start + LENGTH));
  const highlights = found
    .filter((word) => word.start >= start && word.end <= end)
    .map((word): [number, number] => [word.start - start, word.end - start]);
  return { text: text.slice(start, end), highlights };
}
