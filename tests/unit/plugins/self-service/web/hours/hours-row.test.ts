import {
  awaitsDays,
  byService,
  isForPeriod,
  ruleIn,
  withDays,
  withRule,
  type HoursRow,
} from '#src/plugins/self-service/web/form/hours/domain/hours-row';
import { ANYWHERE } from '#src/domain/opening-rule';
import { knownOpeningRule } from '#src/opening-hours/known-rule';

const CHRISTMAS: HoursRow = {
  service: 'on-site',
  rule: 'off',
  validFrom: '2026-12-24',
  validThrough: '2026-12-26',
  note: null,
};

test('a period without days waits for them, and the city refuses it meanwhile', () => {
  const row = withDays(CHRISTMAS, '', '');
  expect(row).toMatchObject({ validFrom: null, validThrough: null });
  expect([awaitsDays(row), isForPeriod(row), ruleIn(row)]).toEqual([true, true, 'off']);
  expect(knownOpeningRule(row.rule ?? '', ANYWHERE, 'de').ok).toBe(false);
  const changed = withRule(row, 'Mo 09:00-12:00');
  expect([awaitsDays(changed), ruleIn(changed)]).toEqual([true, 'Mo 09:00-12:00']);
  expect(withDays(changed, '', '2026-12-26')).toEqual({
    ...CHRISTMAS,
    rule: 'Mo 09:00-12:00',
    validFrom: null,
  });
});

test('clearing what is clear already changes nothing', () => {
  const row = withDays(CHRISTMAS, '', '');
  expect(withDays(row, '', '')).toEqual(row);
});

test('rows are found by their service, the regular ones before those of a period', () => {
  const rows: HoursRow[] = [
    { ...CHRISTMAS, service: 'phone' },
    CHRISTMAS,
    { service: 'phone', rule: 'Mo 09:00-12:00' },
    { rule: 'Mo-Fr 09:00-18:00' },
    { service: 'night', rule: 'Mo 22:00-24:00' },
  ];
  expect(byService(rows, ['on-site', 'delivery', 'phone'], 'on-site')).toEqual([
    { service: 'on-site', regular: [3], periods: [1] },
    { service: 'delivery', regular: [], periods: [] },
    { service: 'phone', regular: [2], periods: [0] },
    { service: 'night', regular: [4], periods: [] },
  ]);
});
