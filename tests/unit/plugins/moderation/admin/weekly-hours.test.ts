import { parseWeek } from '#src/plugins/moderation/admin/src/domain/weekly-hours';

const written = (rule: string): string[] | null =>
  parseWeek(rule)?.days.map((spans) => spans.map(({ from, to }) => `${from}-${to}`).join(',')) ?? null;

describe('parseWeek', () => {
  const NINE = '09:00-18:00';
  test.each([
    ['a range of days', 'Mo-Fr 09:00-18:00', [NINE, NINE, NINE, NINE, NINE, '', '']],
    [
      'a break at noon',
      'Mo 08:00-12:00,14:00-18:00; Tu 9:00-18:00',
      ['08:00-12:00,14:00-18:00', NINE, '', '', '', '', ''],
    ],
    ['single days', 'Mo,We,Fr 09:00-18:00', [NINE, '', NINE, '', NINE, '', '']],
    ['a later rule over an earlier one', 'Mo-Fr 09:00-18:00; We off', [NINE, NINE, '', NINE, NINE, '', '']],
    ['a range over the end of the week', 'Sa-Mo 09:00-18:00', [NINE, '', '', '', '', NINE, NINE]],
    ['times without days', '09:00-18:00', [NINE, NINE, NINE, NINE, NINE, NINE, NINE]],
    ['an end past midnight', 'Fr 20:00-02:00', ['', '', '', '', '20:00-02:00', '', '']],
    ['round the clock', '24/7', Array.from({ length: 7 }, () => '00:00-24:00')],
    ['a semicolon at the end', 'Mo 09:00-18:00;', [NINE, '', '', '', '', '', '']],
  ])('reads %s', (_, rule, days) => {
    expect(written(rule)).toEqual(days);
  });

  test('keeps public holidays separate', () => {
    expect(parseWeek('Mo-Fr 09:00-18:00; PH off')?.holidays).toEqual([]);
    expect(parseWeek('Mo-Su,PH 10:00-12:00')?.holidays).toEqual([{ from: '10:00', to: '12:00' }]);
    expect(parseWeek('Mo-Fr 09:00-18:00')?.holidays).toBeNull();
  });

  test.each([
    'Apr-Sep Mo-Fr 09:00-18:00',
    'Mo-Fr sunrise-sunset',
    'Mo-Fr 09:00+',
    'Mo[1] 09:00-12:00',
    'week 1-53/2 Mo 09:00-12:00',
    '"nach Vereinbarung"',
    'Mo-Fr 09:00-18:00 || "auf Anfrage"',
    'Mo-Fr 09:00-18:00, Sa 10:00-12:00',
    'SH,PH off; Mo 25:00-26:00',
    '',
    ';',
  ])('leaves %j as written', (rule) => {
    expect(parseWeek(rule)).toBeNull();
  });
});
