import { dayAfter, startOfDay } from '../../domain/period';

/** When the day after `day` (`YYYY-MM-DD`) begins in a time zone, in milliseconds. */
export const endOfDay = (day: string, timeZone: string): number =>
  startOfDay(timeZone, dayAfter(day)).getTime();

/** What of the stored content changes its public side by time alone. */
export interface TimedFacts {
  /** The earliest first days, `YYYY-MM-DD`, that have not begun. */
  firstDays?: readonly (string | null)[];
  /** The earliest last days, `YYYY-MM-DD`, that have not passed. */
  lastDays: readonly (string | null)[];
  /** The earliest starts and ends that are still ahead. */
  moments: readonly (Date | null)[];
}

/** The next moment, in milliseconds, at which some answer changes by time alone; `Infinity` when none is known. */
export function nextChangeOf({ firstDays = [], lastDays, moments }: TimedFacts, timeZone: string): number {
  return Math.min(
    ...firstDays.flatMap((day) => (day === null ? [] : [startOfDay(timeZone, day).getTime()])),
    ...lastDays.flatMap((day) => (day === null ? [] : [endOfDay(day, timeZone)])),
    ...moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()])),
    Infinity,
  );
}
