import { countLists, countRelations, type AttributesOf } from './split-conditions';
import { isObject } from '../../domain/is-object';

/** How much a query makes the database join. */
export interface QueryWork {
  /** Conditions on lists: categories, hours, photos. Each is a separate query. */
  lists: number;
  /** Conditions on related entries and components, including those on lists. Each is a join. */
  relations: number;
  /** Sort keys in lists: each multiplies the rows to be sorted. */
  sortLists: number;
}

type Node = Readonly<Record<string, unknown>>;

/** `categories.name:asc` as `{ categories: { name: 'asc' } }` */
const asNode = (path: string): unknown =>
  (path.split(':')[0] ?? '')
    .trim()
    .split('.')
    .reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'asc');

const sortNodes = (sort: unknown): unknown[] => {
  if (typeof sort === 'string') return sort.split(',').map(asNode);
  return Array.isArray(sort) ? sort.flatMap(sortNodes) : [sort];
};

/** Adds up the work of a query from outside and its populations. */
export function workOf(query: Node, uid: string, attributesOf: AttributesOf): QueryWork {
  const work: QueryWork = {
    lists: countLists(query['filters'], uid, attributesOf),
    relations: countRelations(query['filters'], uid, attributesOf),
    sortLists: countLists(sortNodes(query['sort']), uid, attributesOf),
  };
  const populate = query['populate'];
  if (!isObject(populate)) return work;
  const attributes = attributesOf(uid);
  for (const [name, options] of Object.entries(populate)) {
    const target = Object.hasOwn(attributes, name) ? attributes[name]?.target : undefined;
    if (target === undefined || !isObject(options)) continue;
    const inner = workOf(options, target, attributesOf);
    work.lists += inner.lists;
    work.relations += inner.relations;
    work.sortLists += inner.sortLists;
  }
  return work;
}

export type WorkRefusal = 'too-many-lists' | 'too-many-relations' | 'sort-lists' | 'sort-relations';

// Measured on 20,000 businesses: 0.1 to 0.3 s each on one core.
export const MAX_LISTS = 5;
export const MAX_RELATIONS = 20;
// A second one would sort the pairs of two lists.
const MAX_SORT_LISTS = 1;

/** Why this is too much for one request; `undefined` if it is not. */
export function workRefusal({ lists, relations, sortLists }: QueryWork): WorkRefusal | undefined {
  if (sortLists > MAX_SORT_LISTS) return 'sort-lists';
  if (lists > MAX_LISTS) return 'too-many-lists';
  return relations > MAX_RELATIONS ? 'too-many-relations' : undefined;
}
