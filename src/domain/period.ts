import { accept, refuse, type Checked } from './checked';

/** A day (`YYYY-MM-DD`), a date-time (RFC 3339) or a Date. */
export type Moment = string | Date;

const DAY_MS = 24 * 60 * 60 * 1000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day that exists: 2026-02-30 does not. */
export const isCalendarDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

const instant = (moment: Moment): number => new Date(moment).getTime();

const shown = (moment: Moment): string => (typeof moment === 'string' ? moment : moment.toISOString());

/** Start ≤ end; without a start or an end the period is open on that side. */
export const checkPeriod = (
  start: Moment | null | undefined,
  end: Moment | null | undefined,
): Checked<undefined> => {
  if (start == null || end == null) return accept(undefined);
  // A value that is not a date is refused by the field's own type.
  if (Number.isNaN(instant(start)) || Number.isNaN(instant(end))) return accept(undefined);
  if (instant(start) <= instant(end)) return accept(undefined);
  return refuse('period-reversed', { start: shown(start), end: shown(end) });
};

/** The calendar day at `now` in an IANA time zone, as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);

/** The next calendar day. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The moment at which a calendar day begins in an IANA time zone. */
export const startOfDay = (timeZone: string, day: string): Date => {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`);
  // Clocks are at most 14 h ahead and 12 h behind; nowhere in Europe do they change at midnight.
  const ahead = wallClock(timeZone, new Date(utcMidnight)) - utcMidnight;
  const guess = utcMidnight - ahead;
  return new Date(utcMidnight - (wallClock(timeZone, new Date(guess)) - guess));
};

/** What clocks in the time zone show at a moment, read as if it were UTC; milliseconds. */
const wallClock = (timeZone: string, at: Date): number => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
};
