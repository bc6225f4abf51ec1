import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { many, text, type Entry } from './read-facts';
import { wordOf } from './words-of-facts';

/** What a listing is, in a line above its name: "Bäckerei, Café", "Angebot: Gutschein". */
export function kindOf(type: string, facts: Entry, language: Language): string {
  const { types } = CATALOGUES[language].cityPages;
  const kind = text(facts, 'kind');
  if (type === 'business')
    return many(facts, 'categories')
      .flatMap((category) => text(category, 'name') ?? [])
      .join(', ');
  const words = [types[type]?.one ?? type, kind && wordOf(kind, language)].filter(Boolean);
  return [...new Set(words)].join(': ');
}
