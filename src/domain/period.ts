import { accept, refuse, type Checked } from './checked';
import { wallClockAt } from './wall-clock';

/** A day (`YYYY-MM-DD`), a date-time (RFC 3339) or a Date. */
export type Moment = string | Date;

const DAY_MS = 24 * 60 * 60 * 1000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day that exists: 2026-02-30 does not, and there was no year 0. */
export const isCalendarDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !DAY.test(value) || value.startsWith('0000')) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

const FIRST_MOMENT = Date.parse('0001-01-01T00:00:00Z');
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

/** A moment whose year has four digits: of others neither ISO 8601 nor the database has one spelling. */
export const isCalendarMoment = (value: unknown): boolean => {
  const moment = new Date(value as string).getTime();
  return moment >= FIRST_MOMENT && moment <= LAST_MOMENT;
};

const isDay = (moment: Moment): moment is string => typeof moment === 'string' && DAY.test(moment);

const dayOf = (moment: Moment, timeZone: string): string =>
  isDay(moment) ? moment : dayIn(timeZone, new Date(moment));

const instant = (moment: Moment): number => new Date(moment).getTime();

const shown = (moment: Moment): string => (typeof moment === 'string' ? moment : moment.toISOString());

/**
 * Start ≤ end; a missing end or start leaves the period open. Where one of them is a day, the day of the other counts: a
 * day begins with its first moment in the city, and lasts to its end.
 */
export const checkPeriod = (
  start: Moment | null | undefined,
  end: Moment | null | undefined,
  timeZone: string,
): Checked<undefined> => {
  if (start == null || end == null) return accept(undefined);
  // A value that is not a date is refused by the field's own type.
  if (Number.isNaN(instant(start)) || Number.isNaN(instant(end))) return accept(undefined);
  const areMoments = !isDay(start) && !isDay(end);
  const isInOrder = areMoments
    ? instant(start) <= instant(end)
    : dayOf(start, timeZone) <= dayOf(end, timeZone);
  if (isInOrder) return accept(undefined);
  return refuse('period-reversed', { start: shown(start), end: shown(end) });
};

/** The calendar day at `now` in an IANA time zone, as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);

/** The moment at which clocks in a time zone show a midnight. @param midnight read as if it were UTC; milliseconds */
function momentOf(timeZone: string, midnight: number): Date {
  // Clocks are at most 14 h ahead and 12 h behind; the change to or from summer time falls at midnight nowhere in Europe.
  const guess = midnight - (wallClockAt(timeZone, midnight) - midnight);
  return new Date(midnight - (wallClockAt(timeZone, guess) - guess));
}

/** The moment at which a calendar day begins in an IANA time zone. */
export const startOfDay = (timeZone: string, day: string): Date =>
  momentOf(timeZone, Date.parse(`${day}T00:00:00Z`));

// The last one that can be written stands for no end.
const LAST_DAY = '9999-12-31';

/** The moment at which a calendar day is over in an IANA time zone; `null`: never, of 9999-12-31. */
export const endOfDay = (timeZone: string, day: string): Date | null =>
  day >= LAST_DAY ? null : momentOf(timeZone, Date.parse(`${day}T00:00:00Z`) + DAY_MS);
