import { LONG_TEXT, SHORT_TEXT, type TextShape } from '../../domain/plain-text';
import type { Attribute, Shape } from '../../platform/strapi/schema';
import { emailRule, RULE_SHAPES, ruleOf, type ValueShape } from './attribute-rules';

/** What texts an attribute may hold: those of its type, and no longer ones than its schema says. */
export const textShape = ({ maxLength }: Attribute, type: TextShape): TextShape => ({
  ...type,
  maximum: Math.min(maxLength ?? type.maximum, type.maximum),
});

// Strapi's `integer` is a 4-byte column.
const WHOLE: ValueShape = { kind: 'number', min: -2_147_483_648, max: 2_147_483_647 };
const SHORT: ValueShape = { kind: 'text', maxLength: SHORT_TEXT.maximum };
const LONG: ValueShape = { kind: 'long-text', maxLength: LONG_TEXT.maximum };
const DECIMAL: ValueShape = { kind: 'number' };

const BY_TYPE: Readonly<Record<string, ValueShape>> = {
  string: SHORT,
  uid: SHORT,
  text: LONG,
  richtext: LONG,
  blocks: { kind: 'rich-text' },
  integer: WHOLE,
  float: DECIMAL,
  decimal: DECIMAL,
  boolean: { kind: 'yes-no' },
  date: { kind: 'day' },
  datetime: { kind: 'moment' },
  enumeration: { kind: 'choice' },
  json: { kind: 'json' },
};

const least = (...limits: readonly (number | undefined)[]): number | undefined => {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

const most = (...limits: readonly (number | undefined)[]): number | undefined => {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
};

/**
 * What values a write admits for one attribute that is no component, relation or file: the narrower of what its schema
 * says and of what its rule says (`attribute-rules.ts`).
 * @returns `undefined` for types of attributes that hold no such value
 */
export function valueShape(
  { uid }: Pick<Shape, 'uid'>,
  name: string,
  attribute: Attribute,
): ValueShape | undefined {
  const { type } = attribute;
  const rule = ruleOf(uid, name) ?? (type === 'email' ? emailRule : undefined);
  const own = rule && RULE_SHAPES.get(rule);
  const ofType = BY_TYPE[type] ?? own;
  if (!ofType) return undefined;
  const { kind, maxItems } = own ?? ofType;
  const limits = {
    maxLength: least(attribute.maxLength, own?.maxLength ?? ofType.maxLength),
    min: most(attribute.min, own?.min, ofType.min),
    max: least(attribute.max, own?.max, ofType.max),
    maxItems,
  };
  return { kind, ...Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)) };
}
