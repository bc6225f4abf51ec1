import type { Row } from './row';

/** A day of the week: the name of its column, and how German headers and texts write it. */
const DAYS = [
  ['monday', 'Mo', 'montag'],
  ['tuesday', 'Di', 'dienstag'],
  ['wednesday', 'Mi', 'mittwoch'],
  ['thursday', 'Do', 'donnerstag'],
  ['friday', 'Fr', 'freitag'],
  ['saturday', 'Sa', 'samstag', 'sonnabend'],
  ['sunday', 'So', 'sonntag'],
] as const;

const PREFIXES = ['', 'oeffnungszeiten ', 'oeffnungszeit ', 'oez ', 'oz '];
const BEFORE_NOON = ['', ' vormittag', ' vormittags', ' am vormittag'];
const AFTER_NOON = [' nachmittag', ' nachmittags', ' am nachmittag'];

const spellings = (names: readonly string[], suffixes: readonly string[]): string[] =>
  names.flatMap((name) =>
    PREFIXES.flatMap((prefix) => suffixes.map((suffix) => `${prefix}${name}${suffix}`)),
  );

/** The columns of tables that have one, or several, for the hours of each day: "Mo", "Öffnungszeiten Montag 1". */
export const weekdayColumns: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  DAYS.flatMap(([column, ...names]): [string, string[]][] => [
    [column, spellings(names, [...BEFORE_NOON, ...AFTER_NOON])],
    [`${column}From`, spellings(names, [' von', ' ab', ' beginn'])],
    [`${column}To`, spellings(names, [' bis', ' ende'])],
  ]),
);

export const WEEKDAY_COLUMNS: readonly string[] = Object.keys(weekdayColumns);

// "Mo-Fr 8-16" below "Mo": the cell says itself which days it means.
const NAMES_DAYS =
  /^(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?)(?!\p{L})/iu;

/** The hours of a day in one text. Beginnings and ends are lists alike: "8-12, 14-18" of 8, 14 and 12, 18. */
const hoursOn = (row: Row, column: string): string | undefined => {
  const starts = row[`${column}From`]?.split('; ') ?? [];
  const ends = row[`${column}To`]?.split('; ') ?? [];
  const pairs = Array.from({ length: Math.max(starts.length, ends.length) }, (_none, at) =>
    starts[at] === ends[at] ? starts[at] : `${starts[at] ?? ''}-${ends[at] ?? ''}`,
  );
  const times = [row[column]?.replace(/; ?| ?\+ ?/g, ', '), ...pairs].filter(Boolean).join(', ');
  return times === '' ? undefined : times;
};

/**
 * The hours of the columns of the days as people write them in one: "Mo-Fr 9-18; Sa 9-13; So geschlossen".
 * @returns undefined where no day says anything
 */
export const weekdayHours = (row: Row): string | undefined => {
  const runs: { first: string; last: string; times: string }[] = [];
  let isNext = false;
  for (const [column, day] of DAYS) {
    const times = hoursOn(row, column);
    const run = runs.at(-1);
    if (times !== undefined && isNext && run?.times === times) run.last = day;
    else if (times !== undefined) runs.push({ first: day, last: day, times });
    isNext = times !== undefined;
  }
  return runs.length === 0
    ? undefined
    : runs
        .map(({ first, last, times }) => {
          const days = first === last ? first : `${first}-${last}`;
          return NAMES_DAYS.test(times) ? times : `${days} ${times}`;
        })
        .join('; ');
};
