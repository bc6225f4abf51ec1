/**
 * A moment as a day in words: "30. November 2026".
 * @param moment ISO 8601
 * @param locale of the words (BCP 47)
 */
export const dayIn = (moment: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(moment));

/** The same with its time: "30. November 2026 um 05:12". */
export const timeIn = (moment: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(moment));
