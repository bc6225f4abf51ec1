import { LRUCache } from 'lru-cache';
import { checkOpeningRule, type CheckedRule, type RulePlace } from '../../domain/opening-rule';
import type { Language } from '../../domain/language';

// Parsing one takes 0.7 ms, and a listing is checked in each language, for the draft and for publishing. All shops of a
// city together use a few hundred different ones.
const known = new LRUCache<string, CheckedRule>({ max: 2_000 });

/** `checkOpeningRule`, cached by rule and place. */
export function knownOpeningRule(rule: string, place: RulePlace, language: Language): CheckedRule {
  const { federalState, centre } = place;
  const key = [language, federalState, centre.latitude, centre.longitude, rule].join(' ');
  const before = known.get(key);
  if (before) return before;
  const checked = checkOpeningRule(rule, place, language);
  known.set(key, checked);
  return checked;
}
