import type { Sql } from '#src/platform/sql/sql';
import { foldedWords } from '../domain/fold-text';
import type { ListingRow } from '../domain/listing-row';

/** A word that citizens may type, and how it is written. */
export interface ListingWord {
  readonly locale: string;
  readonly word: string;
  readonly shown: string;
}

const SHORTEST = 3;
const LONGEST = 40;

/** Those that stadtverbund.searchable drops: nothing is found by them. */
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

// In one order everywhere: two publications that bring the same words wait for each other, and never in a circle.
const ADD_WORDS = `
  insert into stadtverbund.listing_word (locale, word, shown)
  select given.locale, given.word, given.shown
    from jsonb_to_recordset(cast(:words as jsonb)) as given(locale text, word text, shown text)
   order by given.locale, given.word
  on conflict do nothing`;

/** Makes words known; those that are known stay as they are. */
export async function addWords(sql: Sql, words: readonly ListingWord[]): Promise<void> {
  if (words.length > 0) await sql(ADD_WORDS, { words: JSON.stringify(words) });
}

// All lexemes of a locale in one pass; the raw words are among them.
const SWEEP_WORDS = `
  delete from stadtverbund.listing_word
   where locale = :locale and word not in (
     select word from ts_stat(format('select search from stadtverbund.listing where locale = %L', cast(:locale as text))))`;

const SWEEP_LOCALES = `delete from stadtverbund.listing_word where locale <> all(:locales)`;

/** Takes away the words that no listing holds any more. */
export async function sweepWords(sql: Sql, locales: readonly string[]): Promise<void> {
  await sql(SWEEP_LOCALES, { locales });
  for (const locale of locales) await sql(SWEEP_WORDS, { locale });
}

const MISSING_WORDS = `
  select given.locale, given.word, given.shown
    from jsonb_to_recordset(cast(:words as jsonb)) as given(locale text, word text, shown text)
   where not exists (
     select from stadtverbund.listing_word known where known.locale = given.locale and known.word = given.word)
   order by given.locale, given.word`;

/** Which of these words are not known. Known words that nothing holds are no fault: they are swept by night. */
export const missingWords = (sql: Sql, words: readonly ListingWord[]): Promise<ListingWord[]> =>
  words.length === 0
    ? Promise.resolve([])
    : sql<ListingWord>(MISSING_WORDS, { words: JSON.stringify(words) });
