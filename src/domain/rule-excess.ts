import { refuse, type Refused } from './checked';

// OSM values end at 255 characters, and Strapi stores `string` as varchar(255).
const MAX_RULE_LENGTH = 255;

/*
 * The parser of `opening_hours` 3.15.0 takes twice as long with each span that has an open end ("18:00-20:00+"): 8 take
 * 5 ms, 12 take 200 ms, 22 half a minute. Of 614 rules of real places none has more than 2.
 */
const MAX_PLUS = 8;

/**
 * Whether a rule must not be given to the library: it would take too long to read. Whatever the text means, since only
 * the parser could tell.
 * @param rule without spaces around it
 */
export function ruleExcess(rule: string): Refused | undefined {
  if (rule.length > MAX_RULE_LENGTH)
    return refuse('text-too-long', { length: rule.length, maximum: MAX_RULE_LENGTH });
  const count = Math.max(...rule.split(';').map((part) => part.split('+').length - 1));
  return count > MAX_PLUS ? refuse('hours-too-complex', { count, maximum: MAX_PLUS }) : undefined;
}
