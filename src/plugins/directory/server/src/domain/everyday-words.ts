import { LANGUAGES, type Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { foldWord } from './fold-text';

const byWord = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>();
  for (const [says, means] of pairs) {
    words.set(foldWord(says), [...(words.get(foldWord(says)) ?? []), means]);
  }
  return words;
};

const MEANINGS: ReadonlyMap<Language, ReadonlyMap<string, readonly string[]>> = new Map(
  LANGUAGES.map((language) => [language, byWord(CATALOGUES[language].searchWords.everyday)]),
);

/** Other words for what an everyday word means; usually none. */
export const meaningsOf = (word: string, locale: Language): readonly string[] =>
  MEANINGS.get(locale)?.get(foldWord(word)) ?? [];
