export interface SchemaAttribute {
  readonly type: string;
  readonly private?: boolean;
  readonly target?: string;
  readonly component?: string;
  readonly relation?: string;
}

export interface Schema {
  readonly uid: string;
  readonly attributes: Readonly<Record<string, SchemaAttribute>>;
}

export type SchemaOf = (uid: string) => Schema | undefined;

type Node = Readonly<Record<string, unknown>>;

const FILE = 'plugin::upload.file';

// What the panel's own lists show and ask by, private as it is to everybody else: /admin/users of accounts to those who
// may see accounts, the media library of folders.
const SHOWN_IN_LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['admin::user', ['email', 'isActive', 'blocked', 'roles']],
  [FILE, ['folder', 'folderPath']],
]);

// GraphQL's arguments have no prototype; dates and queries have one of their own.
const isPlain = (prototype: unknown): boolean => prototype === null || prototype === Object.prototype;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && isPlain(Object.getPrototypeOf(value));

const targetOf = ({ type, target, component }: SchemaAttribute): string | undefined =>
  type === 'media' ? FILE : (component ?? target);

/**
 * Whether ordering or narrowing rows by a column tells what is not to be told. `private` of our own types means private
 * to outsiders; editors see those fields in the panel. Who wrote a document is no secret, what is stored of them is.
 */
export function isSecret(schema: Schema, name: string, isRoot: boolean): boolean {
  const attribute = Object.hasOwn(schema.attributes, name) ? schema.attributes[name] : undefined;
  if (!attribute) return false;
  if (attribute.type === 'password') return true;
  if (!attribute.private || schema.uid.startsWith('api::')) return false;
  if (name === 'createdBy' || name === 'updatedBy') return false;
  return !(isRoot && SHOWN_IN_LISTS.get(schema.uid)?.includes(name));
}

/** Finds the first secret column in a query of Strapi's form. */
export class PrivateColumns {
  constructor(private readonly schemaOf: SchemaOf) {}

  /** @returns its path, such as `sort[user.password]` */
  in(query: Node, uid: string, isRoot = true): string | undefined {
    const schema = this.schemaOf(uid);
    if (!schema) return undefined;
    return (
      this.inSort(query['sort'] ?? query['orderBy'], schema, isRoot) ??
      this.inFilters(query['filters'] ?? query['where'], schema, 'filters', isRoot) ??
      this.inPopulate(query['populate'], schema)
    );
  }

  private inSort(sort: unknown, schema: Schema, isRoot: boolean): string | undefined {
    if (typeof sort === 'string')
      return first(sort.split(','), (part) =>
        this.inPath((part.trim().split(':')[0] ?? '').split('.'), schema, isRoot),
      );
    if (Array.isArray(sort)) return first(sort, (part) => this.inSort(part, schema, isRoot));
    // `{ user: { password: 'asc' } }` has the form of filters.
    return this.inFilters(sort, schema, 'sort', isRoot);
  }

  private inPath(names: readonly string[], schema: Schema, isRoot: boolean): string | undefined {
    let at: Schema | undefined = schema;
    for (const [index, name] of names.entries()) {
      if (!at) return undefined;
      if (isSecret(at, name, isRoot && index === 0)) return `sort[${names.join('.')}]`;
      at = this.behind(at, name);
    }
    return undefined;
  }

  private inFilters(filters: unknown, schema: Schema, path: string, isRoot: boolean): string | undefined {
    if (Array.isArray(filters)) return first(filters, (part) => this.inFilters(part, schema, path, isRoot));
    if (!isNode(filters)) return undefined;
    return first(Object.entries(filters), ([key, value]) => {
      const here = `${path}[${key}]`;
      if (key.startsWith('$')) return this.inFilters(value, schema, here, isRoot);
      // `user.password` as one key
      const [name = '', ...rest] = key.split('.');
      if (isSecret(schema, name, isRoot)) return here;
      const inner = this.behind(schema, name);
      if (!inner) return undefined;
      return this.inFilters(rest.length > 0 ? { [rest.join('.')]: value } : value, inner, here, false);
    });
  }

  private inPopulate(populate: unknown, schema: Schema): string | undefined {
    if (!isNode(populate)) return undefined;
    return first(Object.entries(populate), ([name, options]) => {
      const inner = this.behind(schema, name);
      return inner && isNode(options) ? this.in(options, inner.uid, false) : undefined;
    });
  }

  private behind(schema: Schema, name: string): Schema | undefined {
    const attribute = Object.hasOwn(schema.attributes, name) ? schema.attributes[name] : undefined;
    const target = attribute && targetOf(attribute);
    return target === undefined ? undefined : this.schemaOf(target);
  }
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
