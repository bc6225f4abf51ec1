import fc from 'fast-check';
import { ANYWHERE } from '#src/domain/opening-rule';
import { knownOpeningRule } from '#src/opening-hours/known-rule';
import { ruleOf, weekTableOf, type WeekTable } from '#src/opening-hours/domain/week-table';
import {
  dayGap,
  draftOfRule,
  isComplete,
  NO_HOURS,
  periodGap,
  ruleOfDraft,
  spanGap,
  type DraftSpan,
  type DraftTable,
} from '#src/plugins/self-service/web/form/hours/domain/draft-table';

const time = fc.constantFrom('', '00:00', '07:30', '09:00', '12:00', '18:00', '23:45');
const span: fc.Arbitrary<DraftSpan> = fc.record({ from: time, to: time, isOpenEnd: fc.boolean() });
const spans = fc.array(span, { maxLength: 2 });
const day = fc.constantFrom('', '0202-12-24', '2026-08-03', '2026-12-24', '2027-01-06', '20266-01-01');
const draft: fc.Arbitrary<DraftTable> = fc.record({
  days: fc.array(spans, { minLength: 7, maxLength: 7 }),
  holidays: fc.option(spans),
  closed: fc.array(fc.record({ from: day, through: day }), { maxLength: 2 }),
  special: fc.array(fc.record({ day, spans }), { maxLength: 3 }),
});

test('whatever is filled in, a table comes back from its rule', () => {
  fc.assert(
    fc.property(draft, (one) => {
      const rule = ruleOfDraft(one);
      const again = draftOfRule(rule);
      expect(again && ruleOfDraft(again)).toBe(rule);
      expect(again && isComplete(again)).toBe(isComplete(one));
    }),
    { numRuns: 1_000 },
  );
});

test('as long as something is missing the city refuses the rule, and afterwards it takes it', () => {
  fc.assert(
    fc.property(draft, (one) => {
      const rule = ruleOfDraft(one);
      const isTaken = knownOpeningRule(rule, ANYWHERE, 'de').ok;
      if (!isComplete(one)) expect([rule, isTaken]).toEqual([rule, false]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  'Mo-Fr 09:00-18:00',
  'Mo-Fr 08:00-12:00,14:00-18:00; Sa 10:00-14:00; PH off; 2026 Aug 03-2026 Aug 21 off; 2026 Dec 24 08:00-12:00',
  'Fr,Sa 22:00-04:00',
  'Mo-Su 00:00-24:00',
  'Tu-Su 18:30+',
  'off',
])('%s is what its table says', (rule) => {
  const shown = draftOfRule(rule);
  expect(shown && ruleOfDraft(shown)).toBe(rule);
  expect(ruleOf(weekTableOf(rule) as WeekTable)).toBe(rule);
});

test.each(['Mo-Fr 09:00-13:00 "Hintereingang"', 'Mar-Dec Tu-Sa 14:00-19:00', 'Mo ?', 'Mo-Fr 9-18 Uhr?', '?'])(
  'no table shows %s',
  (rule) => {
    expect(draftOfRule(rule)).toBeUndefined();
  },
);

test('nothing is entered where there is no rule', () => {
  expect(draftOfRule('')).toEqual(NO_HOURS);
});

const filled = (change: Partial<DraftTable>): DraftTable => ({ ...NO_HOURS, ...change });
const opened = (from: string, to: string, isOpenEnd = false): DraftSpan => ({ from, to, isOpenEnd });

test.each<[string, DraftTable, string]>([
  ['times', filled({ days: [[opened('', '')], ...NO_HOURS.days.slice(1)] }), 'off; Mo ?-?'],
  [
    'an end',
    filled({ days: [[opened('08:00', '12:00'), opened('14:00', '')], ...NO_HOURS.days.slice(1)] }),
    'off; Mo 08:00-12:00,14:00-?',
  ],
  ['a beginning on holidays', filled({ holidays: [opened('', '12:00')] }), 'off; PH ?-12:00'],
  ['the last day', filled({ closed: [{ from: '2026-08-03', through: '' }] }), 'off; 2026-08-03 - ? off'],
  [
    'the order of days',
    filled({ closed: [{ from: '2026-08-03', through: '2026-08-01' }] }),
    'off; 2026-08-03 - 2026-08-01 off?',
  ],
  ['a day', filled({ special: [{ day: '', spans: [opened('08:00', '12:00')] }] }), 'off; ? 08:00-12:00'],
])('what is missing is marked: %s', (_what, one, rule) => {
  expect(ruleOfDraft(one)).toBe(rule);
});

test.each<[DraftSpan, ReturnType<typeof spanGap>]>([
  [opened('', ''), 'times'],
  [opened('', '18:00'), 'from'],
  [opened('', '', true), 'from'],
  [opened('09:00', ''), 'to'],
  [opened('09:00', '', true), undefined],
  [opened('09:00', '09:00'), 'same'],
  [opened('00:00', '00:00'), undefined],
  [opened('22:00', '02:00'), undefined],
])('of %j is missing: %s', (one, gap) => {
  expect(spanGap(one)).toBe(gap);
});

test.each([
  ['', '', 'days'],
  ['', '2026-08-03', 'from'],
  ['2026-08-03', '', 'through'],
  ['2026-08-03', '0020-08-03', 'through'],
  ['2026-08-03', '2026-08-02', 'order'],
  ['2026-08-03', '2026-08-03', undefined],
])('a period from %s through %s: %s', (from, through, gap) => {
  expect(periodGap({ from, through })).toBe(gap);
});

test('a special day is entered once', () => {
  const special = ['2026-12-24', '', '2026-12-24'].map((one) => ({ day: one, spans: [] }));
  expect(special.map((_day, at) => dayGap(special, at))).toEqual(['twice', 'day', 'twice']);
});
