import { LRUCache } from 'lru-cache';
import type { Language } from '../domain/language';
import type { RulePlace } from '../domain/opening-rule';
import { DEFAULT_TIME_ZONE } from '../domain/public-rule';
import { ruleExcess } from '../domain/rule-excess';
import type { Work } from './rule-reader';
import { parseRule, withinWork } from './wall-clock-library';

// To find out what else a rule may mean, the library evaluates it; a shop's rule makes a few hundred dates.
const MAX_DATES = 20_000;

interface Answer {
  readonly warnings: readonly string[];
  readonly dates: number;
}

const known = new LRUCache<string, Answer>({ max: 1_000 });

/**
 * The library's warnings about what a readable rule may have meant instead, in its own words; cached.
 * @param work from which this rule is taken off; if none is left, no rule is looked at
 * @returns none if it is not readable, or costs more than opening hours may
 */
export function ruleWarnings(
  text: string,
  place: RulePlace,
  language: Language,
  work: Work,
): readonly string[] {
  const rule = text.trim();
  if (work.left <= 0 || rule === '' || ruleExcess(rule)) return [];
  const { federalState, centre } = place;
  const key = JSON.stringify([language, federalState, centre.latitude, centre.longitude, rule]);
  const answer = known.get(key) ?? look(rule, place, language);
  known.set(key, answer);
  work.left -= answer.dates;
  return answer.warnings;
}

function look(rule: string, place: RulePlace, language: Language): Answer {
  const read = () => parseRule(rule, place, DEFAULT_TIME_ZONE, language).getWarnings();
  const { result = [], dates } = withinWork(MAX_DATES, read);
  return { warnings: result, dates };
}
