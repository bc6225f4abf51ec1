import { dictionary } from '@zxcvbn-ts/language-common';

// Collected from leaks, most used first, in lower case.
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** The dictionary has only American keyboards. */
const KEYBOARD_ROWS = ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'];

// People who must include a digit and a symbol add a year and a symbol to a name.
const FEWEST_OTHER_CHARACTERS = 5;

// Longer ones are refused for their length (72 bytes) and not read here.
const LONGEST = 72;

// Shorter words are parts of many others.
const SHORTEST_WORD = 4;

const reversed = (text: string): string => [...text].reverse().join('');

/** Normalised spelling: `Köln`, `koeln` and `KÖLN` are the same word. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** `aaaa`, `abcd` and `4321`. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size <= 1 && Math.abs([...steps][0] ?? 0) <= 1;
}

/** The words of an e-mail address or a name, starting with the whole. */
const wordsOf = (text: string): string[] => [text, ...text.split('@', 1), ...text.split(/[^\p{L}\p{N}]/u)];

/** A password without leading and trailing digits and symbols. */
const withoutEdges = (text: string): string => {
  const characters = [...text];
  const isLetter = (character: string): boolean => /\p{L}/u.test(character);
  const first = characters.findIndex(isLetter);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isLetter) + 1).join('');
};

/**
 * Whether a password is among the first that someone who knows its owner would try (NIST SP 800-63B, 3.1.1.2: lists of
 * common passwords, repetitions and sequences, names of the service and of the person).
 * @param known names of the account, the city and the service
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  if (password.length > LONGEST) return false;
  const written = password.normalize('NFKC').toLowerCase();
  const core = withoutEdges(written);
  // A password of which a listed word is only a small part is not common any more.
  const parts = core.length * 2 >= written.length ? [written, core] : [written];
  if (parts.some((part) => COMMON.has(part) || isSequence(part) || isOfOneRow(part))) return true;
  if (new Set(written).size < SHORTEST_WORD) return true;
  return hasLittleBeside(lettersOf(written), known);
}

const isOfOneRow = (text: string): boolean =>
  text.length >= SHORTEST_WORD &&
  KEYBOARD_ROWS.some((row) => row.includes(text) || row.includes(reversed(text)));

function hasLittleBeside(letters: string, known: readonly string[]): boolean {
  const words = [...new Set(known.flatMap(wordsOf).map(lettersOf))]
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), letters);
  return rest !== letters && [...rest].length < FEWEST_OTHER_CHARACTERS;
}
