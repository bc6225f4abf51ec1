import { median, percentile, ratioOfRounds } from '#scripts/bench/report/statistics';

describe('the median', () => {
  test.each([
    ['of one value', [7], 7],
    ['of an odd number of values, in any order', [9, 1, 5], 5],
    ['of an even number: between the two in the middle', [1, 10, 2, 4], 3],
    ['is not moved by one outlier', [10, 11, 12, 9_000, 10], 11],
  ])('%s', (_case, values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of nothing is an error, not a number', () => {
    expect(() => median([])).toThrow('Nothing was measured');
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

  test.each([
    ['p50', 0.5, 50],
    ['p95', 0.95, 95],
    ['p99', 0.99, 99],
    ['p100', 1, 100],
    ['p0 is the least', 0, 1],
  ])('%s of 1 to 100', (_case, share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it('does not change the values', () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('of nothing is an error, not a number', () => {
    expect(() => percentile([], 0.5)).toThrow('Nothing was measured');
  });
});

describe('the ratio of two servers', () => {
  it('is the median of the ratios of each round', () => {
    expect(ratioOfRounds([50, 10, 60], [100, 20, 100])).toBe(0.5);
  });

  it('is not affected by a machine that is slower in one round, since both servers are', () => {
    // Of the medians it would be 1.
    expect(ratioOfRounds([100, 10, 10], [200, 20, 10])).toBe(0.5);
  });

  it('counts only rounds that both servers ran', () => {
    expect(ratioOfRounds([50, 10], [100])).toBe(0.5);
  });

  it('omits rounds in which the baseline answered nothing', () => {
    expect(ratioOfRounds([50, 10], [0, 5])).toBe(2);
  });

  it('is unknown if no round has both', () => {
    expect(ratioOfRounds([], [1])).toBeUndefined();
    expect(ratioOfRounds([1], [])).toBeUndefined();
  });
});
