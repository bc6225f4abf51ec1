import { checkLatitude, checkLongitude, checkNearCity, distanceKm } from '#src/domain/geo';
import { checkLanguageTag } from '#src/domain/language-tag';
import { checkCurrency, checkMinorUnits, checkQuantity } from '#src/domain/money';
import { checkOpeningRule } from '#src/domain/opening-rule';
import { knownOpeningRule } from '#src/opening-hours/known-rule';
import { checkPeriod, dayIn, isCalendarDay, isCalendarMoment } from '#src/domain/period';

const DORTMUND = { latitude: 51.5136, longitude: 7.4653 };

describe('a point', () => {
  test.each([
    ['latitude', checkLatitude, 90, true],
    ['latitude', checkLatitude, -90.0001, false],
    ['latitude', checkLatitude, Number.NaN, false],
    ['latitude', checkLatitude, '51.5', false],
    ['longitude', checkLongitude, -180, true],
    ['longitude', checkLongitude, 180.5, false],
    ['longitude', checkLongitude, Infinity, false],
  ])('with the %s %p %p is in range: %p', (_name, check, value, ok) => {
    expect(check(value).ok).toBe(ok);
  });

  test('is 111.195 km from the point one degree to the north: a 360th of the circumference', () => {
    expect(distanceKm(DORTMUND, { ...DORTMUND, latitude: DORTMUND.latitude + 1 })).toBeCloseTo(111.195, 3);
  });

  test.each([
    ['in the city', { latitude: 51.4996, longitude: 7.5495 }, true],
    ['49.9 km away', { latitude: DORTMUND.latitude + 49.9 / 111.195, longitude: DORTMUND.longitude }, true],
    ['50.1 km away', { latitude: DORTMUND.latitude + 50.1 / 111.195, longitude: DORTMUND.longitude }, false],
    ['swapped', { latitude: 7.5495, longitude: 51.4996 }, false],
  ])('%s is near the city: %#', (_case, point, ok) => {
    expect(checkNearCity(point, DORTMUND).ok).toBe(ok);
  });
});

describe('an amount', () => {
  test.each([
    [0, true],
    [1250, true],
    [2_147_483_647, true],
    [2_147_483_648, false],
    [-1, false],
    [12.5, false],
    ['1250', false],
    [Number.NaN, false],
  ])('of %p is accepted: %p', (value, ok) => {
    expect(checkMinorUnits(value).ok).toBe(ok);
  });

  test('of rewards may be 0, sold out, and is never negative', () => {
    expect([checkQuantity(0).ok, checkQuantity(-1).ok, checkQuantity(1.5).ok]).toEqual([true, false, false]);
  });

  test.each([
    ['EUR', 'EUR'],
    ['chf', 'CHF'],
    ['EURO', null],
    ['XYZ', null],
  ])('in %p has the currency %p', (given, expected) => {
    const checked = checkCurrency(given);
    expect(checked.ok ? checked.value : null).toBe(expected);
  });
});

describe('a period', () => {
  test.each([
    ['one day', '2026-01-01', '2026-01-01', true],
    ['forwards', '2026-01-01', '2026-12-31', true],
    ['backwards', '2026-02-01', '2026-01-31', false],
    ['open at its end', '2026-02-01', null, true],
    ['open at its start', undefined, '2026-01-31', true],
    ['backwards by the hour', '2026-01-01T12:00:00Z', '2026-01-01T11:00:00Z', false],
    ['backwards over time zones', '2026-01-01T12:00:00+01:00', '2026-01-01T10:30:00Z', false],
    ['Dates', new Date('2026-01-01'), new Date('2026-01-02'), true],
    ['from a moment to the day it is on', '2026-01-02T09:00:00Z', '2026-01-02', true],
    ['from a moment to the day before', '2026-01-02T09:00:00Z', '2026-01-01', false],
    ['from a day to a moment on it', '2026-01-02', '2026-01-01T23:30:00Z', true],
    ['from a day to a moment before it', '2026-01-02', '2026-01-01T22:30:00Z', false],
    ['from a Date to the day it is on in the city', new Date('2026-01-01T23:30:00Z'), '2026-01-02', true],
    ['from a Date to the day it is on elsewhere', new Date('2026-01-01T23:30:00Z'), '2026-01-01', false],
  ])('that runs %s: %#', (_case, start, end, ok) => {
    expect(checkPeriod(start, end, 'Europe/Berlin').ok).toBe(ok);
  });

  test('knows which days exist', () => {
    const days = ['2026-02-28', '9999-12-31', '2026-02-30', '0000-01-01', '2026-2-1', 'morgen'];
    expect(days.filter(isCalendarDay)).toEqual(['2026-02-28', '9999-12-31']);
  });

  test('knows which moments can be written', () => {
    const moments = [
      '2026-02-28T10:00:00Z',
      '9999-12-31T23:59:59Z',
      '9999-12-31T23:59:59-01:00',
      '0000-12-31T00:00:00Z',
    ];
    expect([...moments, 'morgen'].filter(isCalendarMoment)).toEqual(moments.slice(0, 2));
  });

  test('begins its day by local time in the city', () => {
    expect(dayIn('Europe/Berlin', new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
  });
});

describe('an opening rule', () => {
  const place = { federalState: 'DE-NW' as const, centre: DORTMUND };

  test.each([
    'Mo-Fr 08:00-18:00; PH off',
    'Mo-Su,PH 00:00-24:00',
    '24/7',
    'SH off',
    '"nach Absprache"',
    'sunrise-sunset',
  ])('%s is read', (rule) => {
    expect(checkOpeningRule(rule, place, 'de')).toEqual({ ok: true, value: rule });
  });

  test.each([
    ['de', 'Unerwartetes Zeichen'],
    ['en', 'Unexpected token'],
  ] as const)('that cannot be read is refused, with the problem in the language %s', (language, problem) => {
    expect(checkOpeningRule('foo', place, language)).toMatchObject({
      ok: false,
      reason: 'hours-malformed',
      details: { found: 'foo', problem: expect.stringContaining(problem) as string },
    });
  });

  test.each([
    ['may mean something else', 'Mo-Fr 09:00-18:00 Sa 09:00-14:00', 'Mo-Fr 09:00-18:00; Sa 09:00-14:00'],
    ['is German', 'Mo-Do 8-17 Uhr Fr 8-14 Uhr', 'Mo-Th 08:00-17:00; Fr 08:00-14:00'],
    [
      'is never open',
      'Mo-Fr: 08:00-18:30 Sa: 08:00-16:00 So: geschlossen',
      'Su off; Mo-Fr 08:00-18:30; Sa 08:00-16:00',
    ],
    ['has no times', 'We,Sa', undefined],
    ['is open all day on its days only', '24/7; Mo 10:00-12:00', undefined],
  ])('that %s is refused, with what is meant where that is clear', (_what, rule, meant) => {
    expect(checkOpeningRule(rule, place, 'de').ok).toBe(true);
    const checked = knownOpeningRule(rule, place, 'de');
    expect(checked).toMatchObject({ ok: false, reason: 'hours-doubtful', details: { found: rule } });
    expect(!checked.ok && checked.suggestions?.[0]).toBe(meant);
  });

  test.each([
    'Mo-Fr 22:00-06:00; PH off',
    'Fr 22:00-04:00; Sa 22:00-05:00',
    '24/7',
    '24/7 "Klingeln; bitte"',
    'Mo-Fr 09:00-18:00 || "nach Absprache"',
    'Mo-Sa 18:00+; PH off',
  ])('%s is accepted', (rule) => {
    expect(knownOpeningRule(rule, place, 'de')).toEqual({ ok: true, value: rule });
  });

  test('of nothing is refused', () => {
    expect(checkOpeningRule(' ', place, 'de').ok).toBe(false);
  });
});

test.each([
  ['de', 'de'],
  ['DE-de', 'de-DE'],
  ['tr', 'tr'],
  ['zh-hans', 'zh-Hans'],
  ['deutsch', null],
  ['xx', null],
  ['', null],
  [5, null],
])('the language tag %p becomes %p', (given, expected) => {
  const checked = checkLanguageTag(given);
  expect(checked.ok ? checked.value : null).toBe(expected);
});
