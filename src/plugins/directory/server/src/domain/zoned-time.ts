import { wallClockAt } from '#src/domain/wall-clock';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The instant at which the clocks of a zone show a day and a time. In the hour skipped in spring it is the instant an
 * hour later; in the hour repeated in autumn, the first one.
 * @param day `YYYY-MM-DD`
 * @param minutes since midnight; 1440 and more fall on the next day
 */
export function instantIn(timeZone: string, day: string, minutes: number, seconds = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS + seconds * 1000;
  // The offset of the day before is right unless the clocks change in between; then the one found with it is.
  const before = wallClockAt(timeZone, wanted - DAY_MS) - (wanted - DAY_MS);
  const first = wanted - before;
  if (wallClockAt(timeZone, first) === wanted) return new Date(first);
  const after = wallClockAt(timeZone, wanted + DAY_MS) - (wanted + DAY_MS);
  const second = wanted - after;
  return new Date(wallClockAt(timeZone, second) === wanted ? second : first);
}

/** The calendar day `days` later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
