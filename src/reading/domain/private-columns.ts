import { behind, isNode, namesIn, nestedIn, queryParts, type SchemaOf } from './query-parts';
import { FILE, STRAPI_CREATORS, type Shape } from '../../platform/strapi/schema';

type Node = Readonly<Record<string, unknown>>;

// Private columns that the panel's own lists show and filter by: /admin/users to those who may see accounts, and
// folders in the media library.
const SHOWN_IN_LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['admin::user', ['email', 'isActive', 'blocked', 'roles']],
  [FILE, ['folder', 'folderPath']],
]);

// Content types, and components, whose names have no colons.
const isOurs = (uid: string): boolean => uid.startsWith('api::') || !uid.includes('::');

/**
 * Whether reading, sorting or filtering rows by a column would reveal a secret. In our own types and components, `private` means
 * private to outsiders; editors see those fields in the panel. Who wrote a document is not secret, but what is stored
 * about them is.
 */
export function isSecret(schema: Shape, name: string, isRoot: boolean): boolean {
  const attribute = Object.hasOwn(schema.attributes, name) ? schema.attributes[name] : undefined;
  if (!attribute) return false;
  if (attribute.type === 'password') return true;
  if (!attribute.private || isOurs(schema.uid)) return false;
  if (STRAPI_CREATORS.has(name)) return false;
  return !(isRoot && SHOWN_IN_LISTS.get(schema.uid)?.includes(name));
}

/** Finds the first secret column in a query of Strapi's form. */
export class PrivateColumns {
  constructor(private readonly schemaOf: SchemaOf) {}

  /** @returns its path, such as `sort[user.password]` or `populate[createdBy][fields][password]` */
  in(query: Node, uid: string): string | undefined {
    const root = this.schemaOf(uid);
    if (!root) return undefined;
    return first(queryParts(query, root, this.schemaOf), ({ query: part, schema, path }) => {
      const isRoot = path === '';
      const found =
        this.inSort(part['sort'] ?? part['orderBy'], schema, isRoot) ??
        this.inFilters(part['filters'] ?? part['where'], schema, 'filters', isRoot) ??
        this.inFields(part['fields'], schema, isRoot);
      return found === undefined ? undefined : nestedIn(path, found);
    });
  }

  private inFields(fields: unknown, schema: Shape, isRoot: boolean): string | undefined {
    return first(namesIn(fields), (name) => (isSecret(schema, name, isRoot) ? `fields[${name}]` : undefined));
  }

  private inSort(sort: unknown, schema: Shape, isRoot: boolean): string | undefined {
    if (typeof sort === 'string')
      return first(sort.split(','), (part) =>
        this.inPath((part.trim().split(':')[0] ?? '').split('.'), schema, isRoot),
      );
    if (Array.isArray(sort)) return first(sort, (part) => this.inSort(part, schema, isRoot));
    // `{ user: { password: 'asc' } }` has the form of filters.
    return this.inFilters(sort, schema, 'sort', isRoot);
  }

  private inPath(names: readonly string[], schema: Shape, isRoot: boolean): string | undefined {
    let at: Shape | undefined = schema;
    for (const [index, name] of names.entries()) {
      if (!at) return undefined;
      if (isSecret(at, name, isRoot && index === 0)) return `sort[${names.join('.')}]`;
      at = behind(at, name, this.schemaOf);
    }
    return undefined;
  }

  private inFilters(filters: unknown, schema: Shape, path: string, isRoot: boolean): string | undefined {
    if (Array.isArray(filters)) return first(filters, (part) => this.inFilters(part, schema, path, isRoot));
    if (!isNode(filters)) return undefined;
    return first(Object.entries(filters), ([key, value]) => {
      const here = `${path}[${key}]`;
      if (key.startsWith('$')) return this.inFilters(value, schema, here, isRoot);
      // `user.password` as one key
      const [name = '', ...rest] = key.split('.');
      if (isSecret(schema, name, isRoot)) return here;
      const inner = behind(schema, name, this.schemaOf);
      if (!inner) return undefined;
      return this.inFilters(rest.length > 0 ? { [rest.join('.')]: value } : value, inner, here, false);
    });
  }
}

function first<T>(items: Iterable<T>, find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
