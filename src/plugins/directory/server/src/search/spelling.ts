import { foldWord } from '../domain/fold-text';
import { respell, wordsToLookUp, type KnownWord, type Respelled } from '../domain/spelling';
import type { ReadPool } from './read-pool';

interface WordRow {
  asked: string | null;
  word: string;
  shown: string;
}

// $1 locale, $2 words to look up unchanged, $3 words to find similar ones for. Trigrams need a few letters; short words
// with the same beginning and length are compared in Node.
const KNOWN_WORDS = `
  select null as asked, word, shown from stadtverbund.listing_word where locale = $1 and word = any($2::text[])
  union all
  select a.asked, near.word, near.shown
  from unnest($3::text[]) as a(asked)
  cross join lateral (
    (select word, shown from stadtverbund.listing_word
      where locale = $1 and word % a.asked order by similarity(word, a.asked) desc, word limit 20)
    union
    (select word, shown from stadtverbund.listing_word
      where locale = $1 and length(a.asked) <= 7 and word like left(a.asked, 1) || '%'
        and length(word) between length(a.asked) - 1 and length(a.asked) + 1
      order by word limit 500)
  ) near`;

/** Another spelling of words that found nothing; `null` if none is known. One statement. */
export async function otherSpelling(
  pool: ReadPool,
  locale: string,
  words: readonly string[],
): Promise<Respelled | null> {
  const folded = words.map(foldWord).filter((word) => word.length >= 4);
  const rows = await pool.rows<WordRow>({ name: 'directory-known-words', text: KNOWN_WORDS }, [
    locale,
    wordsToLookUp(words),
    [...new Set(folded)],
  ]);
  const near = new Map<string, KnownWord[]>();
  for (const { asked, ...row } of rows)
    if (asked !== null) near.set(asked, [...(near.get(asked) ?? []), row]);
  return respell(
    words,
    rows.filter(({ asked }) => asked === null),
    near,
  );
}
