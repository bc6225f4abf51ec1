const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * What the clocks of a time zone show at an instant, as the milliseconds that UTC would need to show it. Of any year that
 * a date of JavaScript can have: a text of it would not be one for Date.parse beyond 9999.
 */
export function wallClockAt(timeZone: string, instant: number): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  // Date.UTC takes the years up to 99 for those of the last century.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const within = Date.UTC(1970, 0, 1, hour, minute, second);
  return midnight + within + (instant - Math.floor(instant / 1000) * 1000);
}
