import { z } from 'zod';
import type { Attribute, Shape, ShapeOf } from '#src/platform/strapi/schema';
import type { SelfServiceType } from '#src/listing/domain/listing-type';
import { isCitysOwn } from './citys-own';

/** A media file as referred to in a body. */
export type FileReference = { id: number } | { documentId: string };

// A documentId has 24 characters of base 36 (cuid2); anything else is refused before it reaches a query.
const documentId = z.string().regex(/^[a-z0-9]{1,64}$/);

const reference = z
  .union([documentId, z.strictObject({ documentId })])
  .transform((value) => (typeof value === 'string' ? value : value.documentId));

const fileId = z.int().min(1).max(2_147_483_647);

const file = z
  .union([fileId, documentId, z.strictObject({ id: fileId }), z.strictObject({ documentId })])
  .transform((value): FileReference => {
    if (typeof value === 'number') return { id: value };
    return typeof value === 'string' ? { documentId: value } : value;
  });

// 100 entries: more hours, photos or rewards than any listing has.
export const MAX_ITEMS = 100;

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true });

function text({ minLength, maxLength }: Attribute): z.ZodType {
  // 20,000: as in src/domain/plain-text.ts.
  const bounded = z.string().max(maxLength ?? 20_000);
  return minLength ? bounded.min(minLength) : bounded;
}

function number({ type, min, max }: Attribute): z.ZodType {
  const whole = type === 'integer' ? z.int32() : z.number();
  const from = min === undefined ? whole : whole.min(min);
  return max === undefined ? from : from.max(max);
}

const relation = ({ relation: kind = '' }: Attribute): z.ZodType =>
  kind.endsWith('ToMany') ? z.array(reference).max(MAX_ITEMS) : reference.nullable();

const media = ({ multiple }: Attribute): z.ZodType =>
  multiple ? z.array(file).max(MAX_ITEMS) : file.nullable();

function component(attribute: Attribute, shapeOf: ShapeOf): z.ZodType {
  const one = componentSchema(shapeOf(attribute.component ?? ''), shapeOf);
  return attribute.repeatable ? z.array(one).max(MAX_ITEMS) : one.nullable();
}

const SCALARS: Readonly<Record<string, (attribute: Attribute) => z.ZodType>> = {
  string: text,
  text,
  richtext: text,
  email: text,
  integer: number,
  float: number,
  decimal: number,
  boolean: () => z.boolean(),
  date: () => day,
  datetime: () => moment,
  enumeration: ({ enum: values = [] }) => z.enum(values as [string, ...string[]]),
  // Lists of texts, such as postcodes; the rule of the attribute checks them (src/writing/rules/attribute-rules.ts).
  json: () => z.unknown().meta({ type: 'array', items: { type: 'string' } }),
  blocks: () => z.array(z.unknown()).max(1000),
};

const WRITABLE_TYPES: ReadonlySet<string> = new Set([
  ...['relation', 'media', 'component'],
  ...Object.keys(SCALARS),
]);

/** Whether contributors may write an attribute, if its type says so. */
const isWritable = (schema: Shape, attribute: Attribute): boolean =>
  attribute.writable !== false && WRITABLE_TYPES.has(attribute.type) && !isCitysOwn(schema, attribute);

/** The values an attribute may have in a body. */
function valueSchema(attribute: Attribute, shapeOf: ShapeOf): z.ZodType | undefined {
  if (attribute.type === 'relation') return relation(attribute);
  if (attribute.type === 'media') return media(attribute);
  if (attribute.type === 'component') return component(attribute, shapeOf);
  return SCALARS[attribute.type]?.(attribute).nullable();
}

/** The attributes of these names that a contributor may write; the others are refused by name. */
export const writableAttributes = (schema: Shape, names: readonly string[]): [string, Attribute][] =>
  names.flatMap((name): [string, Attribute][] => {
    const attribute = schema.attributes[name];
    return attribute && isWritable(schema, attribute) ? [[name, attribute]] : [];
  });

function objectOf(schema: Shape, names: readonly string[], shapeOf: ShapeOf): z.ZodObject {
  const shape = writableAttributes(schema, names).flatMap(([name, attribute]) => {
    const value = valueSchema(attribute, shapeOf);
    return value ? [[name, value.optional()] as const] : [];
  });
  return z.strictObject(Object.fromEntries(shape));
}

// A component's attributes are writable if it is; `id` is not an attribute, so it is refused.
const componentSchema = (schema: Shape, shapeOf: ShapeOf): z.ZodObject =>
  objectOf(schema, Object.keys(schema.attributes), shapeOf);

/**
 * The schema of a write's body, built from the content type: only the attributes listed as writable, relations by
 * documentId, components without ids. Everything else is refused, not dropped.
 */
export const bodySchema = (
  { uid, selfService }: Pick<SelfServiceType, 'uid' | 'selfService'>,
  shapeOf: ShapeOf,
): z.ZodObject => objectOf(shapeOf(uid), selfService.writable, shapeOf);
