import { isNestedWithin } from '#src/domain/nesting';

describe('nesting', () => {
  it.each([
    [undefined, 0],
    ['text', 0],
    [[], 0],
    [{}, 0],
    [{ a: 1 }, 1],
    [[[]], 1],
    [{ a: [1, { b: 2 }], c: 3 }, 3],
  ])('of %j is %i', (value, levels) => {
    expect(isNestedWithin(value, levels)).toBe(true);
    if (levels > 0) expect(isNestedWithin(value, levels - 1)).toBe(false);
  });

  it('is detected even if it is deeper than the stack', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    expect(isNestedWithin(deep, 48)).toBe(false);
  });
});
