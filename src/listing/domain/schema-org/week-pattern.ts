import type { DayHours, Opening } from './day-hours';

/** Openings by weekday, Monday first. */
export type Week = readonly (readonly Opening[])[];

/** Days that follow one weekly pattern. */
export interface Season {
  /** `YYYY-MM-DD`, both inclusive. */
  readonly from: string;
  readonly through: string;
  readonly week: Week;
}

/** A day that differs from its season's week. */
export interface SpecialDay {
  readonly day: string;
  readonly openings: readonly Opening[];
}

export interface Pattern {
  readonly seasons: readonly Season[];
  readonly specials: readonly SpecialDay[];
}

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

const keyOf = (value: unknown): string => JSON.stringify(value);

/** The most frequent of these lists; of equally frequent ones, the first. */
function mostCommon(lists: readonly (readonly Opening[])[]): readonly Opening[] {
  const counts = new Map<string, number>();
  for (const list of lists) counts.set(keyOf(list), (counts.get(keyOf(list)) ?? 0) + 1);
  const [[best] = ['[]']] = [...counts].sort(([, one], [, other]) => other - one);
  return JSON.parse(best) as readonly Opening[];
}

type Days = readonly (readonly [string, readonly Opening[]])[];

/**
 * What is usual on a weekday: the same as before, unless most of its days differ. Two holidays in a month of four
 * Thursdays do not make a season.
 */
function usualOn(
  lists: readonly (readonly Opening[])[],
  before: readonly Opening[] | undefined,
): readonly Opening[] {
  const like = lists.filter((openings) => keyOf(openings) === keyOf(before)).length;
  return before !== undefined && like * 2 >= lists.length ? before : mostCommon(lists);
}

const usualWeek = (days: Days, before: Week | undefined): Week =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    usualOn(
      days.filter(([day]) => weekdayOf(day) === weekday).map(([, openings]) => openings),
      before?.[weekday],
    ),
  );

const isPart = (day: string, month: string): boolean => day.startsWith(month);

/** Consecutive months with the same usual week are one season. */
function seasonsOf(days: Days): Season[] {
  const seasons: Season[] = [];
  for (const month of [...new Set(days.map(([day]) => day.slice(0, 7)))]) {
    const part = days.filter(([day]) => isPart(day, month));
    const last = seasons.at(-1);
    const [from, through] = [part[0]?.[0] ?? '', part.at(-1)?.[0] ?? ''];
    const week = usualWeek(part, last?.week);
    if (last && keyOf(last.week) === keyOf(week)) seasons[seasons.length - 1] = { ...last, through };
    else seasons.push({ from, through, week });
  }
  return seasons;
}

/** What a pattern says of a day. */
export function openingsOn({ seasons, specials }: Pattern, day: string): readonly Opening[] {
  const special = specials.find((one) => one.day === day);
  const [only, more] = seasons;
  const season = more ? seasons.find(({ from, through }) => from <= day && day <= through) : only;
  return special?.openings ?? season?.week[weekdayOf(day)] ?? [];
}

/**
 * Summarises a calendar of openings: the usual week of each season, and the days that differ from it (public holidays,
 * a closed Christmas Eve). Seasons are whole months, so that a holiday is not a season.
 */
export function patternOf(hours: DayHours): Pattern {
  const days = [...hours];
  const seasons = seasonsOf(days);
  const specials = days.flatMap(([day, openings]): SpecialDay[] => {
    const season = seasons.find(({ from, through }) => from <= day && day <= through);
    const usual = season?.week[weekdayOf(day)];
    return keyOf(usual) === keyOf(openings) ? [] : [{ day, openings }];
  });
  return { seasons, specials };
}
