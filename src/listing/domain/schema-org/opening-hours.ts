import { LRUCache } from 'lru-cache';
import type { RulePlace } from '#src/domain/opening-rule';
import { periodsOf, type HoursEntry, type Period } from '#src/opening-hours/domain/expand-hours';
import { finished, type Sliced } from '#src/opening-hours/domain/slices';
import { DAY_MS, dayOf } from '#src/opening-hours/domain/wall-clock';
import type { Work } from '#src/opening-hours/rule-reader';
import type { Entry } from '../listing';
import { dayHours, type Opening } from './day-hours';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { many, text } from './read';
import { openingsOn, patternOf, weekdayOf, type Pattern, type Season } from './week-pattern';

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

// School holidays of two years make 150, every other week 260. What has more is no week with exceptions.
const MOST_SPECIALS = 300;

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
  const found = yield* evaluate(rule, place, year, work);
  const pattern = found && found.specials.length <= MOST_SPECIALS ? found : null;
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

const dayAt = (reading: number): string | undefined =>
  Number.isFinite(reading) ? dayOf(reading) : undefined;

/** The days of a period; no end where it has none. */
const validityOf = ({ start, end }: Period): Validity => ({
  validFrom: dayAt(start),
  validThrough: dayAt(end - DAY_MS),
});

function regularOf({ seasons }: Pattern, period: Validity): Node[] {
  const [only] = seasons;
  if (seasons.length === 1 && only) return weekly(only, period);
  return seasons.flatMap((season) => {
    const validity = {
      validFrom: later(period.validFrom, season.from),
      validThrough: earlier(period.validThrough, season.through),
    };
    return isPeriod(validity) ? weekly(season, validity) : [];
  });
}

// schema.org: a day on which opens and closes are both 00:00 is a closed one.
const CLOSED: Opening = { opens: '00:00', closes: '00:00' };

const special = (openings: readonly Opening[], validFrom: string, validThrough: string): Node[] =>
  (openings.length > 0 ? openings : [CLOSED]).map((opening) =>
    node('OpeningHoursSpecification', { ...opening, validFrom, validThrough }),
  );

/** Special days that follow each other with the same openings. */
interface SpecialDays {
  readonly from: string;
  readonly through: string;
  readonly openings: readonly Opening[];
}

const dayAfter = (day: string): string => dayOf(Date.parse(`${day}T00:00:00Z`), 1);

/** The days in a period that differ from their week. They replace the week, so they have the hours of all rules. */
function specialOf(patterns: readonly Pattern[], { validFrom, validThrough }: Validity): Node[] {
  const days = patterns.flatMap(({ specials }) => specials.map(({ day }) => day));
  const inside = days.filter((day) => (validFrom ?? day) <= day && day <= (validThrough ?? day));
  const found: SpecialDays[] = [];
  for (const day of [...new Set(inside)].sort()) {
    const all = patterns.flatMap((pattern) => openingsOn(pattern, day));
    const openings = [...new Map(all.map((opening) => [JSON.stringify(opening), opening])).values()];
    const last = found.at(-1);
    const goesOn =
      last && dayAfter(last.through) === day && JSON.stringify(last.openings) === JSON.stringify(openings);
    if (goesOn) found[found.length - 1] = { ...last, through: day };
    else found.push({ from: day, through: day, openings });
  }
  return found.flatMap(({ from, through, openings }) => special(openings, from, through));
}

const isOpenAtAll = ({ seasons, specials }: Pattern): boolean =>
  [...seasons.flatMap(({ week }) => week), ...specials.map(({ openings }) => openings)].some(
    (openings) => openings.length > 0,
  );

/** What is said about a period in which the same rules apply. */
function hoursOfPeriod(
  period: Period,
  read: ReadonlyMap<string, Pattern | null>,
  year: number,
): ServiceHours {
  const validity = validityOf(period);
  const { validFrom, validThrough } = validity;
  const isKnown = (validThrough ?? `${year}`) >= `${year}` && (validFrom ?? '') < `${year + 2}`;
  if (!isKnown) return { regular: [], special: [] };
  const rules = [...new Set(period.entries.map(({ rule }) => rule))];
  const patterns = rules.flatMap((rule) => read.get(rule) ?? []);
  // Without one of them it would be said to be closed when it is open.
  if (patterns.length < rules.length) return { regular: [], special: [] };
  const isClosed = !patterns.some(isOpenAtAll);
  // Of a closed period it is said that it is one; where that never ends it says no more than saying nothing.
  if (isClosed && validFrom !== undefined && validThrough !== undefined)
    return { regular: [], special: special([], validFrom, validThrough) };
  return {
    regular: patterns.flatMap((pattern) => regularOf(pattern, validity)),
    special: specialOf(patterns, validity),
  };
}

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

const entryOf = (row: Entry): HoursEntry => ({
  rule: text(row, 'rule') ?? '',
  validFrom: text(row, 'validFrom') ?? null,
  validThrough: text(row, 'validThrough') ?? null,
});

/**
 * schema.org/OpeningHoursSpecification of one service, from its OSM `opening_hours` rules. Each says on which days it holds,
 * so that those of regular hours and of dated ones that replace them can be added up; only the special ones go before
 * others on their days.
 */
export function serviceHours(mapping: Mapping, service: Service): ServiceHours {
  const rows = hoursRows(mapping.main, service);
  if (rows.length === 0) return { regular: [], special: [] };
  const read = finished(readRules(mapping.main, mapping));
  const year = mapping.now.getUTCFullYear();
  const parts = periodsOf(rows.map(entryOf)).map((period) => hoursOfPeriod(period, read, year));
  return {
    regular: parts.flatMap(({ regular }) => regular),
    special: parts.flatMap((part) => part.special),
  };
}

/** Both in one list, for properties without a place for special hours (`hoursAvailable`). */
export const allHours = (mapping: Mapping, service: Service): Node[] => {
  const { regular, special } = serviceHours(mapping, service);
  return [...regular, ...special];
};
