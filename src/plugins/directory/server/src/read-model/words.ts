import type { Sql } from '#src/platform/sql/sql';
import { foldedWords } from '../domain/fold-text';
import type { ListingRow } from '../domain/listing-row';

/** A word that citizens may type, and its proper spelling. */
export interface ListingWord {
  readonly locale: string;
  readonly word: string;
  readonly shown: string;
}

const SHORTEST = 3;
const LONGEST = 40;

/** Words that stadtverbund.searchable drops, so nothing is found by them. */
const DROPPED: ReadonlySet<string> = new Set('dass fur konnen konnte uber wahrend wurde wurden'.split(' '));

const isWord = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !/^\d+$/.test(word) && !DROPPED.has(word);

/** The distinct words of rows, in a fixed order. */
export function wordsOf(
  rows: readonly Pick<ListingRow, 'locale' | 'name' | 'keywords' | 'body'>[],
): ListingWord[] {
  const words = new Map<string, ListingWord>();
  for (const { locale, name, keywords, body } of rows)
    for (const text of [name, keywords, body])
      for (const { word, start, end } of foldedWords(text)) {
        const key = `${locale} ${word}`;
        if (words.has(key) || !isWord(word)) continue;
        words.set(key, { locale, word, shown: text.slice(start, end) });
      }
  return [...words.keys()].sort().map((key) => words.get(key) as ListingWord);
}

// Always in the same order, so that two publications adding the same words cannot deadlock.
const ADD_WORDS = `
  insert into stadtverbund.listing_word (locale, word, shown)
  select given.locale, given.word, given.shown
    from jsonb_to_recordset(cast(:words as jsonb)) as given(locale text, word text, shown text)
   order by given.locale, given.word
  on conflict do nothing`;

/** Adds words; known ones stay unchanged. */
export async function addWords(sql: Sql, words: readonly ListingWord[]): Promise<void> {
  if (words.length > 0) await sql(ADD_WORDS, { words: JSON.stringify(words) });
}

// All lexemes of a locale in one pass; they include the raw words.
const SWEEP_WORDS = `
  delete from stadtverbund.listing_word
   where locale = :locale and word not in (
     select word from ts_stat(format('select search from stadtverbund.listing where locale = %L', cast(:locale as text))))
  returning 1`;

const SWEEP_LOCALES = `delete from stadtverbund.listing_word where locale <> all(:locales) returning 1`;

/** Removes the words that no listing contains any more. @returns how many */
export async function sweepWords(sql: Sql, locales: readonly string[]): Promise<number> {
  let swept = (await sql(SWEEP_LOCALES, { locales })).length;
  for (const locale of locales) swept += (await sql(SWEEP_WORDS, { locale })).length;
  return swept;
}

const MISSING_WORDS = `
  select given.locale, given.word, given.shown
    from jsonb_to_recordset(cast(:words as jsonb)) as given(locale text, word text, shown text)
   where not exists (
     select from stadtverbund.listing_word known where known.locale = given.locale and known.word = given.word)
   order by given.locale, given.word`;

/** Which of these words are missing. Surplus words are not an error; they are removed at night. */
export const missingWords = (sql: Sql, words: readonly ListingWord[]): Promise<ListingWord[]> =>
  words.length === 0
    ? Promise.resolve([])
    : sql<ListingWord>(MISSING_WORDS, { words: JSON.stringify(words) });
