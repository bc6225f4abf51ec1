import fc from 'fast-check';
import { Budget, COST, RequestRate } from '#src/platform/http/request-rate';

const HERE = '192.0.2.1';
const MINUTE = 60_000;

/** A clock that stands still until it is set. */
const clock = (): { now: () => number; at: number } => {
  const time = { at: 1_000_000 * MINUTE, now: () => time.at };
  return time;
};

const left = ({ headers }: { headers: readonly string[] }): number =>
  Number(/;r=(\d+);/.exec(headers[3] ?? '')?.[1]);

it('a static site of 10,000 pages is built from memory in a minute, six times over', () => {
  const { now } = clock();
  const rate = new RequestRate(3_000, now);
  let last = rate.spend(HERE, COST.fromMemory);
  for (let page = 1; page < 60_000; page += 1) last = rate.spend(HERE, COST.fromMemory);
  expect(last).toMatchObject({ isWithin: true });
  expect(rate.spend(HERE, COST.fromMemory).isWithin).toBe(false);
});

it('what has to be worked out is never refused below 50 a second, however the seconds are filled', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 61, maxLength: 200 }),
      fc.nat(59_999),
      (seconds, offset) => {
        const time = clock();
        const budget = new Budget('address', 3_000, time.now);
        // A window may begin anywhere between two of the site's seconds.
        time.at += offset - (offset % 1_000);
        return seconds.every((count) => {
          const all = Array.from({ length: count }, () => budget.spend(HERE, COST.work).isWithin);
          time.at += 1_000;
          return all.every(Boolean);
        });
      },
    ),
    { numRuns: 30 },
  );
});

it('says what is left and when it is whole again', () => {
  const time = clock();
  const rate = new RequestRate(3_000, time.now);
  time.at += 20_000;
  expect(rate.spend(HERE, COST.work).headers).toEqual([
    ...['RateLimit-Policy', '"address";q=3000;w=60'],
    ...['RateLimit', '"address";r=2999;t=40'],
  ]);
  const spent = Array.from({ length: 3_000 }, () => rate.spend(HERE, COST.work)).at(-1);
  expect(spent).toMatchObject({ isWithin: false, seconds: 40 });
  time.at += 40_000;
  expect(left(rate.spend(HERE, COST.work))).toBe(2_999);
});

it('counts an IPv6 network as one address, and every address on its own', () => {
  const rate = new RequestRate(1, clock().now);
  expect(rate.spend('2001:db8::1', COST.work).isWithin).toBe(true);
  expect(rate.spend('2001:db8::2', COST.work).isWithin).toBe(false);
  expect(rate.spend('2001:db9::1', COST.work).isWithin).toBe(true);
});

describe('a token', () => {
  const spendAll = (rate: RequestRate): void => {
    for (let count = 0; count <= 10; count += 1) rate.spend(HERE, COST.work);
  };

  it('that was found valid has a budget of its own, wherever it asks from', () => {
    const rate = new RequestRate(10, clock().now);
    rate.prove('Bearer abc', 'portal 1');
    spendAll(rate);
    expect(rate.spendBy(HERE, 'Bearer abc')).toMatchObject({
      isWithin: true,
      headers: [...['RateLimit-Policy', '"token";q=10;w=60'], ...['RateLimit', '"token";r=9;t=60']],
    });
    for (let count = 0; count < 9; count += 1) rate.spendBy(`192.0.2.${count}`, 'Bearer abc');
    expect(rate.spendBy('192.0.2.99', 'Bearer abc').isWithin).toBe(false);
  });

  it('that nobody knows is counted for its address, and may still be tried 60 times where that has spent all', () => {
    const rate = new RequestRate(10, clock().now);
    spendAll(rate);
    const tried = Array.from({ length: 61 }, (_, at) => rate.spendBy(HERE, `Bearer made-up-${at}`).isWithin);
    expect(tried.filter(Boolean)).toHaveLength(60);
    expect(rate.spendBy(HERE, '').isWithin).toBe(false);
    expect(rate.spendBy(HERE, 'Basic abc').isWithin).toBe(false);
  });

  it('is looked at again after ten minutes', () => {
    const time = clock();
    const rate = new RequestRate(10, time.now);
    rate.prove('Bearer abc', 'portal 1');
    time.at += 9 * MINUTE;
    expect(rate.spendBy(HERE, 'Bearer abc').headers[1]).toContain('"token"');
    time.at += 2 * MINUTE;
    expect(rate.spendBy(HERE, 'Bearer abc').headers[1]).toContain('"address"');
  });
});

it('there is no limit, and no header, where it is 0', () => {
  const rate = new RequestRate(0, clock().now);
  expect(rate.spend(HERE, COST.work)).toEqual({ isWithin: true, seconds: 0, headers: [] });
  expect(rate.spendBy(HERE, 'Bearer abc')).toEqual({ isWithin: true, seconds: 0, headers: [] });
});
