import { LRUCache } from 'lru-cache';
import { refuse, type Refused } from '../domain/checked';
import { checkOpeningRule, type CheckedRule, type RulePlace } from '../domain/opening-rule';
import { isTooLong } from '../domain/rule-excess';
import type { Language } from '../languages/language';
import { isWhole, readHours } from './domain/shorthand/read-hours';
import { ruleWarnings } from './rule-warnings';

// Parsing one takes 0.7 ms, and a listing is checked in each language, for the draft and for publishing. The shops of a
// whole city write a few hundred different ones.
const known = new LRUCache<string, CheckedRule>({ max: 2_000 });

/** With the rule that the text means to people, where that is clear. */
function offering(refused: Refused, rule: string, language: Language): Refused {
  const answer = readHours(rule, language);
  return isWhole(answer) && answer.rule !== rule ? { ...refused, suggestions: [answer.rule] } : refused;
}

function check(rule: string, place: RulePlace, language: Language): CheckedRule {
  const checked = checkOpeningRule(rule, place, language);
  if (!checked.ok) return offering(checked, rule, language);
  const warnings = ruleWarnings(checked.value, place, language);
  if (warnings.length === 0) return checked;
  const problem = warnings.join(' ');
  return offering(refuse('hours-doubtful', { found: checked.value, problem }), checked.value, language);
}

/**
 * `checkOpeningRule`, which also refuses what its parser suspects to be meant differently; remembered: the same rule in the
 * same place is the same rule.
 */
export function knownOpeningRule(rule: string, place: RulePlace, language: Language): CheckedRule {
  // What is no rule by its length alone is told at once, and would fill the memory.
  if (isTooLong(rule)) return check(rule, place, language);
  const { federalState, centre } = place;
  const key = [language, federalState, centre.latitude, centre.longitude, rule].join(' ');
  const before = known.get(key);
  if (before) return before;
  const checked = check(rule, place, language);
  known.set(key, checked);
  return checked;
}
