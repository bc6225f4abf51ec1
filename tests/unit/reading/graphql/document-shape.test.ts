import fc from 'fast-check';
import { parse } from 'graphql';
import { shapeOf } from '#src/reading/graphql/domain/document-shape';

const shape = (text: string) => shapeOf(parse(text));

describe('the shape of a document', () => {
  it.each([
    ['a field', '{ a }', { selections: 1, depth: 0 }],
    ['fields within fields', '{ a { b { c } d } }', { selections: 4, depth: 2 }],
    ['an inline fragment', '{ ... { a } }', { selections: 2, depth: 0 }],
    ['a fragment that is spread twice', '{ ...F ...F } fragment F on T { a b }', { selections: 6, depth: 0 }],
    ['a fragment below a field', '{ a { ...F } } fragment F on T { b { c } }', { selections: 4, depth: 2 }],
    ['a fragment that is not defined', '{ ...F }', { selections: 1, depth: 0 }],
    ['a fragment that is not used', '{ a } fragment F on T { b c }', { selections: 3, depth: 0 }],
    ['two operations', 'query A { a } query B { b { c } }', { selections: 3, depth: 1 }],
    ['introspection', '{ __schema { types { name } } }', { selections: 3, depth: 0 }],
  ])('of %s', (_what, text, expected) => {
    expect(shape(text)).toEqual({ ...expected, isCircular: false });
  });

  it.each([
    ['itself', '{ ...A } fragment A on T { ...A }'],
    ['itself by another one', '{ ...A } fragment A on T { a { ...B } } fragment B on T { ...A }'],
    ['itself, unused', '{ a } fragment A on T { ...A }'],
  ])('finds a fragment within %s', (_what, text) => {
    expect(shape(text).isCircular).toBe(true);
  });

  it('of doubling fragments is computed immediately', () => {
    const chain = Array.from(
      { length: 280 },
      (_, at) => `fragment F${at} on T { ...F${at + 1} ...F${at + 1} }`,
    );
    const { selections } = shape(`{ ...F0 } ${chain.join(' ')} fragment F280 on T { a }`);
    expect(selections).toBeGreaterThan(2 ** 280);
  });

  /** Expands the fragments as often as they are spread. */
  const written = (spreads: readonly (readonly number[])[], at: number): number =>
    1 + (spreads[at] ?? []).reduce((sum, next) => sum + 1 + written(spreads, next), 0);

  it('equals the count after expanding all fragments', () => {
    const graph = fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, at) =>
          // Only later ones, so that there are no cycles.
          at === count - 1
            ? fc.constant([])
            : fc.array(fc.integer({ min: at + 1, max: count - 1 }), { maxLength: 3 }),
        ),
      ),
    );
    fc.assert(
      fc.property(graph, (spreads) => {
        const used = new Set<number>([0]);
        for (const at of spreads.keys()) if (used.has(at)) spreads[at]?.forEach((next) => used.add(next));
        const fragments = [...used].map(
          (at) => `fragment F${at} on T { a ${(spreads[at] ?? []).map((next) => `...F${next}`).join(' ')} }`,
        );
        expect(shape(`{ ...F0 } ${fragments.join(' ')}`).selections).toBe(1 + written(spreads, 0));
      }),
    );
  });
});
