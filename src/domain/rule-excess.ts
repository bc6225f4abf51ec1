import { refuse, type Refused } from './checked';

// OSM values end at 255 characters, and Strapi stores `string` as varchar(255).
export const MAX_RULE_LENGTH = 255;

/*
 * With each open-ended span ("18:00-20:00+") the parser of `opening_hours` 3.15.0 takes twice as long: 8 take 5 ms, 12
 * take 200 ms, 22 half a minute. No rule of a real place has more than 2 between semicolons.
 */
const MAX_PLUS = 4;

/*
 * At each character it does not know, the parser tries all words of all its languages: 250 such characters take 15 ms.
 * A week in German words ("Montag, Dienstag …") has 70.
 */
const MAX_FOREIGN = 100;

const WORDS = new Set(
  'mo tu we th fr sa su jan feb mar apr may jun jul aug sep oct nov dec ph sh off open closed unknown week easter day days sunrise sunset dawn dusk'.split(
    ' ',
  ),
);

const QUOTES = `"'„“‚‘’«「『`;
const END_QUOTES = `"'“”‘’»」』`;

/** Where the comment starting here ends, by the parser's reading; -1 if none starts here. */
function endOfComment(rule: string, start: number): number {
  if (!QUOTES.includes(rule.charAt(start))) return -1;
  const end = rule.charAt(start) === '"' ? rule.indexOf('"', start + 1) : -1;
  if (end > start + 1) return end;
  for (let at = start + 1; at < rule.length; at += 1) {
    if (END_QUOTES.includes(rule.charAt(at))) return at;
    if (';|'.includes(rule.charAt(at))) return -1;
  }
  return -1;
}

function withoutComments(rule: string): string {
  let rest = '';
  for (let at = 0; at < rule.length; at += 1) {
    const end = endOfComment(rule, at);
    rest += end < 0 ? rule.charAt(at) : ' ';
    at = Math.max(at, end);
  }
  return rest;
}

/** How many characters of a rule belong neither to a comment nor to the grammar. */
const foreignIn = (rule: string): number =>
  withoutComments(rule)
    .replace(/\p{L}+/gu, (word) => (WORDS.has(word.toLowerCase()) ? '' : word))
    .replace(/[\d\s:,;|()[\]+/.-]/g, '').length;

/** Whether a text is longer than a rule may be, without the spaces around it. */
export const isTooLong = (rule: string): boolean => rule.trim().length > MAX_RULE_LENGTH;

/**
 * Why a rule must not be given to the library, which would take too long to read it; undefined if it may. Looks only at
 * the text: what it means, only the parser could tell.
 * @param rule without spaces around it
 */
export function ruleExcess(rule: string): Refused | undefined {
  if (rule.length > MAX_RULE_LENGTH)
    return refuse('text-too-long', { length: rule.length, maximum: MAX_RULE_LENGTH });
  const foreign = foreignIn(rule);
  if (foreign > MAX_FOREIGN) return refuse('hours-too-wordy', { count: foreign, maximum: MAX_FOREIGN });
  const count = Math.max(...rule.split(';').map((part) => part.split('+').length - 1));
  return count > MAX_PLUS ? refuse('hours-too-complex', { count, maximum: MAX_PLUS }) : undefined;
}
