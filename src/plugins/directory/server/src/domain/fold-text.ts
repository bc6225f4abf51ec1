/** A word of a text in the form used for comparison, and its position in the text (UTF-16 units, end exclusive). */
export interface FoldedWord {
  word: string;
  start: number;
  end: number;
}

// Letters, digits and marks; an apostrophe inside a word belongs to it ("Toni's").
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’´`](?=\p{L}))*/gu;
const APOSTROPHES = /['’´`]/g;
const COMBINING = /[\u0300-\u036f]/g;

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
const LETTER = /[ßæœøłđı]/g;

const ASCII = /^[a-z\d]+$/;

// PostgreSQL limits lexemes to 2,046 bytes; no German word in a listing comes close.
const MAX_WORD = 60;

/**
 * One word in the form that index and query compare: lower case, without accents, ß as ss, and an umlaut the same
 * whether it is written ä, ae or a. Treating every "ae" as an umlaut ("Michael") does no harm, since both sides are
 * folded the same way. As in Snowball's German stemmer, "ue" after a vowel or q is kept ("neue", "Bauer", "Quelle").
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  const plain = ASCII.test(lower) ? lower : withoutMarks(word);
  return plain
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeoq])ue/g, 'u')
    .replace(/str$/, 'strasse')
    .slice(0, MAX_WORD);
}

const withoutMarks = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC');

/** The folded words of a text with their positions, one after the other. */
export function* eachFoldedWord(text: string): Generator<FoldedWord> {
  for (const { 0: written, index: start } of text.matchAll(WORD)) {
    const word = foldWord(written);
    if (word !== '') yield { word, start, end: start + written.length };
  }
}

/** All folded words of a text with their positions. */
export const foldedWords = (text: string): FoldedWord[] => [...eachFoldedWord(text)];
