import type { Language } from '#src/languages/language';
import { HOURS_WORDS } from './languages';
import { tokensOf, type Token } from './tokens';
import { WORD_KINDS, type HoursWords, type WordKind } from '#src/languages/hours-words';

/** What a word may mean. */
export type Meaning =
  | { readonly kind: WordKind; readonly language: Language }
  | { readonly kind: 'day' | 'month' | 'ordinal'; readonly value: number; readonly language: Language }
  | { readonly kind: 'date'; readonly value: readonly [number, number]; readonly language: Language }
  | { readonly kind: 'appointment'; readonly value: string; readonly language: Language };

/** A token, or several that are one phrase, with all that it may mean. */
export interface Lexeme extends Token {
  readonly meanings: readonly Meaning[];
}

interface Phrase {
  /** Its words after the first. */
  readonly rest: readonly string[];
  readonly meaning: Meaning;
}

const phrases = new Map<string, Phrase[]>();

function learn(text: string, meaning: Meaning): void {
  const words = tokensOf(text).filter(({ kind }) => kind !== 'sign');
  const [first = '', ...rest] = words.map((token) => token.text);
  const known = phrases.get(first) ?? [];
  known.push({ rest, meaning });
  phrases.set(first, known);
}

function learnLanguage(language: Language, words: HoursWords): void {
  words.weekdays.forEach((names, value) =>
    names.forEach((name) => learn(name, { kind: 'day', value, language })),
  );
  words.months.forEach((names, at) =>
    names.forEach((name) => learn(name, { kind: 'month', value: at + 1, language })),
  );
  for (const [name, value] of Object.entries(words.dates)) learn(name, { kind: 'date', value, language });
  for (const [name, value] of Object.entries(words.ordinals))
    learn(name, { kind: 'ordinal', value, language });
  for (const [name, value] of Object.entries(words.appointments))
    learn(name, { kind: 'appointment', value, language });
  for (const kind of WORD_KINDS) words.words[kind].forEach((name) => learn(name, { kind, language }));
}

for (const [language, words] of Object.entries(HOURS_WORDS)) learnLanguage(language as Language, words);

// "n. V.", "open-end", "o'clock"
const INSIDE = new Set(['.', '-', "'", '’']);

/** After which token a phrase that begins at `at` ends; -1 where it is not there. */
function endOfPhrase(tokens: readonly Token[], at: number, { rest }: Phrase): number {
  let next = at + 1;
  for (const word of rest) {
    if (INSIDE.has(tokens[next]?.text ?? '')) next += 1;
    const token = tokens[next];
    if (token?.text !== word) return -1;
    // A number belongs to a phrase only in one piece: "14-täglich", but not "8-14 täglich".
    if (tokens[at]?.kind === 'number' && !token.glued) return -1;
    next += 1;
  }
  return next;
}

function lexemeAt(tokens: readonly Token[], at: number): { lexeme: Lexeme; next: number } {
  const token = tokens[at] as Token;
  const found = (phrases.get(token.text) ?? [])
    .map((phrase) => ({ phrase, next: endOfPhrase(tokens, at, phrase) }))
    .filter(({ next }) => next > 0);
  const next = Math.max(at + 1, ...found.map((one) => one.next));
  const meanings = found.filter((one) => one.next === next).map(({ phrase }) => phrase.meaning);
  const end = tokens[next - 1]?.end ?? token.end;
  const text = tokens
    .slice(at, next)
    .map((one) => one.text)
    .join(' ');
  return { lexeme: { ...token, kind: meanings.length > 0 ? 'word' : token.kind, text, end, meanings }, next };
}

/** A text as words with their meanings, numbers and signs. */
export function lexemesOf(text: string): Lexeme[] {
  const tokens = tokensOf(text);
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < tokens.length;) {
    const { lexeme, next } = lexemeAt(tokens, at);
    lexemes.push(lexeme);
    at = next;
  }
  return lexemes;
}

/** Whether a lexeme may mean this. */
export const means = (lexeme: Lexeme | undefined, kind: Meaning['kind']): boolean =>
  lexeme?.meanings.some((meaning) => meaning.kind === kind) ?? false;

/** What a lexeme means as a day (0 is Monday), month (1 is January) or count. */
export function valueAs(lexeme: Lexeme | undefined, kind: 'day' | 'month' | 'ordinal'): number | undefined {
  for (const meaning of lexeme?.meanings ?? []) if (meaning.kind === kind) return meaning.value;
  return undefined;
}

/** Whether a lexeme is one of these signs. */
export const isSign = (lexeme: Lexeme | undefined, signs: string): boolean =>
  lexeme?.kind === 'sign' && signs.includes(lexeme.text);

/** Whether all words that belong to one language alone belong to those whose clocks have two halves. */
export function isTwelveHours(lexemes: readonly Lexeme[]): boolean {
  const languages = new Set<Language>();
  for (const { meanings } of lexemes) {
    const spoken = new Set(meanings.map(({ language }) => language));
    if (spoken.size === 1) spoken.forEach((language) => languages.add(language));
  }
  return languages.size > 0 && [...languages].every((language) => HOURS_WORDS[language].twelveHours);
}
