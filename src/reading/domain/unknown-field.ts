import { namesIn, nestedIn, queryParts, type SchemaOf } from './query-parts';
import { STRAPI_COLUMNS, type Shape } from '../../platform/strapi/schema';

const EVERY_ROW: ReadonlySet<string> = new Set(['*', 'id']);

// Every row of a content type has these, whether or not they are in the schema; components do not.
const EVERY_DOCUMENT: ReadonlySet<string> = new Set(STRAPI_COLUMNS);

// These are populated, since their rows are in other tables.
const LEADING_ON: ReadonlySet<string> = new Set(['relation', 'media', 'component', 'dynamiczone']);

/** Whether rows of a type have a readable column with that name. */
function isColumn({ uid, attributes }: Shape, name: string): boolean {
  const isContentType = uid.includes('::');
  if (EVERY_ROW.has(name) || (isContentType && EVERY_DOCUMENT.has(name))) return true;
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return attribute !== undefined && !LEADING_ON.has(attribute.type);
}

/**
 * The first name in `fields` of a query in Strapi's form, including its populations, for which the type has no column.
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
