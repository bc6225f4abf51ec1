import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { ofEditors, type MailText } from '#src/languages/mail-text';

const format = (moment: Date, language: Language, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(CATALOGUES[language].dates, { ...style, timeZone: DEFAULT_TIME_ZONE }).format(
    moment,
  );

/** A moment as people write it, by the city's clock: 7. Dezember 2026 um 10:15. */
export const inWords = (moment: Date, language: Language): string =>
  format(moment, language, { dateStyle: 'long', timeStyle: 'short' });

/** Its day, for letters: 7. Dezember 2026. */
export const dayInWords = (moment: Date, language: Language): MailText =>
  ofEditors(format(moment, language, { dateStyle: 'long' }));

/** How much a file is: 1,4 MB. */
export const sizeInWords = (bytes: number, language: Language): string => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(CATALOGUES[language].dates, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
};
