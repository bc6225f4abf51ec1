import type { Ask } from './answer';
import { lastOf, MONTH_LENGTHS, type Stretch, type YearDay } from './calendar';
import { isYear, numberAt, stretchesAt } from './dates';
import { beginsList, type Read } from './days';
import { isSign, means, type Lexeme } from './lexemes';

const OSM_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** A part of each year. */
export interface Season {
  readonly stretches: readonly Stretch[];
  /** Weeks of the calendar (ISO 8601), as OSM writes them. */
  readonly weeks?: string;
  /** The holidays of schools, which are in no stretches. */
  readonly schoolHolidays?: true;
}

/** The number of a day in a year of 366 days, from 0 on. */
const ordinal = ({ month, day }: YearDay): number =>
  MONTH_LENGTHS.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1;

function yearDay(number: number): YearDay {
  let rest = ((number % 366) + 366) % 366;
  let month = 1;
  while (rest >= lastOf(month)) {
    rest -= lastOf(month);
    month += 1;
  }
  return { month, day: rest + 1 };
}

const daysOf = ({ from, through }: Stretch): number => ((ordinal(through) - ordinal(from) + 366) % 366) + 1;

// By the agreement of the federal states: 75 days a year, without the Sundays.
const SCHOOL_HOLIDAYS = 85;

/** How many days a year. */
export function lengthOf({ stretches, weeks, schoolHolidays }: Season): number {
  if (schoolHolidays) return SCHOOL_HOLIDAYS;
  if (stretches.length > 0) return stretches.reduce((sum, one) => sum + daysOf(one), 0);
  return weeks === undefined ? 366 : 183;
}

/** The days of a year that are in none of the seasons; `undefined` where that cannot be said in stretches. */
export function restOfYear(seasons: readonly Season[]): Season | undefined {
  if (seasons.some(({ weeks, schoolHolidays }) => weeks !== undefined || schoolHolidays)) return undefined;
  const taken = new Set<number>();
  for (const stretch of seasons.flatMap(({ stretches }) => stretches))
    for (let day = 0; day < daysOf(stretch); day += 1) taken.add((ordinal(stretch.from) + day) % 366);
  const free = Array.from({ length: 366 }, (_none, day) => day).filter((day) => !taken.has(day));
  const begins = free.filter((day) => taken.has((day + 365) % 366));
  const ends = free.filter((day) => taken.has((day + 1) % 366));
  if (begins.length === 0) return undefined;
  const stretches = begins.map((from) => {
    const through = ends.find((end) => end >= from) ?? ends[0] ?? from;
    return { from: yearDay(from), through: yearDay(through) };
  });
  return { stretches };
}

export const isMonths = ({ from, through }: Stretch): boolean =>
  from.day === 1 && through.day === lastOf(through.month);

export const isOneDay = ({ from, through }: Stretch): boolean =>
  from.month === through.month && from.day === through.day;

/** Whether it is single dates, such as 24 December. */
export const isDates = ({ stretches }: Season): boolean => stretches.length > 0 && stretches.every(isOneDay);

const osmDay = ({ month, day }: YearDay): string =>
  `${OSM_MONTHS[month - 1] ?? ''} ${String(day).padStart(2, '0')}`;

function printStretch(stretch: Stretch): string {
  const { from, through } = stretch;
  if (isOneDay(stretch)) return osmDay(from);
  if (!isMonths(stretch)) return `${osmDay(from)}-${osmDay(through)}`;
  const [first, last] = [OSM_MONTHS[from.month - 1] ?? '', OSM_MONTHS[through.month - 1] ?? ''];
  return first === last ? first : `${first}-${last}`;
}

/** A season as OSM writes it. */
export const printSeason = ({ stretches, weeks, schoolHolidays }: Season): string =>
  [
    stretches.map(printStretch).join(','),
    weeks === undefined ? '' : `week ${weeks}`,
    schoolHolidays ? 'SH' : '',
  ]
    .filter(Boolean)
    .join(' ');

interface SeasonRead extends Read<Season | undefined> {
  readonly start: number;
  readonly end: number;
}

const EVEN = '2-52/2';
const ODD = '1-53/2';

function weeksAt(lexemes: readonly Lexeme[], at: number): Read<string> | undefined {
  if (means(lexemes[at], 'evenWeeks')) return { value: EVEN, next: at + 1 };
  if (means(lexemes[at], 'oddWeeks')) return { value: ODD, next: at + 1 };
  const first = means(lexemes[at], 'week') ? numberAt(lexemes[at + 1], 1, 53) : undefined;
  if (first === undefined) return undefined;
  const isRange = isSign(lexemes[at + 2], '-') || means(lexemes[at + 2], 'to');
  const last = isRange ? numberAt(lexemes[at + 3], first, 53) : undefined;
  const two = (week: number) => String(week).padStart(2, '0');
  return last === undefined
    ? { value: two(first), next: at + 2 }
    : { value: `${two(first)}-${two(last)}`, next: at + 4 };
}

/** A part of the year; no value where it has to be asked about. */
export function readSeason(lexemes: readonly Lexeme[], at: number, ask: Ask): SeasonRead | undefined {
  const start = lexemes[at]?.start ?? 0;
  const read = (next: number, value?: Season): SeasonRead => ({
    value,
    next,
    start,
    end: lexemes[next - 1]?.end ?? start,
  });
  if (means(lexemes[at], 'season')) {
    let next = at + 1;
    while (isSign(lexemes[next], '/') && means(lexemes[next + 1], 'season')) next += 2;
    ask('season-dates', read(next));
    return read(next);
  }
  if (means(lexemes[at], 'schoolHolidays'))
    return beginsList(lexemes, at) ? undefined : read(at + 1, { stretches: [], schoolHolidays: true });
  const weeks = weeksAt(lexemes, at);
  if (weeks) return read(weeks.next, { stretches: [], weeks: weeks.value });
  const stretches: Stretch[] = [];
  let next = at;
  for (let more = at; ;) {
    const stretch = stretchesAt(lexemes, more);
    if (!stretch) break;
    // "closed on 24 December, July-August 9-16": dates and months are no list.
    const last = stretches.at(-1);
    if (last && isSign(lexemes[next], ',') && isMonths(last) !== stretch.value.every(isMonths)) break;
    stretches.push(...stretch.value);
    next = stretch.next;
    if (isYear(lexemes, next)) {
      ask('which-year', read(next + 1));
      return read(next + 1);
    }
    more = next;
    while (isSign(lexemes[more], ',/&+') || means(lexemes[more], 'and')) more += 1;
  }
  return stretches.length === 0 ? undefined : read(next, { stretches });
}
