import type { Ask } from './answer';
import type { Read } from './days';
import { isSign, means, valueAs, type Lexeme, type Meaning } from './lexemes';

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

/** A day of every year; 1 is January. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

/** From a day through another, over the end of the year where need be. */
export interface Stretch {
  readonly from: YearDay;
  readonly through: YearDay;
}

/** A part of each year. */
export interface Season {
  readonly stretches: readonly Stretch[];
  /** Weeks of the calendar (ISO 8601), as OSM writes them. */
  readonly weeks?: string;
}

// 29 February is a day like others here: rules hold in every year.
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const lastOf = (month: number): number => LENGTHS[month - 1] ?? 31;

/** The number of a day in a year of 366 days, from 0 on. */
const ordinal = ({ month, day }: YearDay): number =>
  LENGTHS.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1;

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

/** How many days a year. */
export const lengthOf = ({ stretches, weeks }: Season): number =>
  stretches.length > 0
    ? stretches.reduce((sum, one) => sum + daysOf(one), 0)
    : weeks === undefined
      ? 366
      : 183;

/** The days of a year that are in none of the seasons; `undefined` where that cannot be said in stretches. */
export function restOfYear(seasons: readonly Season[]): Season | undefined {
  if (seasons.length === 0 || seasons.some(({ weeks }) => weeks !== undefined)) return undefined;
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
export const printSeason = ({ stretches, weeks }: Season): string =>
  [stretches.map(printStretch).join(','), weeks === undefined ? '' : `week ${weeks}`]
    .filter(Boolean)
    .join(' ');

/** The end of a stretch: a day, or a whole month. */
interface End {
  readonly month: number;
  readonly day?: number;
}

const numberAt = (lexeme: Lexeme | undefined, least: number, most: number): number | undefined => {
  if (lexeme?.kind !== 'number' || lexeme.text.length > 2) return undefined;
  const value = Number(lexeme.text);
  return value >= least && value <= most ? value : undefined;
};

const dateOf = (lexeme: Lexeme | undefined): readonly [number, number] | undefined =>
  lexeme?.meanings.find((one): one is Meaning & { kind: 'date' } => one.kind === 'date')?.value;

const isDot = (lexeme: Lexeme | undefined): boolean => isSign(lexeme, '.') && lexeme?.glued === true;

/** A day, or a month: "April", "1. April", "1.4.", "April 1st", "Heiligabend". */
function endAt(lexemes: readonly Lexeme[], at: number): Read<End> | undefined {
  const date = dateOf(lexemes[at]);
  if (date) return { value: { month: date[0], day: date[1] }, next: at + 1 };
  const month = valueAs(lexemes[at], 'month');
  if (month !== undefined) {
    const dotted = isSign(lexemes[at + 1], '.') ? at + 2 : at + 1;
    const day = numberAt(lexemes[dotted], 1, lastOf(month));
    const sign = lexemes[dotted + 1];
    const isDay = day !== undefined && !isSign(sign, ':.') && !means(sign, 'clock') && !means(sign, 'am');
    // "May 9-18": hours, but "May 1 - September 30" and "May 1st" are days.
    const isOrdinal = means(sign, 'ordinalSign') && sign?.glued;
    const goesOn = isSign(sign, '-') && valueAs(lexemes[dotted + 2], 'month') !== undefined;
    const comesAfter = isSign(lexemes[at - 1], '-') && lexemes[at - 2]?.kind === 'number';
    const followed = goesOn || means(sign, 'to') || comesAfter;
    if (isDay && (isOrdinal || followed))
      return { value: { month, day }, next: dotted + (isOrdinal ? 2 : 1) };
    return { value: { month }, next: dotted };
  }
  const day = numberAt(lexemes[at], 1, 31);
  if (day === undefined) return undefined;
  const sign = lexemes[at + 1];
  if (means(sign, 'ordinalSign') && sign?.glued) {
    const named = valueAs(lexemes[at + 2], 'month') ?? valueAs(lexemes[at + 3], 'month');
    const skipped = valueAs(lexemes[at + 2], 'month') === undefined ? 4 : 3;
    return named === undefined ? undefined : { value: { month: named, day }, next: at + skipped };
  }
  const plain = valueAs(sign, 'month');
  if (plain !== undefined) return { value: { month: plain, day }, next: at + 2 };
  if (!isDot(sign)) return undefined;
  const named = valueAs(lexemes[at + 2], 'month');
  if (named !== undefined)
    return { value: { month: named, day }, next: isDot(lexemes[at + 3]) ? at + 4 : at + 3 };
  const numbered = numberAt(lexemes[at + 2], 1, 12);
  if (numbered === undefined || !lexemes[at + 2]?.glued || !isDot(lexemes[at + 3])) return undefined;
  return day > lastOf(numbered) ? undefined : { value: { month: numbered, day }, next: at + 4 };
}

const stretchOf = (from: End, through: End): Stretch => ({
  from: { month: from.month, day: from.day ?? 1 },
  through: { month: through.month, day: through.day ?? lastOf(through.month) },
});

function stretchAt(lexemes: readonly Lexeme[], at: number): Read<Stretch> | undefined {
  const from = endAt(lexemes, means(lexemes[at], 'from') ? at + 1 : at);
  if (!from) return undefined;
  const isRange = isSign(lexemes[from.next], '-') || means(lexemes[from.next], 'to');
  const through = isRange ? endAt(lexemes, from.next + 1) : undefined;
  return through
    ? { value: stretchOf(from.value, through.value), next: through.next }
    : { value: stretchOf(from.value, from.value), next: from.next };
}

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

const isYear = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'number' && /^20[2-9]\d$/.test(lexeme.text);

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
  const weeks = weeksAt(lexemes, at);
  if (weeks) return read(weeks.next, { stretches: [], weeks: weeks.value });
  const stretches: Stretch[] = [];
  let next = at;
  for (let more = at; ;) {
    const stretch = stretchAt(lexemes, more);
    if (!stretch) break;
    stretches.push(stretch.value);
    next = stretch.next;
    if (isYear(lexemes[next])) {
      ask('which-year', read(next + 1));
      return read(next + 1);
    }
    more = next;
    while (isSign(lexemes[more], ',/&+') || means(lexemes[more], 'and')) more += 1;
  }
  return stretches.length === 0 ? undefined : read(next, { stretches });
}
