import { nextAttempt, RETRY_DELAYS } from '#src/plugins/portal-feed/server/src/delivery/domain/retry-plan';

const now = new Date('2026-04-01T12:00:00Z');
const wait = (failures: number, jitter: number, retryAfter: number | null = null): number | string => {
  const next = nextAttempt({ failures, now, jitter, retryAfter });
  return next.again ? (next.at.getTime() - now.getTime()) / 1_000 : next.reason;
};

describe('the retry plan', () => {
  it.each([
    ['first', 1, 5],
    ['second', 2, 5 * 60],
    ['third', 3, 30 * 60],
    ['fourth', 4, 2 * 3_600],
    ['fifth', 5, 5 * 3_600],
    ['sixth', 6, 10 * 3_600],
    ['seventh', 7, 10 * 3_600],
    ['eighth', 8, 24 * 3_600],
  ])('after the %s failure waits as planned, 20 %% less or 20 %% more', (_name, failures, seconds) => {
    expect(wait(failures, 0.5)).toBeCloseTo(seconds, 3);
    expect(wait(failures, 0)).toBeCloseTo(seconds * 0.8, 3);
    expect(wait(failures, 1)).toBeCloseTo(seconds * 1.2, 3);
  });

  it('gives up after the ninth failure', () => {
    expect(wait(9, 0.5)).toBe('plan-exhausted');
    expect(RETRY_DELAYS).toHaveLength(8);
  });

  it.each([
    ['waits longer when the receiver asks for it', 1, 60_000, 60],
    ['never comes earlier than planned', 2, 1_000, 300],
    ['takes a wish of nothing for none', 1, 0, 5],
  ])('%s', (_name, failures, retryAfter, seconds) => {
    expect(wait(failures, 0.5, retryAfter)).toBeCloseTo(seconds, 3);
  });
});
