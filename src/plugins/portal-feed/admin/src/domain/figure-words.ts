/** A duration: milliseconds below a second, else seconds with one decimal. */
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

/** A share from 0 to 1 in per cent. What is not nothing is not shown as nothing, what is not all not as all. */
export function formatShare(share: number, language: string): string {
  const format = (value: number) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  if (share > 0 && share < 0.01) return `< ${format(0.01)}`;
  if (share < 1 && share > 0.99) return `> ${format(0.99)}`;
  return format(share);
}

/** An hour of the day, in the time zone of the browser unless another is given. */
export const formatHour = (time: string, language: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(time));
