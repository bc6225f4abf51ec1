import type { Language } from '../../domain/language';
import { checkOpeningRule, type RulePlace } from '../../domain/opening-rule';
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
 * Hours of the content model. Rules that the `opening_hours` package reads with warnings are kept unchanged; free text
 * becomes a comment, which every reader of such rules shows but none reads as times.
 */
export const hoursOf = (
  raw: readonly RawHours[],
  context: HoursContext,
): { hours: HoursRecord[]; notes: Note[] } => {
  const notes: Note[] = [];
  const hours = raw.map(({ service, value }): HoursRecord => {
    const checked = checkOpeningRule(value, context.rulePlace, context.language);
    if (checked.ok) return { service, rule: checked.value };
    notes.push({ code: 'hours-as-comment', found: value });
    return { service, rule: asComment(value) };
  });
  return { hours, notes };
};
