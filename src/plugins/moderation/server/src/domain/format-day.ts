import type { Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';

/** A calendar day (`YYYY-MM-DD`) as people write it: 24.12.2026, 24 Dec 2026. */
export const formatDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(CATALOGUES[language].dates, {
    dateStyle: 'medium',
    // A day has no time zone; read and written as UTC it stays the same.
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
