import type { Language } from '#src/languages/language';
import type { FoundData } from '#src/platform/personal-data/index';

/** What is known of somebody as JSON, its kinds in the words of a language. */
export const asJson = (found: readonly FoundData[], language: Language, now: Date): string =>
  JSON.stringify(
    {
      createdAt: now.toISOString(),
      data: found.map(({ name, what, rows }) => ({ name, what: what[language], rows })),
    },
    null,
    2,
  );
