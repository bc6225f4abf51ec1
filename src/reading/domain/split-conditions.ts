/** An attribute as @strapi/database describes it: components and files are relations, too. */
export interface StoredAttribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
}

export type AttributesOf = (uid: string) => Readonly<Record<string, StoredAttribute>>;

/** A query for the ids of rows of `uid` that meet a condition. */
export type IdsOf = (uid: string, where: Condition) => unknown;

export type Condition = Record<string, unknown>;

// `oneToMany`, `manyToMany`, `morphToMany`, `morphMany`
const LISTS = /Many$/;

// GraphQL's arguments have no prototype; dates and queries have their own.
const isPlain = (prototype: unknown): boolean => prototype === null || prototype === Object.prototype;

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && isPlain(Object.getPrototypeOf(value));

const isOperator = (key: string): boolean => key.startsWith('$');

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const attributeOf = (attributes: Readonly<Record<string, StoredAttribute>>, key: string) =>
  Object.hasOwn(attributes, key) ? attributes[key] : undefined;

const isList = ({ relation = '' }: StoredAttribute): boolean => LISTS.test(relation);

type Counted = (attribute: StoredAttribute) => boolean;

function count(value: unknown, uid: string, attributesOf: AttributesOf, isCounted: Counted): number {
  if (Array.isArray(value))
    return value.reduce<number>((sum, part) => sum + count(part, uid, attributesOf, isCounted), 0);
  if (!isCondition(value)) return 0;
  const attributes = attributesOf(uid);
  let sum = 0;
  for (const [key, part] of Object.entries(value)) {
    const attribute = isOperator(key) ? undefined : attributeOf(attributes, key);
    const inner = isOperator(key) ? uid : attribute?.target;
    if (attribute?.target !== undefined && isCounted(attribute)) sum += 1;
    if (inner !== undefined) sum += count(part, inner, attributesOf, isCounted);
  }
  return sum;
}

/** How many conditions or sort keys are on a list: categories, hours, photos. */
export const countLists = (value: unknown, uid: string, attributesOf: AttributesOf): number =>
  count(value, uid, attributesOf, isList);

/** How many are on a related entry, a component or a file, single or in a list. */
export const countRelations = (value: unknown, uid: string, attributesOf: AttributesOf): number =>
  count(value, uid, attributesOf, () => true);

/**
 * Rewrites conditions on lists as conditions on ids. Strapi joins a list once for each condition: with five categories
 * per row, n conditions turn one row into 5ⁿ. Separate queries for ids give n times five, with the same meaning: each
 * condition may be met by a different item of the list, those in one object by the same item.
 */
export class SplitConditions {
  constructor(
    private readonly attributesOf: AttributesOf,
    private readonly idsOf: IdsOf,
  ) {}

  split(where: unknown, uid: string): unknown {
    if (Array.isArray(where)) return where.map((part) => this.split(part, uid));
    return isCondition(where) ? this.all(where, uid, false) : where;
  }

  /** All parts of one object or, if negated, at least one that is not met. In the result no object has two keys. */
  private all(where: Condition, uid: string, isNegated: boolean): Condition {
    const parts = Object.entries(where).map(([key, value]) => this.part(key, value, uid, isNegated));
    return parts.length === 1 ? (parts[0] as Condition) : { [isNegated ? '$or' : '$and']: parts };
  }

  private part(key: string, value: unknown, uid: string, isNegated: boolean): Condition {
    if (key === '$and' || key === '$or') return this.group(key, value, uid, isNegated);
    if (key === '$not') return isCondition(value) ? this.all(value, uid, !isNegated) : { $not: value };
    const attribute = attributeOf(this.attributesOf(uid), key);
    if (attribute?.target === undefined) return isNegated ? { $not: { [key]: value } } : { [key]: value };
    const related = this.related(key, value, attribute.target, isNegated);
    return isList(attribute) ? { id: { $in: this.idsOf(uid, related) } } : related;
  }

  // A negated AND is an OR of the opposites, and vice versa.
  private group(key: '$and' | '$or', value: unknown, uid: string, isNegated: boolean): Condition {
    const opposite = key === '$and' ? '$or' : '$and';
    const parts = listOf(value).map((part) => (isCondition(part) ? this.all(part, uid, isNegated) : part));
    return { [isNegated ? opposite : key]: parts };
  }

  /**
   * A condition on something related to a row. A missing item meets neither a condition nor its opposite, as in SQL.
   */
  private related(key: string, value: unknown, target: string, isNegated: boolean): Condition {
    const isInner =
      isCondition(value) && !Object.keys(value).some((name) => isOperator(name) && !isGroup(name));
    if (isInner && Object.keys(value).length > 0) {
      const inner = this.all(value, target, isNegated);
      // Strapi reads `$not` directly below a relation as an operator on its id.
      return { [key]: '$not' in inner ? { $and: [inner] } : inner };
    }
    return isNegated ? { $not: { [key]: value } } : { [key]: value };
  }
}

const isGroup = (key: string): boolean => key === '$and' || key === '$or' || key === '$not';
