import { isCalendarDay, isCalendarMoment } from '#src/domain/period';
import { instantIn } from './zoned-time';

/** From one moment to another, both inclusive; equal for a single moment. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

export interface MomentProblem {
  readonly parameter: 'openAt' | 'validAt';
  readonly problem: 'moment-malformed' | 'open-past' | 'open-ahead' | 'valid-malformed';
}

interface Moments {
  readonly open: Span | null;
  readonly openNow: boolean;
  readonly valid: Span | null;
  readonly validNow: boolean;
}

interface City {
  readonly now: Date;
  readonly timeZone: string;
}

/** Opening hours are computed this far ahead. */
export const DAYS_AHEAD = 60;
const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60 * 1000;

// RFC 3339 with optional seconds and offset; an unescaped "+" arrives as a space.
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:([Zz])|([+\- ])(\d{2}):?(\d{2})?)?$/;

/** A moment in ISO 8601; without an offset, in the city's local time. `null` if it does not exist. */
export function parseDateTime(text: string, timeZone: string): Date | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number, number, number, number, number, number,
  ]; // prettier-ignore
  if (!isCalendarDay(text.slice(0, 10)) || hour > 23 || minute > 59 || second > 59) return null;
  // Date.UTC takes such a year for one of the last century.
  if (year < 100) return null;
  if (!match[7] && !match[8]) return instantIn(timeZone, text.slice(0, 10), hour * 60 + minute, second);
  const [offsetHours, offsetMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (offsetHours > 14 || offsetMinutes > 59) return null;
  const offset = (match[8] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes);
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second));
  return isCalendarMoment(moment) ? moment : null;
}

function openSpan(text: string | undefined, { now, timeZone }: City): Span | MomentProblem | null {
  const wrong = (problem: MomentProblem['problem']) => ({ parameter: 'openAt' as const, problem });
  if (text === undefined) return null;
  if (isNow(text)) return { from: now, to: now };
  const at = parseDateTime(text.trim(), timeZone);
  if (!at) return wrong('moment-malformed');
  // Clocks differ, and a page may have been open for a while; hours are known since yesterday.
  if (at.getTime() < now.getTime() - DAY_MS) return wrong('open-past');
  if (at.getTime() > now.getTime() + DAYS_AHEAD * DAY_MS) return wrong('open-ahead');
  return { from: at, to: at };
}

function validSpan(text: string | undefined, { now, timeZone }: City): Span | MomentProblem | null {
  if (text === undefined) return null;
  const value = text.trim();
  if (isNow(value)) return { from: now, to: now };
  // For a day: whatever applies at some time during it.
  if (isCalendarDay(value))
    return {
      from: instantIn(timeZone, value, 0),
      to: new Date(instantIn(timeZone, value, DAY_MINUTES).getTime() - 1),
    };
  const at = parseDateTime(value, timeZone);
  return at ? { from: at, to: at } : { parameter: 'validAt', problem: 'valid-malformed' };
}

const isNow = (text: string | undefined): boolean => text?.trim().toLowerCase() === 'now';

const isProblem = (value: object | null): value is MomentProblem => value !== null && 'problem' in value;

/** What `openAt` and `validAt` mean at `now`. */
export function parseMoments(
  texts: { openAt?: string | undefined; validAt?: string | undefined },
  city: City,
): Moments | MomentProblem {
  const open = openSpan(texts.openAt, city);
  if (isProblem(open)) return open;
  const valid = validSpan(texts.validAt, city);
  if (isProblem(valid)) return valid;
  return { open, openNow: isNow(texts.openAt), valid, validNow: isNow(texts.validAt) };
}
