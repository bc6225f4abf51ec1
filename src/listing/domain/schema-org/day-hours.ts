import OpeningHours from 'opening_hours';
import { FEDERAL_STATES } from '../../../domain/federal-states';
import type { RulePlace } from '../../../domain/opening-rule';

/** One opening: `HH:MM` on the wall, `closes` may be on the following day. */
export interface Opening {
  readonly opens: string;
  readonly closes: string;
}

/** Openings of a day (`YYYY-MM-DD`), by when they begin. */
export type DayHours = ReadonlyMap<string, readonly Opening[]>;

const pad = (value: number): string => String(value).padStart(2, '0');

/** The library counts in the wall time of the process, whatever its zone: read back in the same. */
const dayOf = (moment: Date): string =>
  `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
const timeOf = (moment: Date): string => `${pad(moment.getHours())}:${pad(moment.getMinutes())}`;

// What depends on the sun is not the same on two days, and what nobody can evaluate within bounds is not tried.
const VARIABLE = /sunrise|sunset|dawn|dusk|easter|week\s*\d/i;

const LONGEST = 36 * 3_600_000;

const parsed = (rule: string, { centre, federalState }: RulePlace): OpeningHours =>
  new OpeningHours(
    rule,
    {
      lat: centre.latitude,
      lon: centre.longitude,
      address: { country_code: 'de', state: FEDERAL_STATES[federalState] },
    },
    { mode: 0, tag_key: undefined, map_value: undefined, warnings_severity: undefined, locale: 'en' },
  );

type Interval = ReturnType<OpeningHours['getOpenIntervals']>[number];

// "Unknown" is not open: nobody should come for it.
const isCertain = ([from, to, unknown]: Interval): boolean => !unknown && to.getTime() > from.getTime();

const nextDay = (day: Date): Date => new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1);

/** An opening of more than a day and a half is cut at midnights: 24/7, a festival. */
function cutAtMidnights([from, to]: Interval): { day: string; opening: Opening }[] {
  if (to.getTime() - from.getTime() <= LONGEST && dayOf(to) !== dayOf(from) && timeOf(from) !== '00:00')
    return [{ day: dayOf(from), opening: { opens: timeOf(from), closes: timeOf(to) } }];
  const cut: { day: string; opening: Opening }[] = [];
  for (let start = from; start < to; start = nextDay(start)) {
    const end = nextDay(start) < to ? nextDay(start) : to;
    const closes = dayOf(end) === dayOf(start) ? timeOf(end) : '23:59';
    cut.push({ day: dayOf(start), opening: { opens: timeOf(start), closes } });
  }
  return cut;
}

/** A rule that can be told in days. */
export interface RuleCalendar {
  /** Every week is like the other, public holidays included. */
  readonly isEveryWeekTheSame: boolean;
  /**
   * When it is open, day by day.
   * @param from first day, `YYYY-MM-DD`
   * @param days how many
   */
  openings(from: string, days: number): DayHours;
}

function openingsOf(rule: OpeningHours, from: string, days: number): DayHours {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const [start, end] = [new Date(year, month - 1, day), new Date(year, month - 1, day + days)];
  const hours = new Map<string, Opening[]>();
  for (let at = start; at < end; at = nextDay(at)) hours.set(dayOf(at), []);
  // A day more on both sides: what begins or ends at the edges is seen whole, and dropped by its day.
  const [before, after] = [new Date(year, month - 1, day - 1), nextDay(end)];
  for (const interval of rule.getOpenIntervals(before, after).filter(isCertain))
    for (const { day: on, opening } of cutAtMidnights(interval)) hours.get(on)?.push(opening);
  return hours;
}

/**
 * A rule in OSM `opening_hours` syntax as a calendar; parsing takes longer than a week's evaluation, so it is done once.
 * @returns `null` where it cannot be told in days: it depends on the sun
 * @throws what the parser throws (strings) at a rule that is not readable
 */
export function ruleCalendar(rule: string, place: RulePlace): RuleCalendar | null {
  if (VARIABLE.test(rule)) return null;
  const read = parsed(rule, place);
  return {
    isEveryWeekTheSame: read.isWeekStable(),
    openings: (from, days) => openingsOf(read, from, days),
  };
}
