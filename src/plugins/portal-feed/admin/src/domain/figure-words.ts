/** A duration in milliseconds if below a second, otherwise in seconds with one decimal. */
export function formatDuration(milliseconds: number, language: string): string {
  const [value, unit] =
    milliseconds < 1_000 ? [milliseconds, 'millisecond'] : [milliseconds / 1_000, 'second'];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'second' ? 1 : 0,
  }).format(value);
}

/** A share from 0 to 1 as a percentage. Never shows 0 % for more than 0, or 100 % for less than 1. */
export function formatShare(share: number, language: string): string {
  const format = (value: number) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  if (share > 0 && share < 0.01) return `< ${format(0.01)}`;
  if (share < 1 && share > 0.99) return `> ${format(0.99)}`;
  return format(share);
}

/** An hour of the day, by default in the browser's time zone. */
export const formatHour = (time: string, language: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(time));
