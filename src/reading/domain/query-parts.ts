import { typeIn, type Shape } from '../../platform/strapi/schema';

/** A schema by its uid; `undefined` where there is none. */
export type SchemaOf = (uid: string) => Shape | undefined;

type Node = Readonly<Record<string, unknown>>;

/** A query or one of its populations, which has the same parameters for another type. */
export interface QueryPart {
  readonly query: Node;
  readonly schema: Shape;
  /** Its position, such as `populate[folder]`; empty for the query itself. */
  readonly path: string;
}

// GraphQL's arguments have no prototype; dates and queries have their own.
const isPlain = (prototype: unknown): boolean => prototype === null || prototype === Object.prototype;

/** Whether a value is an object of names and values, as created by query parsers. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && isPlain(Object.getPrototypeOf(value));

/** The type that an attribute leads to. */
export function behind(schema: Shape, name: string, schemaOf: SchemaOf): Shape | undefined {
  const attribute = Object.hasOwn(schema.attributes, name) ? schema.attributes[name] : undefined;
  const target = attribute && typeIn(attribute);
  return target === undefined ? undefined : schemaOf(target);
}

/** `populate[blocks][on][shared.quote]`: a population with several types names them. */
function* fragments(on: unknown, path: string, schemaOf: SchemaOf): Generator<QueryPart> {
  if (!isNode(on)) return;
  for (const [uid, options] of Object.entries(on)) {
    const schema = schemaOf(uid);
    if (schema && isNode(options)) yield* queryParts(options, schema, schemaOf, `${path}[on][${uid}]`);
  }
}

/** A query in Strapi's form and, at any depth, every population with its own parameters. */
export function* queryParts(query: Node, schema: Shape, schemaOf: SchemaOf, path = ''): Generator<QueryPart> {
  yield { query, schema, path };
  const { populate } = query;
  if (!isNode(populate)) return;
  for (const [name, options] of Object.entries(populate)) {
    if (!isNode(options)) continue;
    const here = nestedIn(path, `populate[${name}]`);
    const inner = behind(schema, name, schemaOf);
    if (inner) yield* queryParts(options, inner, schemaOf, here);
    yield* fragments(options['on'], here, schemaOf);
  }
}

/** A parameter below another: `populate[folder]` and `fields[x]` are `populate[folder][fields][x]`. */
export function nestedIn(path: string, param: string): string {
  if (path === '') return param;
  const end = param.indexOf('[');
  return `${path}[${param.slice(0, end)}]${param.slice(end)}`;
}

/** The names in `fields`, in any notation. */
export function namesIn(fields: unknown): string[] {
  if (typeof fields === 'string') return fields.split(',').map((name) => name.trim());
  return Array.isArray(fields) ? fields.flatMap(namesIn) : [];
}
