import type { Schema, SchemaOf } from './schema-facts';

type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// What the server adds to every document; the rest comes from the schema.
const FACTS = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt'] as const;

// What a page needs in order to show a file.
const FILE = ['id', 'documentId', 'name', 'url', 'mime', 'size', 'width', 'height', 'formats'] as const;

const RELATED = ['documentId', 'name', 'title', 'slug'] as const;

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]));

/** A file as a contributor sees it. */
export const shapeFile = (file: Values): Values => pick(file, FILE);

const each = (value: unknown, shape: (item: Values) => Values): unknown => {
  if (Array.isArray(value)) return value.filter(isValues).map(shape);
  return isValues(value) ? shape(value) : null;
};

/** The attributes of a document or component that contributors may see, without ids of components. */
function shapeAttributes(schema: Schema, values: Values, schemaOf: SchemaOf): Values {
  const shaped = Object.entries(schema.attributes).flatMap(([name, attribute]): [string, unknown][] => {
    const value = values[name];
    if (attribute.private || value === undefined) return [];
    if (attribute.type === 'media') return [[name, each(value, shapeFile)]];
    if (attribute.type === 'relation')
      return attribute.target?.startsWith('api::')
        ? [[name, each(value, (item) => pick(item, RELATED))]]
        : [];
    if (attribute.type !== 'component') return [[name, value]];
    const inner = schemaOf(attribute.component ?? '');
    return [[name, each(value, (item) => shapeAttributes(inner, item, schemaOf))]];
  });
  return Object.fromEntries(shaped);
}

// Strapi lists these among the attributes of every type.
const OF_STRAPI = [
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
];

/** A draft as its contributor sees it: only attributes in the schema that are not private. */
export function shapeDocument(schema: Schema, document: Values, schemaOf: SchemaOf): Values {
  const own = Object.fromEntries(
    Object.entries(schema.attributes).filter(([name]) => !OF_STRAPI.includes(name)),
  );
  return { ...pick(document, FACTS), ...shapeAttributes({ ...schema, attributes: own }, document, schemaOf) };
}
