import {
  copied,
  isEntered,
  replaced,
  withChoice,
  withDaySpans,
  withTyped,
} from '#src/plugins/self-service/web/form/hours/domain/draft-changes';
import {
  draftOfRule,
  NO_SPAN,
  ruleOfDraft,
  type DraftTable,
} from '#src/plugins/self-service/web/form/hours/domain/draft-table';

const drafted = (rule: string): DraftTable => draftOfRule(rule) as DraftTable;

test.each([
  ['the days of work', [1, 2, 3, 4], 'Mo-Fr 08:00-12:00; Su 10:00-12:00'],
  ['the whole week', [1, 2, 3, 4, 5, 6], 'Mo-Su 08:00-12:00'],
  ['one day', [2], 'Mo,We 08:00-12:00; Su 10:00-12:00'],
])('Monday’s hours for %s', (_what, days, rule) => {
  expect(ruleOfDraft(copied(drafted('Mo 08:00-12:00; Su 10:00-12:00'), 0, days))).toBe(rule);
});

test('what is typed replaces the week; holidays, closed days and special days stay unless it names them', () => {
  const before = drafted('Mo 08:00-12:00; PH off; 2026 Aug 03-2026 Aug 21 off; 2026 Dec 24 08:00-12:00');
  expect(ruleOfDraft(withTyped(before, drafted('Tu 09:00-18:00')))).toBe(
    'Tu 09:00-18:00; PH off; 2026 Aug 03-2026 Aug 21 off; 2026 Dec 24 08:00-12:00',
  );
  expect(
    ruleOfDraft(withTyped(before, drafted('Tu 09:00-18:00; PH 10:00-12:00; 2026 Dec 24 09:00-10:00'))),
  ).toBe('Tu 09:00-18:00; PH 10:00-12:00; 2026 Aug 03-2026 Aug 21 off; 2026 Dec 24 09:00-10:00');
});

test('one day changes, the others stay', () => {
  const before = drafted('Mo,Tu 08:00-12:00');
  expect(ruleOfDraft(withDaySpans(before, 1, []))).toBe('Mo 08:00-12:00');
});

test('a day is entered when nothing of it is missing', () => {
  expect([[], [NO_SPAN], drafted('Mo 08:00-12:00').days[0] ?? []].map(isEntered)).toEqual([
    false,
    false,
    true,
  ]);
});

test('an item of a list is replaced or left out', () => {
  expect([replaced(['a', 'b', 'c'], 1, 'x'), replaced(['a', 'b', 'c'], 1, undefined)]).toEqual([
    ['a', 'x', 'c'],
    ['a', 'c'],
  ]);
});

test('a choice stands in place of what was unclear', () => {
  expect(withChoice('Mo/Fr 9-18', { start: 0, end: 5 }, 'Mo–Fr')).toBe('Mo–Fr 9-18');
});
