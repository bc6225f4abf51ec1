import { endOfDay, nextChangeOf } from '../../../src/response-cache/domain/next-change';

describe('the end of a day', () => {
  it.each([
    ['in winter', '2026-01-15', '2026-01-15T23:00:00Z'],
    ['in summer', '2026-07-15', '2026-07-15T22:00:00Z'],
    ['before the clocks go forward', '2026-03-28', '2026-03-28T23:00:00Z'],
    ['when the clocks have gone forward', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['when the clocks have gone back', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['of a month', '2026-02-28', '2026-02-28T23:00:00Z'],
    ['of a leap year’s February', '2028-02-29', '2028-02-29T23:00:00Z'],
  ])('%s', (_what, day, instant) => {
    expect(new Date(endOfDay(day, 'Europe/Berlin')).toISOString()).toBe(instant.replace('Z', '.000Z'));
  });
});

describe('the next change', () => {
  it('is the earliest of all', () => {
    const next = nextChangeOf(
      { lastDays: ['2026-01-15', null], moments: [new Date('2026-01-15T22:59:59Z'), null] },
      'Europe/Berlin',
    );
    expect(new Date(next).toISOString()).toBe('2026-01-15T22:59:59.000Z');
  });

  it('is the beginning of a first day, in the city', () => {
    const next = nextChangeOf(
      { firstDays: ['2026-03-29', null], lastDays: [], moments: [null] },
      'Europe/Berlin',
    );
    expect(new Date(next).toISOString()).toBe('2026-03-28T23:00:00.000Z');
  });

  it('is never where nothing is timed', () => {
    expect(nextChangeOf({ lastDays: [null], moments: [] }, 'Europe/Berlin')).toBe(Infinity);
  });
});
