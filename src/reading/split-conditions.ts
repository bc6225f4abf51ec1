import type { Core } from '@strapi/strapi';
import {
  countLists,
  countRelations,
  SplitConditions,
  type AttributesOf,
  type Condition,
} from './domain/split-conditions';
import { refusedQuery } from './refused-query';
import { tableOf } from '../platform/strapi/tables';

interface Parameters {
  where?: unknown;
  orderBy?: unknown;
  populate?: unknown;
}

interface QueryEvent {
  model: { uid: string };
  params: Parameters | undefined;
}

// Joining one list, as Strapi does, gives only a few rows per row, so it need not be rewritten.
const JOINED = 1;

/** The stored attributes of a type or component; none if it is not stored. */
export const storedAttributes =
  (strapi: Core.Strapi): AttributesOf =>
  (uid) =>
    strapi.db.metadata.has(uid) ? tableOf(strapi, uid).attributes : {};

/**
 * Sorting by the same key twice is pointless, and through a relation Strapi turns it into SQL that PostgreSQL refuses.
 */
function withoutRepetition(keys: readonly unknown[]): unknown[] {
  const paths = keys.map((key) =>
    JSON.stringify(key, (_name, value: unknown) => (/^(asc|desc)$/i.test(String(value)) ? '' : value)),
  );
  return keys.filter((_key, at) => paths.indexOf(paths[at] as string) === at);
}

/** Rewrites the conditions of one query and its populations. */
class Splitting {
  private readonly attributesOf: AttributesOf;
  private readonly conditions: SplitConditions;

  constructor(private readonly strapi: Core.Strapi) {
    this.attributesOf = storedAttributes(strapi);
    this.conditions = new SplitConditions(this.attributesOf, (uid, where) => this.idsOf(uid, where));
  }

  private idsOf(uid: string, where: Condition): unknown {
    const builder = this.strapi.db.queryBuilder(uid);
    // Without the DISTINCT that Strapi puts before joins: IN needs none, and PostgreSQL plans it as a semi-join.
    return builder.select('id').where(where).getKnexQuery().clear('select').select(`${builder.alias}.id`);
  }

  apply(params: Parameters, uid: string): void {
    const { where, orderBy, populate } = params;
    if (Array.isArray(orderBy)) params.orderBy = withoutRepetition(orderBy);
    if (where && this.lists(where, uid) + this.lists(orderBy, uid) > JOINED)
      params.where = this.conditions.split(where, uid);
    if (isObject(populate)) this.populated(populate, uid);
  }

  private lists(value: unknown, uid: string): number {
    return value ? countLists(value, uid, this.attributesOf) : 0;
  }

  private populated(populate: Condition, uid: string): void {
    const attributes = this.attributesOf(uid);
    for (const [name, options] of Object.entries(populate)) {
      const target = Object.hasOwn(attributes, name) ? attributes[name]?.target : undefined;
      if (target === undefined || !isObject(options)) continue;
      this.assertPlainSort(name, options, target);
      this.apply(options, target);
    }
  }

  /** Strapi 5.54 creates SQL that PostgreSQL refuses if populated entries are sorted by related ones. */
  private assertPlainSort(name: string, { orderBy }: Parameters, target: string): void {
    if (!orderBy || countRelations(orderBy, target, this.attributesOf) === 0) return;
    throw refusedQuery('sort-relations', `populate[${name}][sort]`);
  }
}

const isObject = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Keeps queries with several conditions on lists linear, from any caller: REST, GraphQL, the admin panel, our own code
 * (docs/adr/0030). Strapi's own form takes minutes and gigabytes for ten conditions on 2,500 rows.
 */
export function splitConditions(strapi: Core.Strapi): void {
  const splitting = new Splitting(strapi);
  const split = ({ model, params }: QueryEvent): void => {
    if (params) splitting.apply(params, model.uid);
  };
  strapi.db.lifecycles.subscribe({
    beforeFindOne: split,
    beforeFindMany: split,
    beforeCount: split,
  });
}
