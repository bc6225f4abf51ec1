import type { SchemaOf } from './private-columns';

// Every row has them, whether or not the schema names them.
const COMMON: ReadonlySet<string> = new Set([
  '*',
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
]);

const namesIn = (fields: unknown): string[] => {
  if (typeof fields === 'string') return fields.split(',').map((name) => name.trim());
  return Array.isArray(fields) ? fields.flatMap(namesIn) : [];
};

/**
 * The first of `fields` of a query of Strapi's form that its type does not have.
 *
 * @returns the parameter, such as `fields[password]`
 */
export function unknownField(
  query: Readonly<Record<string, unknown>>,
  uid: string,
  schemaOf: SchemaOf,
): string | undefined {
  const attributes = schemaOf(uid)?.attributes;
  if (!attributes) return undefined;
  const unknown = namesIn(query['fields']).find(
    (name) => name !== '' && !COMMON.has(name) && !Object.hasOwn(attributes, name),
  );
  return unknown === undefined ? undefined : `fields[${unknown}]`;
}
