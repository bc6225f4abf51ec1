import fc from 'fast-check';
import {
  countLists,
  countRelations,
  SplitConditions,
  type AttributesOf,
  type Condition,
} from '#src/reading/domain/split-conditions';
import { workOf, workRefusal } from '#src/reading/domain/query-work';

const MODELS: Record<string, ReturnType<AttributesOf>> = {
  business: {
    id: { type: 'increments' },
    name: { type: 'string' },
    categories: { type: 'relation', relation: 'manyToMany', target: 'category' },
    hours: { type: 'relation', relation: 'oneToMany', target: 'hours' },
    district: { type: 'relation', relation: 'manyToOne', target: 'district' },
  },
  category: {
    id: { type: 'increments' },
    name: { type: 'string' },
    words: { type: 'relation', relation: 'oneToMany', target: 'word' },
    parent: { type: 'relation', relation: 'manyToOne', target: 'category' },
  },
  hours: { id: { type: 'increments' }, rule: { type: 'string' } },
  word: { id: { type: 'increments' }, text: { type: 'string' } },
  district: { id: { type: 'increments' }, name: { type: 'string' } },
};
const attributesOf: AttributesOf = (uid) => MODELS[uid] ?? {};

const split = (where: unknown): unknown =>
  new SplitConditions(attributesOf, (uid, inner) => ({ ids: uid, where: inner })).split(where, 'business');

const ids = (where: Condition, uid = 'business') => ({ id: { $in: { ids: uid, where } } });

describe('conditions on lists', () => {
  it.each([
    [{ name: 'a' }, { name: 'a' }],
    [{ district: { name: 'a' } }, { district: { name: 'a' } }],
    [{ categories: { name: 'a' } }, ids({ categories: { name: 'a' } })],
    [{ categories: { name: 'a' }, name: 'b' }, { $and: [ids({ categories: { name: 'a' } }), { name: 'b' }] }],
    [
      { $or: [{ categories: { name: 'a' } }, { hours: { rule: 'b' } }] },
      { $or: [ids({ categories: { name: 'a' } }), ids({ hours: { rule: 'b' } })] },
    ],
    // Both conditions concern the same category.
    [
      { categories: { name: 'a', parent: { name: 'b' } } },
      ids({ categories: { $and: [{ name: 'a' }, { parent: { name: 'b' } }] } }),
    ],
    [
      { categories: { words: { text: 'a' } } },
      ids({ categories: ids({ words: { text: 'a' } }, 'category') }),
    ],
    [{ categories: { $null: true } }, ids({ categories: { $null: true } })],
    [{ categories: 5 }, ids({ categories: 5 })],
    [{ categories: [5, 6] }, ids({ categories: [5, 6] })],
    [{ $not: { categories: { name: 'a' } } }, ids({ categories: { $and: [{ $not: { name: 'a' } }] } })],
    [
      { $not: { $and: [{ categories: { name: 'a' } }, { name: 'b' }] } },
      { $or: [ids({ categories: { $and: [{ $not: { name: 'a' } }] } }), { $not: { name: 'b' } }] },
    ],
    [
      { $not: { $or: [{ categories: { name: 'a' } }, { hours: { rule: 'b' } }] } },
      {
        $and: [
          ids({ categories: { $and: [{ $not: { name: 'a' } }] } }),
          ids({ hours: { $and: [{ $not: { rule: 'b' } }] } }),
        ],
      },
    ],
    [{ $not: { $not: { categories: { name: 'a' } } } }, ids({ categories: { name: 'a' } })],
    [{ $not: { categories: { $null: true } } }, ids({ $not: { categories: { $null: true } } })],
  ])('%j', (where, expected) => {
    expect(split(where)).toEqual(expected);
  });

  it('without a prototype, as passed by GraphQL, are recognised too', () => {
    const inner = Object.assign(Object.create(null) as Condition, { name: 'a' });
    const where = Object.assign(Object.create(null) as Condition, { categories: inner });
    expect(countLists(where, 'business', attributesOf)).toBe(1);
    expect(split(where)).toEqual(ids({ categories: { name: 'a' } }));
  });

  /** Conditions of any form over the models above. */
  const conditions = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'medium' },
      fc.record({ name: fc.constant('a') }),
      fc.record({ categories: fc.record({ name: fc.constant('b') }) }),
      fc.record({ hours: fc.record({ rule: fc.constant('c') }), name: fc.constant('d') }),
      fc.record({ categories: fc.record({ words: fc.record({ text: fc.constant('e') }) }) }),
      fc.record({ $and: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ $or: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ $not: tie('condition') }),
    ),
  })).condition;

  /** Lists that one query joins, without those of its subqueries. */
  const joined = (where: unknown): number => countLists(where, 'business', attributesOf);

  const inner = (value: unknown): Condition[] => {
    if (Array.isArray(value)) return value.flatMap(inner);
    if (typeof value !== 'object' || value === null) return [];
    const own = 'ids' in value ? [(value as unknown as { where: Condition }).where] : [];
    return [...own, ...Object.values(value).flatMap(inner)];
  };

  it('never leave a query that joins two of them', () => {
    fc.assert(
      fc.property(conditions, (where) => {
        const written = split(where);
        expect(joined(written)).toBe(0);
        for (const one of inner(written)) expect(joined(one)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what a query requests', () => {
  it('is counted in filters, sorting and population', () => {
    const query = {
      filters: { $and: [{ categories: { parent: { name: 'a' } } }, { district: { name: 'b' } }] },
      sort: ['categories.name:asc', { hours: { rule: 'asc' } }, 'district.name,name'],
      populate: { categories: { filters: { words: { text: 'a' } }, sort: 'words.text' } },
    };
    expect(workOf(query, 'business', attributesOf)).toEqual({ lists: 2, relations: 4, sortLists: 3 });
    expect(countRelations(query.filters, 'business', attributesOf)).toBe(3);
  });

  it.each([
    [{ lists: 5, relations: 20, sortLists: 1 }, undefined],
    [{ lists: 6, relations: 6, sortLists: 0 }, 'too-many-lists'],
    [{ lists: 0, relations: 21, sortLists: 0 }, 'too-many-relations'],
    [{ lists: 0, relations: 0, sortLists: 2 }, 'sort-lists'],
  ])('%j: %s', (work, expected) => {
    expect(workRefusal(work)).toBe(expected);
  });
});
