import type { openHours } from './de/open-hours';

/** What may have to be asked about hours as a person wrote them. */
export const QUESTION_CODES = [
  'text-too-long',
  'rule-too-long',
  'no-hours',
  'days-missing',
  'times-missing',
  'start-missing',
  'end-missing',
  'time-impossible',
  'times-equal',
  'times-overlap',
  'half-of-day',
  'range-or-list',
  'workdays',
  'belongs-to',
  'contradiction',
  'closed-when',
  'closed-until',
  'season-dates',
  'season-scope',
  'which-weeks',
  'which-year',
  'rest-of-what',
  'every-day',
  'appointment-when',
] as const;

export type QuestionCode = (typeof QUESTION_CODES)[number];

/** What a word or a phrase may mean besides a day, a month, a count or a remark. */
export const WORD_KINDS = [
  /** every day */
  'daily',
  /** Saturday and Sunday */
  'weekend',
  /** Monday to Friday, without doubt */
  'weekdays',
  /** Monday to Friday, and Saturday perhaps */
  'workdays',
  'holidays',
  'schoolHolidays',
  /** the days, or the times of the year, that are not named */
  'otherwise',
  'except',
  /** between the ends of a span, of days as of times */
  'to',
  /** before a span */
  'from',
  /** before two ends that "and" joins */
  'between',
  /** before a time from which on it is open, with an end that is not said */
  'onward',
  /** instead of the end of a span */
  'openEnd',
  /** after the end of a span: it may be later */
  'orLater',
  'and',
  /** before days that are named though they may be among the others */
  'also',
  /** after a time */
  'clock',
  /** after the 24 of 24 hours */
  'hours',
  /** between hours and minutes: 8h30 */
  'hourSign',
  'am',
  'pm',
  'noon',
  'midnight',
  /** after a time: about noon */
  'atNoon',
  /** after a time: late in the evening, or before the morning */
  'atNight',
  'allDay',
  'closed',
  /** that no day is closed */
  'noClosedDay',
  /** for a time that is not said */
  'forNow',
  /** that it may be otherwise: a remark, which leaves days and times as they are */
  'usually',
  /** a part of the year that begins and ends differently everywhere */
  'season',
  'everyOtherWeek',
  'evenWeeks',
  'oddWeeks',
  'week',
  /** after a counted weekday */
  'ofTheMonth',
  'last',
  /** after the digits of a count: 1st */
  'ordinalSign',
  /** says nothing that hours need */
  'filler',
] as const;

export type WordKind = (typeof WORD_KINDS)[number];

/** All that is read and said about opening hours in one language: a language more is a file like this. */
export interface HoursWords {
  /** Clocks have two halves of a day, so that 9 to 5 is until the afternoon. */
  readonly twelveHours: boolean;
  /** How Monday to Sunday are written; the first of each is said. */
  readonly weekdays: readonly (readonly string[])[];
  /** How January to December are written; the first of each is said. */
  readonly months: readonly (readonly string[])[];
  /** Days with a name: month and day. */
  readonly dates: Readonly<Record<string, readonly [month: number, day: number]>>;
  /** Counts in words. */
  readonly ordinals: Readonly<Record<string, number>>;
  /** Remarks about when it is open perhaps, and how they are quoted. */
  readonly appointments: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<WordKind, readonly string[]>>;
  readonly say: HoursSentences;
  /** How times are said. */
  readonly times: typeof openHours;
}

/**
 * How an understood rule is said. What is said is read as the same rule again, unless its times, said shortly, may also be
 * of the other half of the day: that is asked about.
 */
interface HoursSentences {
  readonly to: string;
  readonly and: string;
  readonly daily: string;
  readonly holidays: string;
  readonly schoolHolidays: string;
  /** Before the days of the week that hold in them. */
  readonly inSchoolHolidays: string;
  readonly evenWeeks: string;
  readonly oddWeeks: string;
  readonly week: string;
  /** A remark that holds when nothing else does. */
  readonly besides: string;
  /** Counts as they are written before a weekday: first to fifth, then last. */
  readonly counts: readonly string[];
  readonly ofTheMonth: string;
  /** Between the number of a day and its month. */
  readonly afterDay: string;
  /** `{found}` is what is asked about. */
  readonly questions: Readonly<Record<QuestionCode, string>>;
}
