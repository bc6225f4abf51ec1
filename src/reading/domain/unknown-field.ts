import { namesIn, nestedIn, queryParts, type Schema, type SchemaOf } from './query-parts';

const EVERY_ROW: ReadonlySet<string> = new Set(['*', 'id']);

// Every row of a content type has them, whether or not the schema names them; parts of documents have not.
const EVERY_DOCUMENT: ReadonlySet<string> = new Set([
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'locale',
]);

// What leads on is populated: its rows lie in other tables.
const LEADING_ON: ReadonlySet<string> = new Set(['relation', 'media', 'component', 'dynamiczone']);

/** Whether rows of a type have a column of that name to read. */
function isColumn({ uid, attributes }: Schema, name: string): boolean {
  const isContentType = uid.includes('::');
  if (EVERY_ROW.has(name) || (isContentType && EVERY_DOCUMENT.has(name))) return true;
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return attribute !== undefined && !LEADING_ON.has(attribute.type);
}

/**
 * The first name in `fields` of a query of Strapi's form, in whatever it populates too, that the type there has no
 * column for.
 *
 * @returns the parameter, such as `fields[password]` or `populate[folder][fields][password]`
 */
export function unknownField(
  query: Readonly<Record<string, unknown>>,
  uid: string,
  schemaOf: SchemaOf,
): string | undefined {
  const root = schemaOf(uid);
  if (!root) return undefined;
  for (const { query: part, schema, path } of queryParts(query, root, schemaOf)) {
    const unknown = namesIn(part['fields']).find((name) => name !== '' && !isColumn(schema, name));
    if (unknown !== undefined) return nestedIn(path, `fields[${unknown}]`);
  }
  return undefined;
}
