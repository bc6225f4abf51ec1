import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { expandEntries, expandServices, type HoursEntry } from '#src/opening-hours/domain/expand-hours';
import type { Span } from '#src/opening-hours/domain/spans';
import { DAY_MS, dayOf, instantsOf, startOfDay } from '#src/opening-hours/domain/wall-clock';
import { wallClockAt } from '#src/domain/wall-clock';
import { ruleReader } from '#src/opening-hours/rule-reader';

jest.setTimeout(180_000);

const BERLIN = 'Europe/Berlin';
const DORTMUND = { federalState: 'DE-NW', centre: { latitude: 51.5142, longitude: 7.4653 } } as const;
const MUNICH = { federalState: 'DE-BY', centre: { latitude: 48.137, longitude: 11.575 } } as const;

const reading = (text: string): number => Date.parse(`${text}:00Z`);
const shown = ({ start, end }: Span): string =>
  [start, end].map((at) => new Date(at).toISOString().slice(5, 16)).join(' – ');

/** The readings of the clock at which it is open, within a range of days. */
function open(
  entries: readonly HoursEntry[],
  from: string,
  until: string,
  place: typeof DORTMUND | typeof MUNICH = DORTMUND,
) {
  const frame = { start: reading(`${from}T00:00`) - 2 * DAY_MS, end: reading(`${until}T00:00`) };
  const within = { start: reading(`${from}T00:00`), end: frame.end };
  const { open: spans } = expandEntries(entries, ruleReader(place, BERLIN), frame);
  return spans
    .map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .filter(({ start, end }) => start < end)
    .map(shown);
}

describe('opening hours', () => {
  const REGULAR = { rule: 'Mo-Fr 08:00-12:00,14:00-18:00; PH off' };

  it.each<[string, HoursEntry[], string, string, string[]]>([
    [
      'follow the rule',
      [REGULAR],
      '2026-11-20',
      '2026-11-21',
      ['11-20T08:00 – 11-20T12:00', '11-20T14:00 – 11-20T18:00'],
    ],
    ['are none on public holidays that are off', [REGULAR], '2026-12-25', '2026-12-26', []],
    [
      'reach over midnight',
      [{ rule: 'Fr 22:00-03:00' }],
      '2026-11-20',
      '2026-11-22',
      ['11-20T22:00 – 11-21T03:00'],
    ],
    [
      'may begin the night before',
      [{ rule: 'Fr 22:00-03:00' }],
      '2026-11-21',
      '2026-11-22',
      ['11-21T00:00 – 11-21T03:00'],
    ],
    ['may have no end', [{ rule: '24/7' }], '2026-11-20', '2026-11-22', ['11-20T00:00 – 11-22T00:00']],
    [
      'know week numbers',
      [{ rule: 'week 48 Mo 10:00-11:00' }],
      '2026-11-16',
      '2026-12-07',
      ['11-23T10:00 – 11-23T11:00'],
    ],
    [
      'know fallbacks',
      [{ rule: 'Mo 10:00-12:00 || 13:00-14:00' }],
      '2026-11-23',
      '2026-11-24',
      ['11-23T10:00 – 11-23T12:00', '11-23T13:00 – 11-23T14:00'],
    ],
    [
      'are replaced on the days of a dated entry',
      [REGULAR, { rule: 'Mo-Fr 10:00-11:00', validFrom: '2026-11-23', validThrough: '2026-11-23' }],
      '2026-11-23',
      '2026-11-25',
      ['11-23T10:00 – 11-23T11:00', '11-24T08:00 – 11-24T12:00', '11-24T14:00 – 11-24T18:00'],
    ],
    [
      'are none on the days of a dated "off"',
      [REGULAR, { rule: 'off', validFrom: '2026-11-23', validThrough: '2026-11-24' }],
      '2026-11-23',
      '2026-11-25',
      [],
    ],
    [
      'of Friday night end on Saturday, though a dated entry closes Saturday',
      [{ rule: 'Fr,Sa 22:00-03:00' }, { rule: 'off', validFrom: '2026-11-21', validThrough: '2026-11-30' }],
      '2026-11-20',
      '2026-11-23',
      ['11-20T22:00 – 11-21T03:00'],
    ],
    [
      'begin after a closed time, not in the middle of the night that belonged to it',
      [{ rule: 'Fr 22:00-03:00' }, { rule: 'off', validThrough: '2026-11-20' }],
      '2026-11-20',
      '2026-11-22',
      [],
    ],
    [
      'of the shorter of two dated entries win',
      [
        REGULAR,
        { rule: '09:00-10:00', validFrom: '2026-11-01', validThrough: '2026-11-30' },
        { rule: '15:00-16:00', validFrom: '2026-11-23', validThrough: '2026-11-23' },
      ],
      '2026-11-23',
      '2026-11-25',
      ['11-23T15:00 – 11-23T16:00', '11-24T09:00 – 11-24T10:00'],
    ],
    [
      'of several regular entries add up',
      [{ rule: 'Mo 08:00-10:00' }, { rule: 'Mo 09:00-12:00' }],
      '2026-11-23',
      '2026-11-24',
      ['11-23T08:00 – 11-23T12:00'],
    ],
    [
      'with a comment only are unknown, not open',
      [{ rule: 'Mo 10:00-12:00 "nach Vereinbarung"' }],
      '2026-11-23',
      '2026-11-24',
      [],
    ],
  ])('%s', (_name, entries, from, until, expected) => {
    expect(open(entries, from, until)).toEqual(expected);
  });

  it('keep the holidays of the federal state', () => {
    // Epiphany is a holiday in Bavaria and a working day in North Rhine-Westphalia.
    expect(open([REGULAR], '2027-01-06', '2027-01-07', MUNICH)).toEqual([]);
    expect(open([REGULAR], '2027-01-06', '2027-01-07', DORTMUND)).toHaveLength(2);
  });

  it('distinguish "perhaps" from open and closed', () => {
    const frame = { start: reading('2026-11-23T00:00'), end: reading('2026-11-24T00:00') };
    const entries = [{ rule: 'Mo 08:00-10:00 open; Mo 10:00-12:00 unknown "nach Vereinbarung"' }];
    const { open: sure, unknown } = expandEntries(entries, ruleReader(DORTMUND, BERLIN), frame);
    expect([sure, unknown].map((spans) => spans.map(shown))).toEqual([[], ['11-23T10:00 – 11-23T12:00']]);
  });

  it('of several services are open when one is', () => {
    const frame = { start: reading('2026-11-23T00:00'), end: reading('2026-11-24T00:00') };
    const read = ruleReader(DORTMUND, BERLIN);
    const services = ['08:00-10:00', '09:00-12:00'].map((rule) => ({ entries: [{ rule }], read }));
    expect(expandServices(services, frame).open.map(shown)).toEqual(['11-23T08:00 – 11-23T12:00']);
  });
});

describe('the sun', () => {
  it('rises and sets by the city’s clock', () => {
    // The library's result in a process with the city's local time.
    expect(open([{ rule: 'sunrise-12:00' }], '2026-03-27', '2026-03-28')).toEqual([
      '03-27T06:17 – 03-27T12:00',
    ]);
    expect(open([{ rule: 'sunrise-12:00' }], '2026-06-21', '2026-06-22')).toEqual([
      '06-21T05:12 – 06-21T12:00',
    ]);
  });
});

describe('the city’s clock', () => {
  const instants = (rule: string, from: string, until: string) => {
    const frame = { start: reading(`${from}T00:00`) - DAY_MS, end: reading(`${until}T00:00`) + DAY_MS };
    const { open: spans } = ruleReader(DORTMUND, BERLIN)(rule, frame);
    const window = { start: startOfDay(BERLIN, from), end: startOfDay(BERLIN, until) };
    return instantsOf(BERLIN, spans, window).map(shown);
  };

  it.each([
    [
      'skips an hour in spring',
      '01:00-05:00',
      '2026-03-29',
      '2026-03-30',
      ['03-29T00:00 – 03-29T01:00', '03-29T01:00 – 03-29T03:00'],
    ],
    ['never shows what it skips', '02:10-02:50', '2026-03-29', '2026-03-30', []],
    [
      'shows an hour twice in autumn',
      '02:10-02:50',
      '2026-10-25',
      '2026-10-26',
      ['10-25T00:10 – 10-25T00:50', '10-25T01:10 – 10-25T01:50'],
    ],
    [
      'makes that night longer',
      '01:00-05:00',
      '2026-10-25',
      '2026-10-26',
      ['10-24T23:00 – 10-25T01:00', '10-25T01:00 – 10-25T04:00'],
    ],
  ])('%s', (_name, rule, from, until, expected) => {
    expect(instants(rule, from, until)).toEqual(expected);
  });

  it('begins a day at midnight, in summer and in winter', () => {
    expect(new Date(startOfDay(BERLIN, '2026-07-01')).toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(new Date(startOfDay(BERLIN, '2026-12-01')).toISOString()).toBe('2026-11-30T23:00:00.000Z');
    expect(dayOf(wallClockAt(BERLIN, Date.parse('2026-06-30T22:00:00Z')))).toBe('2026-07-01');
  });
});

/** The distinct rules of the city data. */
function realRules(): string[] {
  const rules = ['dortmund', 'kiel', 'lauf'].flatMap((city) => {
    const text = readFileSync(join(PROJECT_ROOT, 'data', 'cities', city, 'listings.geojson'), 'utf8');
    return [...text.matchAll(/"opening_hours":\s*("(?:[^"\\]|\\.)*")/g)].map(
      ([, rule]) => JSON.parse(rule ?? '""') as string,
    );
  });
  return [...new Set(rules)].sort();
}

/** Open ends, and nights beside other rules, are read otherwise than by the library (tests/unit/opening-hours). */
const isReadDifferently = (rule: string): boolean =>
  rule.includes('+') ||
  (rule.includes(';') &&
    [...rule.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].some(([, from = '', to = '']) => to <= from));

/**
 * Asks the library minute by minute, in a process whose local time is UTC, with the readings of the clock formatted by
 * Intl. Shares only the library with the code under test.
 */
const NAIVE = `
  const OpeningHours = require('opening_hours');
  const { rules, windows } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' });
  const place = { lat: '51.5142', lon: '7.4653', address: { country_code: 'de', state: 'Nordrhein-Westfalen' } };
  const minutes = windows.flatMap(({ start, end }) => {
    const all = [];
    for (let at = start; at < end; at += 60000) all.push(new Date(format.format(at).replace(' ', 'T') + ':00Z'));
    return all;
  });
  const states = (rule) => {
    let parsed;
    try { parsed = new OpeningHours(rule, place, { mode: 0, locale: 'de' }); } catch { return null; }
    return minutes.map((at) => (parsed.getState(at) ? 'o' : parsed.getUnknown(at) ? 'u' : '-')).join('');
  };
  process.stdout.write(JSON.stringify(rules.map(states)));
`;

describe('computed for real rules', () => {
  // Both nights in which the clocks change, and Christmas.
  const WINDOWS: Span[] = [
    { start: Date.parse('2026-03-27T23:00:00Z'), end: Date.parse('2026-03-30T22:00:00Z') },
    { start: Date.parse('2026-10-23T22:00:00Z'), end: Date.parse('2026-10-26T23:00:00Z') },
    { start: Date.parse('2026-12-23T23:00:00Z'), end: Date.parse('2026-12-26T23:00:00Z') },
  ];
  const HAND_MADE = [
    '24/7',
    'Mo-Su 22:00-02:30',
    'Mo-Su,PH 00:00-24:00',
    'off',
    'Mo-Fr 08:00-12:00 || unknown "?"',
    'week 1-53/2 Sa 10:00-14:00',
    'Su[-1] 02:00-04:00',
    'easter -2 days off; Mo-Su 10:00-12:00',
  ];
  // Every third, so that this takes seconds; all of them have been compared once (docs/directory.md).
  const every = Number(process.env['HOURS_TEST_EVERY'] ?? 3);
  // The sun in that other process would be by UTC; it has a separate test.
  const rules = [
    ...HAND_MADE,
    ...realRules().filter((rule, at) => at % every === 0 && !rule.includes('sun')),
  ];

  it('they are what the library says minute by minute', () => {
    const naive = JSON.parse(
      execFileSync(process.execPath, ['-e', NAIVE], {
        cwd: PROJECT_ROOT,
        env: { ...process.env, TZ: 'UTC' },
        input: JSON.stringify({ rules, windows: WINDOWS }),
        maxBuffer: 1e9,
        encoding: 'utf8',
      }),
    ) as (string | null)[];
    const read = ruleReader(DORTMUND, BERLIN);
    const states = (rule: string): string =>
      WINDOWS.map((window) => {
        const frame = { start: window.start - 3 * DAY_MS, end: window.end + 3 * DAY_MS };
        const { open: sure, unknown } = read(rule, frame);
        const [opened, perhaps] = [sure, unknown].map((spans) => instantsOf(BERLIN, spans, window));
        const holds = (spans: Span[] | undefined, at: number) =>
          spans?.some(({ start, end }) => start <= at && at < end);
        const minutes = Array.from(
          { length: (window.end - window.start) / 60_000 },
          (_none, at) => window.start + at * 60_000,
        );
        return minutes.map((at) => (holds(opened, at) ? 'o' : holds(perhaps, at) ? 'u' : '-')).join('');
      }).join('');
    const compared = rules.filter((rule) => !isReadDifferently(rule));
    const wrong = compared.filter((rule) => {
      const said = naive[rules.indexOf(rule)];
      return said !== null && said !== states(rule);
    });
    expect(compared.length).toBeGreaterThan(90);
    expect(wrong).toEqual([]);
  });

  it('they are the same wherever the server is', () => {
    const script = `
      const { ruleReader } = require('./src/opening-hours/rule-reader.ts');
      const read = ruleReader(${JSON.stringify(DORTMUND)}, '${BERLIN}');
      const rules = ${JSON.stringify(rules)};
      const frame = { start: Date.UTC(2026, 2, 1), end: Date.UTC(2026, 3, 1) };
      process.stdout.write(JSON.stringify(rules.map((rule) => read(rule, frame))));`;
    const [there, here] = ['America/New_York', 'UTC'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
        cwd: PROJECT_ROOT,
        env: { ...process.env, TZ },
        encoding: 'utf8',
        maxBuffer: 1e9,
      }),
    );
    expect(there).toBe(here);
  });
});

describe('any rule', () => {
  // A generator with a fixed seed (mulberry32): a failure can be repeated.
  const random = (seed: number) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const TOKENS = [
    'Mo',
    'Tu-Th',
    'Fr',
    'Sa,Su',
    'PH',
    'SH',
    'Su[1]',
    'Mo[-1]',
    'easter',
    'Jan',
    'Feb 29',
    'Dec 25-Jan 6',
    'week 1-53/2',
    '2026-2030/2',
    '1999',
    '00:00-24:00',
    '00:00-00:01',
    '23:59-24:01',
    '22:00-26:00',
    '08:00+',
    'sunrise-sunset',
    '(sunset+01:00)-02:00',
    '10:00-16:00/00:01',
    'off',
    'open',
    'unknown',
    '"x"',
    ';',
    ',',
    '||',
    '+1 day',
    '24/7',
    '-',
  ];

  it('is computed in bounded time, however odd', () => {
    const next = random(7);
    const read = ruleReader(DORTMUND, BERLIN);
    const frame = { start: Date.UTC(2026, 10, 1), end: Date.UTC(2027, 0, 3) };
    let slowest = 0;
    for (let at = 0; at < 2_000; at += 1) {
      const count = 1 + Math.floor(next() * 24);
      const rule = Array.from({ length: count }, () => TOKENS[Math.floor(next() * TOKENS.length)])
        .join(' ')
        .slice(0, 255);
      const before = performance.now();
      const dated = { rule: '10:00-11:00', validFrom: '2026-12-01', validThrough: '2026-12-03' };
      const { open: sure, unknown } = expandServices(
        [[{ rule }, dated], [{ rule: 'Mo 09:00-17:00' }]].map((entries) => ({ entries, read })),
        frame,
      );
      slowest = Math.max(slowest, performance.now() - before);
      for (const { start, end } of [...sure, ...unknown]) expect(start).toBeLessThan(end);
    }
    // 3,000 steps are the bound; a machine under load may take a second for them.
    expect(slowest).toBeLessThan(5_000);
  });
});
