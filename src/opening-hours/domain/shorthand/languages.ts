import type { Language } from '#src/languages/language';
import { hours as de } from '#src/languages/de/hours';
import { hours as en } from '#src/languages/en/hours';
import type { HoursWords } from '#src/languages/hours-words';

/** Not by way of the catalogues: a web page that reads hours needs none of their sentences. */
export const HOURS_WORDS: Readonly<Record<Language, HoursWords>> = { de, en };
