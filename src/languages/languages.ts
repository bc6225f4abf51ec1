/** The languages in which Stadtverbund speaks to people: those that have a folder in `src/languages`. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'de';
