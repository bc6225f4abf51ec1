import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../../../domain/opening-rule';
import type { Entry } from '../../listing';
import { dayHours, isEveryWeekTheSame, type Opening } from './day-hours';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { many, text } from './read';
import { patternOf, type Pattern, type Season } from './week-pattern';

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

function evaluate(rule: string, place: RulePlace, year: number): Pattern | null {
  try {
    const stable = isEveryWeekTheSame(rule, place);
    // Any week tells all of a rule without seasons and holidays; otherwise this year and the next.
    const hours = dayHours(rule, place, stable ? '2024-01-01' : `${year}-01-01`, stable ? 7 : TWO_YEARS);
    return hours && patternOf(hours);
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
