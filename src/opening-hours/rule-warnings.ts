import { LRUCache } from 'lru-cache';
import type { Language } from '../languages/language';
import type { RulePlace } from '../domain/opening-rule';
import { DEFAULT_TIME_ZONE } from '../domain/public-rule';
import { ruleExcess } from '../domain/rule-excess';
import { parseRule, withinWork } from './wall-clock-library';

// Nothing is evaluated for warnings, so reading makes hardly any.
const MAX_DATES = 20_000;

// To us, what holds on a day does not cut the night before (wall-clock-library.ts).
const NIGHT = 'additional_rule_separator_not_used_after_time_wrapping_midnight';

const known = new LRUCache<string, readonly string[]>({ max: 2_000 });

/**
 * The library's warnings about what a readable rule may have meant instead, in its own words; cached.
 * @returns none if the rule is not readable
 */
export function ruleWarnings(text: string, place: RulePlace, language: Language): readonly string[] {
  const rule = text.trim();
  if (rule === '' || ruleExcess(rule)) return [];
  const { federalState, centre } = place;
  const key = JSON.stringify([language, federalState, centre.latitude, centre.longitude, rule]);
  const before = known.get(key);
  if (before) return before;
  const warnings = look(rule, place, language);
  known.set(key, warnings);
  return warnings;
}

const isOneRule = (rule: string): boolean => !/[;,|]/.test(rule.replace(/"[^"]*"/g, ''));

function look(rule: string, place: RulePlace, language: Language): readonly string[] {
  const read = () => {
    const parsed = parseRule(rule, place, DEFAULT_TIME_ZONE, language);
    // It would follow the rule to its next change, which may take for ever, only to learn whether "24/7" has exceptions.
    const getIterator = () => ({ advance: () => !isOneRule(rule) });
    return Object.assign(parsed, { getIterator }).getStructuredWarnings();
  };
  const { result = [] } = withinWork(MAX_DATES, read);
  return [...new Set(result.filter(({ type }) => type !== NIGHT).map(({ message }) => message))];
}
