import type { Language } from './languages';

/** A language as its speakers call it. */
export const nativeName = (language: Language): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
