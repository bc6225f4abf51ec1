/**
 * An amount of money in the user's language.
 * @param minorUnits cents for EUR; Intl knows each currency's number of decimals
 * @param currency ISO 4217; an unknown code is shown unchanged beside the number
 */
export function formatMoney(minorUnits: number, currency: string, language: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return `${minorUnits / 100} ${currency}`.trim();
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minorUnits / 10 ** decimals);
}

/** A calendar day such as 2026-11-20 in the user's language, independent of any time zone. */
export function formatDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** A point in time in the user's language; by default in the browser's time zone. */
export function formatTime(time: string, language: string, timeZone?: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    date,
  );
}

/** The names of the seven days from Monday, in the user's language. */
export function weekdayNames(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2024, 0, 1 + day))));
}
