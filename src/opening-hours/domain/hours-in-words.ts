import type { Span } from './spans';
import { timesInWords, type ClockTime } from './times-in-words';
import { DAY_MS, HOUR_MS, dayOf } from './wall-clock';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';

/** Hours of one service as readings of the city's clock (`wall-clock.ts`), of some days around today. */
export interface KnownHours {
  readonly open: readonly Span[];
  readonly unknown: readonly Span[];
}

/** Whether it is open at a reading (null: perhaps), and at which it certainly opens or closes next. */
interface OpenState {
  readonly openNow: boolean | null;
  readonly nextChange: number | null;
}

/** A day of a week in words. */
export interface DayInWords {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly weekday: string;
  /** `30. November` */
  readonly date: string;
  readonly isToday: boolean;
  /** The name of the holiday, or that other hours than usual apply. */
  readonly note?: string;
  readonly times: string;
}

const words = (language: Language) => CATALOGUES[language].openHours;

const formats = new Map<string, Intl.DateTimeFormat>();

// Readings are written as UTC shows them.
function written(language: Language, reading: number, options: Intl.DateTimeFormatOptions): string {
  const locale = CATALOGUES[language].dates;
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(reading);
}

/** A weekday as it is written out. */
const weekdayOf = (language: Language, reading: number): string =>
  written(language, reading, { weekday: 'long' });

/** A day without its year. */
export const dateOf = (language: Language, reading: number): string =>
  written(language, reading, { day: 'numeric', month: 'long' });

const midnightBefore = (reading: number): number => Math.floor(reading / DAY_MS) * DAY_MS;

const hourAndMinute = (reading: number): ClockTime => {
  const minutes = Math.floor((reading - midnightBefore(reading)) / 60_000);
  return [Math.floor(minutes / 60), minutes % 60];
};

/** A time at which something ends: midnight is the end of a day. */
const endTime = (reading: number): ClockTime => {
  const [hour, minute] = hourAndMinute(reading);
  return hour === 0 && minute === 0 ? [24, 0] : [hour, minute];
};

// Who is out until then says "tonight".
const END_OF_NIGHT = 6 * HOUR_MS;
const DAYS_OF_WEEK = 7;

function openInWords(nextChange: number, now: number, language: Language): string {
  const say = words(language);
  const time = say.time(...endTime(nextChange));
  const midnight = midnightBefore(now) + DAY_MS;
  if (nextChange <= midnight) return say.openToday(time);
  if (nextChange <= midnight + END_OF_NIGHT) return say.openTonight(time);
  if (nextChange <= midnight + DAY_MS) return say.openTomorrow(time);
  // The day that midnight ends.
  const day = nextChange - 1;
  return say.openUntil(
    nextChange < midnight + DAYS_OF_WEEK * DAY_MS ? weekdayOf(language, day) : dateOf(language, day),
    time,
  );
}

function closedInWords(nextChange: number, now: number, language: Language): string {
  const say = words(language);
  const time = say.time(...hourAndMinute(nextChange));
  const midnight = midnightBefore(now) + DAY_MS;
  if (nextChange < midnight) return say.opensToday(time);
  if (nextChange < midnight + DAY_MS) return say.opensTomorrow(time);
  const isThisWeek = nextChange < midnight + (DAYS_OF_WEEK - 1) * DAY_MS;
  return say.opensOn(isThisWeek ? weekdayOf(language, nextChange) : dateOf(language, nextChange), time);
}

/**
 * Whether something is open, as people say it: "Heute bis 18 Uhr geöffnet".
 * @param now the reading of the city's clock
 */
export function stateInWords({ openNow, nextChange }: OpenState, now: number, language: Language): string {
  const say = words(language);
  if (openNow === null) return say.perhaps;
  if (nextChange === null) return openNow ? say.open : say.closed;
  return openNow ? openInWords(nextChange, now, language) : closedInWords(nextChange, now, language);
}

const isWholeDay = ({ start, end }: Span, midnight: number): boolean =>
  start <= midnight && end >= midnight + DAY_MS;

/** What of the spans belongs to a day: those that begin in it, and of what lasts for days the part in it. */
const ofDay = (spans: readonly Span[], midnight: number): Span[] =>
  spans.flatMap((span) => {
    const { start, end } = span;
    if (end - start < DAY_MS) return start >= midnight && start < midnight + DAY_MS ? [span] : [];
    const part = { start: Math.max(start, midnight), end: Math.min(end, midnight + DAY_MS) };
    return part.start < part.end ? [part] : [];
  });

/** The hours of a day in words: "9–12 und 14–18 Uhr". */
function timesOf({ open, unknown }: KnownHours, midnight: number, language: Language): string {
  const say = words(language);
  const [sure, perhaps] = [ofDay(open, midnight), ofDay(unknown, midnight)];
  if (sure.some((span) => isWholeDay(span, midnight))) return say.allDay;
  if (sure.length === 0 && perhaps.length > 0) return say.byAppointment;
  const isOpenEnded = unknown.some(({ start }) => start === sure.at(-1)?.end);
  const spans = sure.map(({ start, end }, at) => ({
    from: hourAndMinute(start),
    to: endTime(end),
    openEnd: isOpenEnded && at === sure.length - 1,
  }));
  return timesInWords(spans, say);
}

interface WeekOptions {
  /** The reading of the city's clock. */
  readonly now: number;
  readonly language: Language;
  /** Names of holidays by their days. */
  readonly holidays: ReadonlyMap<string, string>;
  /** Whether other hours than usual were entered for a day. */
  readonly isSpecial: (day: string) => boolean;
}

/** The days of a week from today on, in words. */
export function weekInWords(
  hours: KnownHours,
  { now, language, holidays, isSpecial }: WeekOptions,
): DayInWords[] {
  const say = words(language);
  const today = midnightBefore(now);
  return Array.from({ length: DAYS_OF_WEEK }, (_value, at) => {
    const midnight = today + at * DAY_MS;
    const day = dayOf(midnight);
    const holiday = holidays.get(day);
    const note =
      holiday === undefined ? (isSpecial(day) ? say.special : undefined) : (say.holidays[holiday] ?? holiday);
    return {
      day,
      weekday: weekdayOf(language, midnight),
      date: dateOf(language, midnight),
      isToday: at === 0,
      ...(note === undefined ? {} : { note }),
      times: timesOf(hours, midnight, language),
    };
  });
}

/** Whether it never closes, as far as is known. */
export const isAlwaysOpen = ({ open }: KnownHours, now: number): boolean =>
  open.some(({ start, end }) => start <= now && end >= midnightBefore(now) + DAYS_OF_WEEK * DAY_MS);
