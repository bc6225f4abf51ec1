import type { RuleContext } from '#src/writing/rules/attribute-rules';
import { periodRules } from '#src/writing/rules/cross-field-rules';

const attributes = {
  validFrom: { type: 'date' },
  validThrough: { type: 'date' },
  startsAt: { type: 'datetime' },
  shownFrom: { type: 'datetime' },
  closesOn: { type: 'date' },
};

type Period = ReturnType<NonNullable<RuleContext['periodOf']>>;

const context = (period: Period) => ({ periodOf: () => period }) as unknown as RuleContext;

const pairs = (period: Period, known: object = attributes) =>
  periodRules(context(period), { uid: 'api::job.job', attributes: known as typeof attributes }).map(
    (bound) => bound.attributes,
  );

const VALID = ['validFrom', 'validThrough'];

test.each([
  ['the names that ours have', undefined, [VALID]],
  ['its own', { from: 'startsAt', through: 'closesOn' }, [VALID, ['startsAt', 'closesOn']]],
  [
    'a first day with another last one',
    { from: 'validFrom', through: 'closesOn' },
    [VALID, ['validFrom', 'closesOn']],
  ],
  ['the same once', { from: 'validFrom', through: 'validThrough' }, [VALID]],
  [
    'when it may be seen',
    { from: 'startsAt', publicFrom: 'shownFrom', through: 'closesOn' },
    [VALID, ['startsAt', 'closesOn'], ['shownFrom', 'closesOn']],
  ],
  ['nothing where it has no end', { from: 'startsAt', publicFrom: 'shownFrom' }, [VALID]],
])('a type is held to %s', (_what, period, expected) => {
  expect(pairs(period)).toEqual(expected);
});

it('a type is held to no names that it does not have', () => {
  expect(pairs(undefined, { startsAt: { type: 'datetime' } })).toEqual([]);
});

describe('a period of a moment and a day', () => {
  const [, rule] = periodRules(context({ from: 'startsAt', through: 'closesOn' }), {
    uid: 'api::job.job',
    attributes,
  });
  const refused = (whole: Record<string, unknown>) =>
    rule?.rule(whole, context(undefined), []).map(({ attribute, reason }) => [attribute, reason]);

  test.each([
    ['on its last day', { startsAt: '2026-01-02T20:00:00Z', closesOn: '2026-01-02' }, []],
    // The panel sends what its calendar gives.
    [
      'on its last day, given with a time',
      { startsAt: '2026-01-02T20:00:00Z', closesOn: '2026-01-02T00:00:00.000Z' },
      [],
    ],
    [
      'after it',
      { startsAt: '2026-01-03T00:00:00Z', closesOn: '2026-01-02' },
      [['closesOn', 'period-reversed']],
    ],
    ['without an end', { startsAt: '2026-01-03T00:00:00Z', closesOn: null }, []],
  ])('begins %s', (_what, whole, expected) => {
    expect(refused(whole)).toEqual(expected);
  });
});
