import { LRUCache } from 'lru-cache';
import type { Language } from '../domain/language';
import type { RulePlace } from '../domain/opening-rule';
import { DEFAULT_TIME_ZONE } from '../domain/public-rule';
import { ruleExcess } from '../domain/rule-excess';
import { parseRule, withinWork } from './wall-clock-library';

// To find what a rule may mean otherwise, the library evaluates it; a shop's makes a few hundred dates.
const MAX_DATES = 20_000;

const known = new LRUCache<string, readonly string[]>({ max: 1_000 });

/**
 * What the library suspects to be meant differently in a rule that it reads, in its own sentences; remembered.
 * @returns nothing where it is not readable, or costs more than opening hours may
 */
export function ruleWarnings(text: string, place: RulePlace, language: Language): readonly string[] {
  const rule = text.trim();
  if (rule === '' || ruleExcess(rule)) return [];
  const { federalState, centre } = place;
  const key = JSON.stringify([language, federalState, centre.latitude, centre.longitude, rule]);
  const before = known.get(key);
  if (before) return before;
  const read = () => parseRule(rule, place, DEFAULT_TIME_ZONE, language).getWarnings();
  const warnings = withinWork(MAX_DATES, read) ?? [];
  known.set(key, warnings);
  return warnings;
}
