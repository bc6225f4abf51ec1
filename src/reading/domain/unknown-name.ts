import { STRAPI_COLUMNS, typeIn, type Attribute, type Shape } from '../../platform/strapi/schema';
import { behind, isNode, namesIn, type SchemaOf } from './query-parts';
import { PRIVATE_NAMES } from './query-shape';

/** A name in a query that means nothing. */
export interface UnknownName {
  /** The parameter as it is written: `filters[categories][nam]`, `sort`. */
  readonly param: string;
  readonly name: string;
  /** What may be there instead. */
  readonly possible: readonly string[];
}

/** What the rule needs to know of types. */
export interface Known {
  readonly schemaOf: SchemaOf;
  /** Whether outsiders may see what a relation leads to. */
  readonly isPublic: (target: string) => boolean;
  /** Fields of documents that are worked out for an answer: they can be asked for, but not filtered or sorted by. */
  readonly derived: (uid: string) => readonly string[];
}

// What a query may have, in the order of docs/api.md, and what of it a population may have, too.
const OPTIONS = ['filters', 'sort', 'fields', 'populate'] as const;
const PARAMETERS: readonly string[] = [...OPTIONS, 'pagination', 'locale', '_q'];

// Known to Strapi: `query-shape.ts` says what of them is refused, and why.
const SWITCHES: ReadonlySet<string> = new Set([
  'status',
  'publicationFilter',
  'hasPublishedVersion',
  'count',
  'ordering',
  'on',
  'page',
  'pageSize',
  'start',
  'limit',
]);

const GROUPS: ReadonlySet<string> = new Set(['$and', '$or', '$not']);

/** Strapi's conditions (https://docs.strapi.io/cms/api/rest/filters). */
export const OPERATORS = [
  '$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between', '$contains', '$notContains',
  '$containsi', '$notContainsi', '$startsWith', '$startsWithi', '$endsWith', '$endsWithi', '$null', '$notNull',
  '$and', '$or', '$not',
] as const; // prettier-ignore
const KNOWN_OPERATORS: ReadonlySet<string> = new Set(OPERATORS);

// In `$or[0]`: a long list comes as an object.
const POSITION = /^\d+$/;

type Use = (typeof OPTIONS)[number];

const LINKS: ReadonlySet<string> = new Set(['relation', 'component', 'media', 'dynamiczone']);

/** Looks for the first unknown name in one query. */
class Search {
  constructor(private readonly known: Known) {}

  query(query: object, schema: Shape, at: string): UnknownName | undefined {
    const isRoot = at === '';
    for (const [name, value] of Object.entries(query)) {
      const param = isRoot ? name : `${at}[${name}]`;
      const found = (OPTIONS as readonly string[]).includes(name)
        ? this.option(name as Use, value, schema, param)
        : PARAMETERS.includes(name) || SWITCHES.has(name)
          ? undefined
          : { param, name, possible: isRoot ? PARAMETERS : OPTIONS };
      if (found) return found;
    }
    return undefined;
  }

  private option(use: Use, value: unknown, schema: Shape, at: string): UnknownName | undefined {
    if (use === 'fields') return this.path(namesIn(value), 'fields', schema, at);
    if (use === 'filters') return this.filters(value, schema, at);
    if (isNode(value))
      return use === 'sort' ? this.order(value, schema, at) : this.population(value, schema, at);
    const list = Array.isArray(value) && value.some(isNode) ? value : [];
    for (const [index, part] of list.entries()) {
      const found = this.option(use, part, schema, `${at}[${index}]`);
      if (found) return found;
    }
    return this.path(namesIn(value), use, schema, at);
  }

  /** `['name:asc', 'categories.name']`: names with dots between them. */
  private path(written: readonly string[], use: Use, schema: Shape, at: string): UnknownName | undefined {
    for (const one of written) {
      let here: Shape | undefined = schema;
      for (const name of (one.split(':')[0] ?? '').split('.').map((part) => part.trim())) {
        if (!here || name === '' || name === '*') break;
        const found = this.name(name, use, here, at);
        if (found) return found;
        here = behind(here, name, this.known.schemaOf);
      }
    }
    return undefined;
  }

  private filters(value: unknown, schema: Shape, at: string): UnknownName | undefined {
    const entries = Array.isArray(value) || isNode(value) ? Object.entries(value) : [];
    for (const [name, inner] of entries) {
      const found = this.filter(name, inner, schema, `${at}[${name}]`);
      if (found) return found;
    }
    return undefined;
  }

  private filter(name: string, inner: unknown, schema: Shape, param: string): UnknownName | undefined {
    if (POSITION.test(name) || GROUPS.has(name)) return this.filters(inner, schema, param);
    if (name.startsWith('$'))
      return KNOWN_OPERATORS.has(name) ? undefined : { param, name, possible: OPERATORS };
    const found = this.name(name, 'filters', schema, param);
    if (found) return found;
    const target = behind(schema, name, this.known.schemaOf);
    // Below a value there are conditions only, and what they compare with is no name.
    return this.filters(inner, target ?? { ...schema, attributes: {} }, param);
  }

  /** `sort[categories][name]=asc` */
  private order(value: object, schema: Shape, at: string): UnknownName | undefined {
    for (const [name, inner] of Object.entries(value)) {
      const param = `${at}[${name}]`;
      const found = this.name(name, 'sort', schema, param);
      if (found) return found;
      const target = behind(schema, name, this.known.schemaOf);
      const deeper = target && isNode(inner) ? this.order(inner, target, param) : undefined;
      if (deeper) return deeper;
    }
    return undefined;
  }

  private population(value: object, schema: Shape, at: string): UnknownName | undefined {
    for (const [name, options] of Object.entries(value)) {
      const param = `${at}[${name}]`;
      const found = this.name(name, 'populate', schema, param);
      if (found) return found;
      const target = behind(schema, name, this.known.schemaOf);
      const deeper = target && isNode(options) ? this.query(options, target, param) : undefined;
      if (deeper) return deeper;
    }
    return undefined;
  }

  private name(name: string, use: Use, schema: Shape, at: string): UnknownName | undefined {
    const derived = at === 'fields' ? this.known.derived(schema.uid) : [];
    const possible = [...this.possible(use, schema), ...derived];
    if (possible.includes(name) || (name === 'id' && use !== 'populate')) return undefined;
    return { param: at, name, possible };
  }

  private possible(use: Use, { uid, attributes }: Shape): string[] {
    const named = Object.entries(attributes).filter(
      ([name, attribute]) => !PRIVATE_NAMES.has(name) && this.isOpen(attribute),
    );
    const links = named.flatMap(([name, { type }]) => (LINKS.has(type) ? [name] : []));
    if (use === 'populate') return links;
    const columns = uid.includes('::') ? STRAPI_COLUMNS.filter((name) => name !== 'id') : [];
    const values = named.flatMap(([name, { type }]) => (LINKS.has(type) ? [] : [name]));
    const own = [...new Set([...columns, ...values])];
    if (use === 'fields') return own;
    return [...own, ...links.filter((name) => name !== 'localizations')];
  }

  private isOpen(attribute: Attribute): boolean {
    if (attribute.private) return false;
    const target = attribute.type === 'relation' ? typeIn(attribute) : undefined;
    return attribute.type !== 'relation' || (target !== undefined && this.known.isPublic(target));
  }
}

/**
 * The first name in a query of REST that its type does not have, or not for the public, with those that it has. Strapi
 * refuses it, too, but of `filters[categories][nam]` says that `categories` is wrong.
 * @param query of a shape that `inspectQuery` accepts, which bounds its size and depth
 */
export const unknownName = (query: object, schema: Shape, known: Known): UnknownName | undefined =>
  new Search(known).query(query, schema, '');
