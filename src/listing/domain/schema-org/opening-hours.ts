import { LRUCache } from 'lru-cache';
import type { RulePlace } from '#src/domain/opening-rule';
import { finished, type Sliced } from '#src/opening-hours/domain/slices';
import type { Work } from '#src/opening-hours/rule-reader';
import type { Entry } from '../listing';
import { dayHours, type Opening } from './day-hours';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { many, text } from './read';
import { patternOf, weekdayOf, type Pattern, type Season } from './week-pattern';

export type Service = 'on-site' | 'delivery' | 'pickup' | 'phone';

/** The hours of one service. */
export interface ServiceHours {
  readonly regular: readonly Node[];
  /** Public holidays and other days that differ from their week. */
  readonly special: readonly Node[];
}

// The members of schema.org/DayOfWeek: in JSON-LD a bare name would be a text.
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (day) => `https://schema.org/${day}`,
);

const TWO_YEARS = 731;

interface Known {
  readonly pattern: Pattern;
  /** How much work it took. */
  readonly dates: number;
}

// For all rules of a listing together: 0.3 s, once for each year.
const DATES_OF_A_LISTING = 300_000;

const sizeOf = ({ pattern }: Known): number => 1 + pattern.seasons.length + pattern.specials.length;

// A rule has some 15 special days in two years, so this holds a city's rules; evaluating a year with holidays takes 10
// ms.
const patterns = new LRUCache<string, Known>({ maxSize: 200_000, sizeCalculation: sizeOf });

const patternKey = (rule: string, place: RulePlace, year: number): string =>
  JSON.stringify([rule, place, year]);

function* patternOfRule(rule: string, place: RulePlace, year: number, work: Work): Sliced<Pattern | null> {
  const key = patternKey(rule, place, year);
  const known = patterns.get(key);
  if (known && known.dates <= work.left) {
    work.left -= known.dates;
    return known.pattern;
  }
  const before = work.left;
  const pattern = yield* evaluate(rule, place, year, work);
  if (pattern) patterns.set(key, { pattern, dates: before - work.left });
  return pattern;
}

// Without months, dates, school holidays and counted weekdays, only public holidays make one week differ from another.
const DATED = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|SH|week|easter|days?\b|\[|\d{4}/i;

const holidays = new LRUCache<string, readonly string[]>({ max: 32 });

/** The public holidays of this year and the next. */
function* holidaysOf(place: RulePlace, year: number): Sliced<readonly string[]> {
  const key = `${place.federalState} ${year}`;
  const known = holidays.get(key);
  if (known) return known;
  const stretch = { from: `${year}-01-01`, count: TWO_YEARS };
  const [all] = (yield* dayHours('PH 10:00-11:00', place, [stretch], { left: DATES_OF_A_LISTING })) ?? [];
  const days = [...(all ?? [])].filter(([, openings]) => openings.length > 0).map(([day]) => day);
  holidays.set(key, days);
  return days;
}

/** An ordinary week and the holidays: a tenth of the time that two years take. */
function* undatedPattern(rule: string, place: RulePlace, year: number, work: Work): Sliced<Pattern | null> {
  const days = yield* holidaysOf(place, year);
  // The week from 6 September has no holiday in any federal state.
  const stretches = [{ from: `${year}-09-06`, count: 7 }, ...days.map((from) => ({ from, count: 1 }))];
  const [week, ...others] = (yield* dayHours(rule, place, stretches, work)) ?? [];
  if (!week) return null;
  const { seasons } = patternOf(week);
  const specials = days.flatMap((day, at) => {
    const openings = others[at]?.get(day) ?? [];
    const usual = seasons[0]?.week[weekdayOf(day)];
    return JSON.stringify(openings) === JSON.stringify(usual) ? [] : [{ day, openings }];
  });
  return { seasons, specials };
}

function* evaluate(rule: string, place: RulePlace, year: number, work: Work): Sliced<Pattern | null> {
  if (!DATED.test(rule)) return yield* undatedPattern(rule, place, year, work);
  const [days] = (yield* dayHours(rule, place, [{ from: `${year}-01-01`, count: TWO_YEARS }], work)) ?? [];
  return days ? patternOf(days) : null;
}

interface Validity {
  readonly validFrom: string | undefined;
  readonly validThrough: string | undefined;
}

const specification = (opening: Opening, days: readonly string[], validity: Validity): Node =>
  node('OpeningHoursSpecification', { dayOfWeek: days, ...opening, ...validity });

/** One specification for all weekdays with the same opening. */
function weekly({ week }: Season, validity: Validity): Node[] {
  const byOpening = new Map<string, { opening: Opening; days: string[] }>();
  week.forEach((openings, weekday) => {
    for (const opening of openings) {
      const key = `${opening.opens}-${opening.closes}`;
      const shared = byOpening.get(key) ?? { opening, days: [] };
      shared.days.push(NAMES[weekday] ?? '');
      byOpening.set(key, shared);
    }
  });
  return [...byOpening.values()].map(({ opening, days }) => specification(opening, days, validity));
}

const later = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one;
const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const isPeriod = ({ validFrom, validThrough }: Validity): boolean =>
  validFrom === undefined || validThrough === undefined || validFrom <= validThrough;

function regularOf({ seasons }: Pattern, row: Validity): Node[] {
  const [only] = seasons;
  if (seasons.length === 1 && only) return weekly(only, row);
  return seasons.flatMap((season) => {
    const validity = {
      validFrom: later(row.validFrom, season.from),
      validThrough: earlier(row.validThrough, season.through),
    };
    return isPeriod(validity) ? weekly(season, validity) : [];
  });
}

// schema.org: a day on which opens and closes are both 00:00 is a closed one.
const CLOSED: Opening = { opens: '00:00', closes: '00:00' };

function specialOf({ specials }: Pattern, row: Validity): Node[] {
  const inside = specials.filter(
    ({ day }) => (row.validFrom ?? day) <= day && day <= (row.validThrough ?? day),
  );
  return inside.flatMap(({ day, openings }) =>
    (openings.length > 0 ? openings : [CLOSED]).map((opening) =>
      node('OpeningHoursSpecification', { ...opening, validFrom: day, validThrough: day }),
    ),
  );
}

const validityOf = (row: Entry): Validity => ({
  validFrom: text(row, 'validFrom'),
  validThrough: text(row, 'validThrough'),
});

/** The rows of `hours` for a service. */
export const hoursRows = (entry: Entry, service: Service): readonly Entry[] =>
  many(entry, 'hours').filter((row) => text(row, 'service') === service);

/**
 * Reads the rules of an entry in order, as long as the listing has work left. Results are cached, so reading them in
 * advance lets a caller give others their turn at the pauses.
 */
export function* readRules(
  entry: Entry,
  { place, now }: Pick<Mapping, 'place' | 'now'>,
): Sliced<ReadonlyMap<string, Pattern | null>> {
  const read = new Map<string, Pattern | null>();
  if (!place) return read;
  const work = { left: DATES_OF_A_LISTING };
  for (const rule of new Set(many(entry, 'hours').map((row) => text(row, 'rule') ?? ''))) {
    read.set(rule, yield* patternOfRule(rule, place, now.getUTCFullYear(), work));
    yield;
  }
  return read;
}

/** schema.org/OpeningHoursSpecification of one service, from its OSM `opening_hours` rules. */
export function serviceHours(mapping: Mapping, service: Service): ServiceHours {
  const regular: Node[] = [];
  const special: Node[] = [];
  const rows = hoursRows(mapping.main, service);
  if (rows.length === 0) return { regular, special };
  const read = finished(readRules(mapping.main, mapping));
  for (const row of rows) {
    const pattern = read.get(text(row, 'rule') ?? '');
    if (!pattern) continue;
    regular.push(...regularOf(pattern, validityOf(row)));
    special.push(...specialOf(pattern, validityOf(row)));
  }
  return { regular, special };
}

/** Both in one list, for properties without a place for special hours (`hoursAvailable`). */
export const allHours = (mapping: Mapping, service: Service): Node[] => {
  const { regular, special } = serviceHours(mapping, service);
  return [...regular, ...special];
};
