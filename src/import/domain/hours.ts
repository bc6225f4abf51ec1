import type { Language } from '../../languages/language';
import type { RulePlace } from '../../domain/opening-rule';
import { isWhole, readHours } from '../../opening-hours/domain/shorthand/read-hours';
import { knownOpeningRule } from '../../opening-hours/known-rule';
import type { Note } from './notes';
import type { HoursRecord } from './record';
import { firstOf, type Tags } from './tags';

export interface HoursContext {
  rulePlace: RulePlace;
  language: Language;
}

export interface RawHours {
  service: HoursRecord['service'];
  value: string;
}

const KEYS: readonly [HoursRecord['service'], ...string[]][] = [
  ['on-site', 'opening_hours'],
  ['delivery', 'opening_hours:delivery', 'delivery:opening_hours', 'delivery_hours'],
  ['pickup', 'opening_hours:pickup', 'opening_hours:takeaway', 'takeaway:opening_hours'],
];

export const rawHoursOf = (tags: Tags): RawHours[] =>
  KEYS.flatMap(([service, ...keys]) => {
    const value = firstOf(tags, ...keys);
    return value === undefined ? [] : [{ service, value }];
  });

// In opening_hours, a comment is in double quotes; a rule that is only a comment is valid and means "unknown".
const asComment = (text: string): string => `"${text.replaceAll('"', "'").slice(0, 250)}"`;

/**
 * Hours of the content model. What people write in their own words becomes the rule that it means, where that is clear;
 * any other text becomes a comment, which every reader of such rules shows and none takes for times.
 */
export const hoursOf = (
  raw: readonly RawHours[],
  context: HoursContext,
): { hours: HoursRecord[]; notes: Note[] } => {
  const notes: Note[] = [];
  const hours = raw.map(({ service, value }): HoursRecord => {
    const checked = knownOpeningRule(value, context.rulePlace, context.language);
    if (checked.ok) return { service, rule: checked.value };
    const answer = readHours(value, context.language);
    if (isWhole(answer)) {
      notes.push({ code: 'hours-understood', found: value, rule: answer.rule });
      return { service, rule: answer.rule };
    }
    const asked = answer.questions.map(({ sentence }) => sentence).join(' ');
    notes.push(
      answer.rule === undefined
        ? { code: 'hours-as-comment', found: value, asked }
        : { code: 'hours-in-part', found: value, rule: answer.rule, asked },
    );
    return { service, rule: asComment(value) };
  });
  return { hours, notes };
};
