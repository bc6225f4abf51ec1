import { checkBlocks } from '../../domain/blocks';
import { accept, refuse, type Checked, type Refused } from '../../domain/checked';
import type { FieldPath } from '../../domain/field-labels';
import { isCalendarDay, isCalendarMoment } from '../../domain/period';
import { checkPlainText, LONG_TEXT, SHORT_TEXT } from '../../domain/plain-text';
import { emailRule, ruleOf, type RuleContext } from './attribute-rules';
import {
  contentAttributes,
  isEntry,
  type Attribute,
  type Entry,
  type GetModel,
  type Model,
} from '../../platform/strapi/schema';
import { LIST_RULES } from './list-rules';
import { COMPONENT_RULES, periodRules } from './cross-field-rules';
import { textShape } from './value-shape';

/** A refusal and the field it concerns. */
export interface Violation extends Refused {
  path: FieldPath;
}

export interface CheckedData {
  /** The data in normal form: what is to be stored. */
  data: Entry;
  violations: Violation[];
}

interface Walk extends RuleContext {
  getModel: GetModel;
}

const checkDay = (value: unknown): Checked<unknown> =>
  value instanceof Date || isCalendarDay(typeof value === 'string' ? value.slice(0, 10) : value)
    ? accept(value)
    : refuse('date-malformed', { found: String(value) });

const checkInstant = (value: unknown): Checked<unknown> =>
  isCalendarMoment(value) ? accept(value) : refuse('datetime-malformed', { found: String(value) });

const checkBoolean = (value: unknown): Checked<unknown> =>
  ['true', 'false'].includes(String(value))
    ? accept(value)
    : refuse('boolean-malformed', { found: String(value) });

const checkChoice = (value: unknown, attribute: Attribute): Checked<unknown> => {
  const choices = attribute.enum ?? [];
  return typeof value === 'string' && choices.includes(value)
    ? accept(value)
    : refuse('choice-unknown', { found: String(value), choices: choices.join(', ') });
};

/** What an attribute's type requires of every value, whatever its name. */
const checkByType = (value: unknown, attribute: Attribute, context: RuleContext): Checked<unknown> => {
  switch (attribute.type) {
    case 'string':
    case 'uid':
      return checkPlainText(value, textShape(attribute, SHORT_TEXT));
    case 'text':
    case 'richtext':
      return checkPlainText(value, textShape(attribute, LONG_TEXT));
    case 'email':
      return emailRule(value, context);
    case 'blocks':
      return checkBlocks(value);
    case 'date':
      return checkDay(value);
    case 'datetime':
      return checkInstant(value);
    case 'boolean':
      return checkBoolean(value);
    case 'enumeration':
      return checkChoice(value, attribute);
    default:
      return accept(value);
  }
};

const TEXTUAL = new Set(['string', 'text', 'richtext', 'email', 'uid', 'date', 'datetime', 'enumeration']);

const checkValue = (
  model: Model,
  name: string,
  value: unknown,
  stored: unknown,
  walk: Walk,
): Checked<unknown> => {
  const attribute = model.attributes[name];
  if (!attribute || value === null || value === undefined) return accept(value);
  // A form clears a field by sending an empty text.
  if (typeof value === 'string' && value.trim() === '' && TEXTUAL.has(attribute.type)) return accept(null);
  const bound = ruleOf(model.uid, name);
  const checked = bound ? bound(value, walk, stored) : checkByType(value, attribute, walk);
  if (!checked.ok || typeof checked.value !== 'string' || attribute.type === 'enumeration') return checked;
  const maximum = attribute.maxLength ?? Number.POSITIVE_INFINITY;
  return checked.value.length <= maximum
    ? checked
    : refuse('text-too-long', { length: checked.value.length, maximum });
};

const wholeViolations = (
  model: Model,
  whole: Entry,
  given: Entry,
  path: FieldPath,
  walk: Walk,
): Violation[] =>
  [...(COMPONENT_RULES[model.uid] ?? []), ...periodRules(walk, model)]
    .filter(({ attributes }) => attributes.some((name) => name in given && name in model.attributes))
    .flatMap(({ rule }) => rule(whole, walk, path.map(String)))
    .map(({ attribute, ...refused }) => ({ ...refused, path: [...path, attribute] }));

const storedRow = (stored: unknown, id: unknown): Entry | undefined => {
  const rows: unknown[] = Array.isArray(stored) ? stored : [stored];
  return rows.filter(isEntry).find((row) => id != null && Number(row.id) === Number(id));
};

// Nobody fixes more at once, and bad rows are costly to check, so the rest of the list is not looked at.
const MAX_REFUSED_ROWS = 10;

const checkComponent = (
  attribute: Attribute,
  value: unknown,
  stored: unknown,
  path: FieldPath,
  walk: Walk,
) => {
  const model = walk.getModel(attribute.component ?? '');
  const one = (row: unknown, rowPath: FieldPath): CheckedData | undefined =>
    // Strapi merges a row that keeps its id into the stored one; any other row is new.
    isEntry(row) ? checkEntry(model, row, storedRow(stored, row.id), rowPath, walk) : undefined;
  if (!Array.isArray(value)) {
    const checked = one(value, path);
    return { data: checked?.data ?? value, violations: checked?.violations ?? [] };
  }
  const surplus = LIST_RULES[model.uid]?.(value, Array.isArray(stored) ? stored : []) ?? [];
  // Surplus rows are refused unread.
  const first = Math.min(...surplus.map(({ index }) => index), value.length);
  const checked: CheckedData[] = [];
  let refusedRows = 0;
  for (const [index, row] of (value as unknown[]).entries()) {
    if (index >= first || refusedRows >= MAX_REFUSED_ROWS) break;
    const { data = row as Entry, violations = [] } = one(row, [...path, index]) ?? {};
    checked.push({ data, violations });
    if (violations.length > 0) refusedRows += 1;
  }
  return {
    data: (value as unknown[]).map((row, index) => checked[index]?.data ?? row),
    violations: [
      ...checked.flatMap(({ violations }) => violations),
      ...surplus
        .slice(0, MAX_REFUSED_ROWS)
        .map(({ index, ...refused }) => ({ ...refused, path: [...path, index] })),
    ],
  };
};

const checkEntry = (
  model: Model,
  given: Entry,
  stored: Entry | undefined,
  path: FieldPath,
  walk: Walk,
): CheckedData => {
  const data: Entry = { ...given };
  const violations: Violation[] = [];
  for (const [name, attribute] of contentAttributes(model)) {
    if (!(name in given)) continue;
    const here = [...path, name];
    if (attribute.type === 'component') {
      const checked = checkComponent(attribute, given[name], stored?.[name], here, walk);
      data[name] = checked.data;
      violations.push(...checked.violations);
    } else {
      const checked = checkValue(model, name, given[name], stored?.[name], walk);
      if (checked.ok) data[name] = checked.value;
      else violations.push({ ...checked, path: here });
    }
  }
  violations.push(...wholeViolations(model, { ...stored, ...data }, given, path, walk));
  return { data, violations };
};

/**
 * Checks what is about to be written against every rule, at any depth of components.
 * @param stored the current document with components, for rules over several fields in a partial update
 * @returns the data in normal form and all refusals at once
 */
export const checkData = (
  model: Model,
  given: Entry,
  stored: Entry | undefined,
  context: RuleContext,
  getModel: GetModel,
): CheckedData => checkEntry(model, given, stored, [], { ...context, getModel });
