import { accept, refuse, type Checked } from './checked';

/** A day (`YYYY-MM-DD`), a date-time (RFC 3339) or a Date. */
export type Moment = string | Date;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day that exists: 2026-02-30 does not. */
export const isCalendarDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

const instant = (moment: Moment): number => new Date(moment).getTime();

const shown = (moment: Moment): string => (typeof moment === 'string' ? moment : moment.toISOString());

/** Start ≤ end; a missing end or start leaves the period open. */
export const checkPeriod = (
  start: Moment | null | undefined,
  end: Moment | null | undefined,
): Checked<undefined> => {
  if (start == null || end == null) return accept(undefined);
  // What is not a date is refused by the field's own type.
  if (Number.isNaN(instant(start)) || Number.isNaN(instant(end))) return accept(undefined);
  if (instant(start) <= instant(end)) return accept(undefined);
  return refuse('period-reversed', { start: shown(start), end: shown(end) });
};

/** The calendar day at `now` in an IANA time zone, as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
