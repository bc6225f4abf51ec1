import fc from 'fast-check';
import { tidied, within, without, type Span } from '#src/opening-hours/domain/spans';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 12 },
);

/** The moments of spans, one by one. */
const moments = (some: readonly Span[]): Set<number> =>
  new Set(
    some.flatMap(({ start, end }) =>
      Array.from({ length: Math.max(0, end - start) }, (_none, at) => start + at),
    ),
  );

const sorted = (some: ReadonlySet<number>): number[] => [...some].sort((a, b) => a - b);

const isTidy = (some: readonly Span[]): boolean =>
  some.every(({ start, end }, at) => start < end && (some[at - 1]?.end ?? -1) < start);

describe('spans', () => {
  it('keep their moments when they are tidied, restricted or subtracted', () => {
    fc.assert(
      fc.property(spans, spans, (some, others) => {
        const [a, b] = [moments(some), moments(others)];
        expect(sorted(moments(tidied(some)))).toEqual(sorted(a));
        expect(sorted(moments(within(some, others)))).toEqual(sorted(a).filter((at) => b.has(at)));
        expect(sorted(moments(without(some, others)))).toEqual(sorted(a).filter((at) => !b.has(at)));
        for (const result of [tidied(some), within(some, others), without(some, others)])
          expect(isTidy(result)).toBe(true);
      }),
    );
  });

  it('are subtracted in one pass, not with twice the work each time', () => {
    const days = Array.from({ length: 3_000 }, (_none, day): Span => ({
      start: day * 10,
      end: day * 10 + 9,
    }));
    const noons = days.map(({ start }): Span => ({ start: start + 4, end: start + 6 }));
    expect(without(days, noons)).toHaveLength(6_000);
  });
});
