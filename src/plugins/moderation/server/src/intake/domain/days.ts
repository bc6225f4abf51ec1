import { daysAfter, monthsAfter } from '#src/domain/calendar-days';
import type { Due } from './kinds';

/** The last day for something that came on this one (both ISO dates). */
export const dueOn = (day: string, due: Due): string =>
  'days' in due ? daysAfter(day, due.days) : monthsAfter(day, due.months);
