import { isTooLong } from '../domain/rule-excess';
import type { Language } from '../languages/language';
import type { RulePlace } from '../domain/opening-rule';
import type { HoursAnswer } from './domain/shorthand/answer';
import { readHours } from './domain/shorthand/read-hours';
import { knownOpeningRule } from './known-rule';

/**
 * `readHours`, which leaves a rule in OSM syntax as it is, however rich: with sunset, Easter or a fallback, too.
 * @param place whose holidays and sun the rule is about
 */
export function understandHours(text: string, place: RulePlace, language: Language): HoursAnswer {
  const answer = readHours(text, language);
  if (answer.rule === text.trim() || isTooLong(text)) return answer;
  const checked = knownOpeningRule(text, place, language);
  if (!checked.ok) return answer;
  // What is said of a rule is said by who reads its words; of another we have none.
  return { understood: 'exact', rule: checked.value, reading: [checked.value], questions: [], left: [] };
}
