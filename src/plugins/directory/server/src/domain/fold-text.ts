/** A word of a text, as it is compared, and where it stands in the text (UTF-16 units, end exclusive). */
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

// Lexemes of PostgreSQL end at 2,046 bytes; no German word of a listing comes near.
const MAX_WORD = 60;

/**
 * One word as index and query compare it: lower case, without accents, ß as ss, and an umlaut the same whether it is
 * written ä, ae or a. That "ae" is an umlaut everywhere ("Michael") does no harm: both sides are folded alike.
 * As in Snowball's German stemmer, "ue" after a vowel or q stays ("neue", "Bauer", "Quelle").
 */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .normalize('NFD')
    .replace(COMBINING, '')
    .normalize('NFC')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeoq])ue/g, 'u');
  return plain.replace(/str$/, 'strasse').slice(0, MAX_WORD);
}

/** The words of a text with their places, folded. */
export function foldedWords(text: string): FoldedWord[] {
  return [...text.matchAll(WORD)]
    .map((match) => ({
      word: foldWord(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ word }) => word !== '');
}
