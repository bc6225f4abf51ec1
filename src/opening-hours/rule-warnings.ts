import { LRUCache } from 'lru-cache';
import type { Language } from '../domain/language';
import type { RulePlace } from '../domain/opening-rule';
import { DEFAULT_TIME_ZONE } from '../domain/public-rule';
import { ruleExcess } from '../domain/rule-excess';
import type { Work } from './rule-reader';
import { parseRule, withinWork } from './wall-clock-library';

// To find what a rule may mean otherwise, the library evaluates it; a shop's makes a few hundred dates.
const MAX_DATES = 20_000;

interface Answer {
  readonly warnings: readonly string[];
  readonly dates: number;
}

const known = new LRUCache<string, Answer>({ max: 1_000 });

/**
 * What the library suspects to be meant differently in a rule that it reads, in its own sentences; remembered.
 * @param work what this rule is taken off; where nothing is left, none is looked at
 * @returns nothing where it is not readable, or costs more than opening hours may
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
