import type { RulePlace } from '#src/domain/opening-rule';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Sliced } from '#src/opening-hours/domain/slices';
import type { Span } from '#src/opening-hours/domain/spans';
import { DAY_MS, dayOf } from '#src/opening-hours/domain/wall-clock';
import { openingsOf, type Opening as Opened, type Work } from '#src/opening-hours/rule-reader';

/** One opening: `HH:MM` local time; `closes` may be on the following day, and is missing for an open end. */
export interface Opening {
  readonly opens: string;
  readonly closes?: string;
}

/** Openings by the day (`YYYY-MM-DD`) on which they begin. */
export type DayHours = ReadonlyMap<string, readonly Opening[]>;

/** Consecutive days from a first one (`YYYY-MM-DD`). */
export interface Days {
  readonly from: string;
  readonly count: number;
}

const timeOf = (reading: number): string => new Date(reading).toISOString().slice(11, 16);

// What depends on the sun differs from day to day.
const VARIABLE = /sunrise|sunset|dawn|dusk/i;

/** An opening of a day or more is cut at midnights: 24/7, a festival. Times alone could not tell it from a shorter one. */
function cutAtMidnights({ start: from, end: to }: Span): { day: string; opening: Opening }[] {
  if (to - from < DAY_MS && dayOf(to) !== dayOf(from) && timeOf(from) !== '00:00')
    return [{ day: dayOf(from), opening: { opens: timeOf(from), closes: timeOf(to) } }];
  const cut: { day: string; opening: Opening }[] = [];
  const midnightAfter = (reading: number): number => (Math.floor(reading / DAY_MS) + 1) * DAY_MS;
  for (let start = from; start < to; start = midnightAfter(start)) {
    const end = Math.min(midnightAfter(start), to);
    const closes = dayOf(end) === dayOf(start) ? timeOf(end) : '23:59';
    cut.push({ day: dayOf(start), opening: { opens: timeOf(start), closes } });
  }
  return cut;
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

// One more day on both sides, so that openings at the edges are complete; those outside are dropped by their day.
const frameOf = ({ from, count }: Days): Span => ({
  start: startOf(from) - DAY_MS,
  end: startOf(from) + (count + 1) * DAY_MS,
});

function hoursOf({ from, count }: Days, { open, openEnds }: Opened): DayHours {
  const hours = new Map<string, Opening[]>();
  for (let day = 0; day < count; day += 1) hours.set(dayOf(startOf(from), day), []);
  for (const span of open)
    if (openEnds?.has(span.end)) hours.get(dayOf(span.start))?.push({ opens: timeOf(span.start) });
    else for (const { day, opening } of cutAtMidnights(span)) hours.get(day)?.push(opening);
  return hours;
}

/**
 * When a rule in OSM `opening_hours` syntax is certainly open, day by day in each of the stretches. "Unknown" does not
 * count as open: nobody should come in vain.
 * @param work from which it is taken off
 * @returns `undefined` if it cannot be written day by day: it depends on the sun, is not readable or costs too much
 */
export function* dayHours(
  rule: string,
  place: RulePlace,
  stretches: readonly Days[],
  work: Work,
): Sliced<DayHours[] | undefined> {
  if (VARIABLE.test(rule)) return undefined;
  // Without the sun no time zone matters.
  const openings = yield* openingsOf(rule, place, DEFAULT_TIME_ZONE, stretches.map(frameOf), work);
  return openings && stretches.map((days, at) => hoursOf(days, openings[at] ?? { open: [], unknown: [] }));
}
