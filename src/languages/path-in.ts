import { DEFAULT_LANGUAGE, type Language } from './languages';

/** The path of a page in a language: the default language is at the root, others below their own names. */
export const pathIn = (language: Language, path: string): string => {
  if (language === DEFAULT_LANGUAGE) return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
};
