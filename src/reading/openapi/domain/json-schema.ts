/** A JSON Schema (2020-12) as OpenAPI 3.1 has it, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export type JsonSchemas = Readonly<Record<string, JsonSchema>>;

export const text = { type: 'string' } as const;
export const whole = { type: 'integer' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const decimal = { type: 'number' } as const;
export const flag = { type: 'boolean' } as const;
export const day = { type: 'string', format: 'date' } as const;
export const moment = { type: 'string', format: 'date-time' } as const;
export const uri = { type: 'string', format: 'uri' } as const;

/** Stays the same in all languages and versions of a document. */
export const documentId = {
  type: 'string',
  pattern: '^[a-z0-9]+$',
  description: 'Stays the same in all languages and versions',
} as const;

export const choice = (values: readonly string[]) => ({ type: 'string', enum: [...values] });

export const list = (items: JsonSchema) => ({ type: 'array', items });

/** A schema in `components`. */
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** An object with these members. @param required those that are always there: all, unless named */
export const object = (
  properties: JsonSchemas,
  required: readonly string[] = Object.keys(properties),
): JsonSchema => ({
  type: 'object',
  ...(required.length > 0 ? { required: [...required] } : {}),
  properties,
});

/** The same value, or null. */
export function nullable(schema: JsonSchema): JsonSchema {
  const { type, enum: values, description } = schema;
  if (Array.isArray(values))
    return { ...schema, type: [type, 'null'], enum: [...(values as unknown[]), null] };
  if (typeof type === 'string') return { ...schema, type: [type, 'null'] };
  const { description: _description, ...bare } = schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [bare, { type: 'null' }] };
}

export const described = (description: string, schema: JsonSchema): JsonSchema => ({
  ...schema,
  description,
});

/** `advisory-contacts` as `AdvisoryContacts`, `place.geo-point` as `PlaceGeoPoint`. */
export const pascal = (name: string): string =>
  name.replace(/(?:^|[-._])([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
