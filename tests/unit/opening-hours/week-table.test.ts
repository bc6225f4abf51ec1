import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { ANYWHERE } from '#src/domain/opening-rule';
import {
  ruleOf,
  tidyTable,
  weekTableOf,
  type TableSpan,
  type WeekTable,
} from '#src/opening-hours/domain/week-table';
import { ruleReader } from '#src/opening-hours/rule-reader';

const read = ruleReader(ANYWHERE, 'Europe/Berlin');
const YEAR = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2027, 0, 1) };

const time = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((quarters) => {
    const minutes = quarters * 15;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });

const span: fc.Arbitrary<TableSpan> = fc
  .record({ from: time(0, 95), to: fc.option(time(0, 96), { freq: 5 }) })
  .filter(({ from, to }) => from !== to);
const spans = fc.array(span, { maxLength: 3 });
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));

const table: fc.Arbitrary<WeekTable> = fc.record({
  days: fc.tuple(spans, spans, spans, spans, spans, spans, spans),
  holidays: fc.option(spans),
  closed: fc.array(
    fc
      .tuple(day, day)
      .map(([one, other]) => ({ from: one < other ? one : other, through: one < other ? other : one })),
    { maxLength: 3 },
  ),
  special: fc.array(fc.record({ day, spans }), { maxLength: 3 }),
});

test('a table is what is read of its rule', () => {
  fc.assert(
    fc.property(table, (one) => {
      expect(weekTableOf(ruleOf(one))).toEqual(tidyTable(one));
      expect(tidyTable(tidyTable(one))).toEqual(tidyTable(one));
    }),
    { numRuns: 2_000 },
  );
});

const column = (path: string, name: string): string[] => {
  const [head = '', ...lines] = readFileSync(join(PROJECT_ROOT, path), 'utf8').trim().split('\n');
  const at = head.split('\t').indexOf(name);
  return lines.map((line) => line.split('\t')[at] ?? '').filter((rule) => rule !== '');
};

const ofCity = (city: string): string[] => {
  const text = readFileSync(join(PROJECT_ROOT, `data/cities/${city}/listings.geojson`), 'utf8');
  const { features } = JSON.parse(text) as { features: { properties: Record<string, string> }[] };
  return features.flatMap(({ properties }) => properties['opening_hours'] ?? []);
};

const RULES = new Set([
  ...column('tests/fixtures/opening-hours/german-hours-text.tsv', 'osm'),
  ...['dortmund', 'kiel', 'lauf'].flatMap(ofCity),
]);

test('a rule of a real place is shown as it is, or not at all', () => {
  const shown = [...RULES].filter((rule) => weekTableOf(rule) !== undefined);
  const other = shown.filter((rule) => {
    const again = ruleOf(weekTableOf(rule) as WeekTable);
    return JSON.stringify(read(again, YEAR)) !== JSON.stringify(read(rule, YEAR));
  });
  expect(other).toEqual([]);
  // Most of them can be edited in a table.
  expect(shown.length / RULES.size).toBeGreaterThan(0.85);
}, 120_000);

test.each([
  ['days in a row', 'Mo-Fr 09:00-18:00; Sa,Su 10:00-14:00'],
  ['nights', 'Fr,Sa 22:00-04:00'],
  ['an open end', 'Tu-Su 18:30+'],
  ['holidays', 'Mo-Sa 10:00-20:00; PH off'],
  ['a holiday of closing days', 'Mo-Fr 08:00-16:00; 2026 Aug 03-2026 Aug 21 off'],
  ['a special day', 'Mo-Fr 08:00-16:00; 2026 Dec 24 08:00-12:00'],
  ['never', 'off'],
  ['always', 'Mo-Su 00:00-24:00'],
])('keeps %s as written', (_what, rule) => {
  expect(ruleOf(weekTableOf(rule) as WeekTable)).toBe(rule);
});

test.each([
  ['24/7', 'Mo-Su 00:00-24:00'],
  ['Fr-Mo 9:00-12:30', 'Mo,Fr-Su 09:00-12:30'],
  ['We,Th 18:00-24:00, Fr 18:00-26:00', 'We,Th 18:00-24:00; Fr 18:00-02:00'],
  ['Mo off; Tu-Fr 09:00-12:00; PH closed', 'Tu-Fr 09:00-12:00; PH off'],
  ['2026 Dec 24-31 off', '2026 Dec 24-2026 Dec 31 off'],
])('%s becomes %s', (rule, written) => {
  expect(ruleOf(weekTableOf(rule) as WeekTable)).toBe(written);
});

test.each([
  ['what is asked for', 'Mo-Fr 09:00-13:00 || "nach Vereinbarung"'],
  ['a comment', 'Mo-Fr 09:00-13:00 "Hintereingang"'],
  ['a season', 'Mar-Dec Tu-Sa 14:00-19:00'],
  ['every year', 'Mo-Fr 09:00-13:00; Dec 24 off'],
  ['sunset', 'Mo-Su 09:00-sunset'],
  ['school holidays', 'Mo-Fr 09:00-13:00; SH off'],
  ['weekdays that go before holidays', 'PH off; Mo-Fr 09:00-13:00'],
  ['hours that are added', 'Mo-Fr 09:00-13:00, Mo 14:00-18:00'],
  ['holidays that are added', 'Mo-Sa 15:00+, Su,PH 11:00+'],
  ['the first Monday', 'Mo[1] 09:00-13:00'],
  ['weeks', 'week 2-53/2 Mo 09:00-12:00'],
  ['a day that does not exist', '2026 Feb 30 off'],
  ['a span of no time', 'Mo 09:00-09:00'],
  ['words', 'nach Vereinbarung'],
  ['nothing', ''],
])('cannot show %s', (_what, rule) => {
  expect(weekTableOf(rule)).toBeUndefined();
});
