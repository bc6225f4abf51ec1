// A Monday.
const MONDAY = Date.UTC(2024, 0, 1);

const DAY_MS = 86_400_000;

/**
 * The days of the week, Monday first.
 * @param locale of the words (BCP 47)
 */
export function weekDays(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_none, day) => format.format(MONDAY + day * DAY_MS));
}
