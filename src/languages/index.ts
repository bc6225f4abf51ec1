import type { Language } from './language';
import type { Catalogue } from './catalogue';
import { de } from './de';
import { en } from './en';

/** One folder per language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { de, en };
