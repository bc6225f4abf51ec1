import { LRUCache } from 'lru-cache';
import type { RulePlace } from '../domain/opening-rule';
import { DAY_MS, dayOf } from './domain/wall-clock';
import { parseRule, WallDate, withinWork } from './wall-clock-library';

const RULE = 'PH 00:00-24:00';

// Two states a day at the most; a date takes a microsecond.
const DATES = 50_000;

const known = new LRUCache<string, ReadonlyMap<string, string>>({ max: 100 });

/**
 * The public holidays of a federal state among some days, by day (`YYYY-MM-DD`), with the names that opening_hours has for
 * them.
 * @param first the reading of the city's clock at a midnight
 */
export function holidaysOf(
  place: RulePlace,
  timeZone: string,
  first: number,
  days: number,
): ReadonlyMap<string, string> {
  const key = `${place.federalState} ${timeZone} ${first} ${days}`;
  const met = known.get(key);
  if (met) return met;
  const { result = new Map<string, string>() } = withinWork(DATES, () => {
    const rule = parseRule(RULE, place, timeZone, 'de');
    return new Map(
      Array.from({ length: days }, (_value, at) => first + at * DAY_MS).flatMap((midnight) => {
        const [isOpen, , , comment] = rule.getStatePair(new WallDate(midnight + DAY_MS / 2));
        return isOpen && typeof comment === 'string' ? [[dayOf(midnight), comment] as const] : [];
      }),
    );
  });
  known.set(key, result);
  return result;
}
