import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../../../domain/opening-rule';
import type { Entry } from '../../listing';
import { ruleCalendar, type Opening, type RuleCalendar } from './day-hours';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { many, text } from './read';
import { patternOf, weekdayOf, type Pattern, type Season } from './week-pattern';

export type Service = 'on-site' | 'delivery' | 'pickup' | 'phone';

/** The hours of one service. */
export interface ServiceHours {
  readonly regular: readonly Node[];
  /** Public holidays and other days that are unlike their week. */
  readonly special: readonly Node[];
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const TWO_YEARS = 731;

// Most businesses of a city share a few hundred rules; evaluating a year with holidays takes 10 ms.
const patterns = new LRUCache<string, { pattern: Pattern | null }>({ max: 2_000 });

function patternOfRule(rule: string, place: RulePlace, year: number): Pattern | null {
  const key = JSON.stringify([rule, place, year]);
  const known = patterns.get(key);
  if (known) return known.pattern;
  const pattern = evaluate(rule, place, year);
  patterns.set(key, { pattern });
  return pattern;
}

// Without months, dates, school holidays and counted weekdays, only public holidays make one week unlike another.
const DATED = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|SH|week|easter|days?\b|\[|\d{4}/i;

const holidays = new LRUCache<string, readonly string[]>({ max: 32 });

/** The public holidays of this year and the next. */
function holidaysOf(place: RulePlace, year: number): readonly string[] {
  const key = `${place.federalState} ${year}`;
  const known = holidays.get(key);
  if (known) return known;
  const all = [...(ruleCalendar('PH 10:00-11:00', place)?.openings(`${year}-01-01`, TWO_YEARS) ?? [])];
  const days = all.filter(([, openings]) => openings.length > 0).map(([day]) => day);
  holidays.set(key, days);
  return days;
}

/** An ordinary week and the holidays: a tenth of the time that two years take. */
function undatedPattern(rule: RuleCalendar, place: RulePlace, year: number): Pattern {
  // The week from 6 September has no holiday in any federal state.
  const { seasons } = patternOf(rule.openings(`${year}-09-06`, 7));
  const specials = holidaysOf(place, year).flatMap((day) => {
    const openings = rule.openings(day, 1).get(day) ?? [];
    const usual = seasons[0]?.week[weekdayOf(day)];
    return JSON.stringify(openings) === JSON.stringify(usual) ? [] : [{ day, openings }];
  });
  return { seasons, specials };
}

function evaluate(text: string, place: RulePlace, year: number): Pattern | null {
  try {
    const rule = ruleCalendar(text, place);
    if (!rule) return null;
    // Any week tells all of a rule without seasons and holidays.
    if (rule.isEveryWeekTheSame) return patternOf(rule.openings('2024-01-01', 7));
    if (!DATED.test(text)) return undatedPattern(rule, place, year);
    return patternOf(rule.openings(`${year}-01-01`, TWO_YEARS));
  } catch {
    // The parser throws strings. Rules are checked when they are written (src/rules); one that it cannot read all the
    // same is still passed on as it is, and must not keep a listing from being published.
    return null;
  }
}

interface Validity {
  readonly validFrom: string | undefined;
  readonly validThrough: string | undefined;
}

const specification = (opening: Opening, days: readonly string[], validity: Validity): Node =>
  node('OpeningHoursSpecification', { dayOfWeek: days, ...opening, ...validity });

/** One specification for all weekdays that share an opening. */
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

/** schema.org/OpeningHoursSpecification of one service, from its OSM `opening_hours` rules. */
export function serviceHours({ main, place, now }: Mapping, service: Service): ServiceHours {
  const regular: Node[] = [];
  const special: Node[] = [];
  if (!place) return { regular, special };
  for (const row of hoursRows(main, service)) {
    const pattern = patternOfRule(text(row, 'rule') ?? '', place, now.getUTCFullYear());
    if (!pattern) continue;
    regular.push(...regularOf(pattern, validityOf(row)));
    special.push(...specialOf(pattern, validityOf(row)));
  }
  return { regular, special };
}

/** Both in one list, for properties that have no room for special hours (`hoursAvailable`). */
export const allHours = (mapping: Mapping, service: Service): Node[] => {
  const { regular, special } = serviceHours(mapping, service);
  return [...regular, ...special];
};
