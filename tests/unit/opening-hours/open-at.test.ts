import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { wallClockAt } from '#src/domain/wall-clock';
import { toSchemaOrg } from '#src/listing/domain/schema-org/to-schema-org';
import type { Listing } from '#src/listing/index';
import { expandEntries, type HoursEntry } from '#src/opening-hours/domain/expand-hours';
import type { Span } from '#src/opening-hours/domain/spans';
import { DAY_MS, dayOf, HOUR_MS, instantsOf } from '#src/opening-hours/domain/wall-clock';
import { ruleReader } from '#src/opening-hours/rule-reader';
import { DORTMUND } from '../../support/opening-weeks';
import { openBySchemaOrg, type Specifications } from '../../support/schema-org-hours';

jest.setTimeout(240_000);

const BERLIN = 'Europe/Berlin';
const NOW = new Date('2026-11-30T10:00:00Z');

/** This year and the next, for which JSON-LD has the holidays. */
const YEARS: Span = { start: Date.UTC(2026, 0, 1), end: Date.UTC(2028, 0, 1) };

function specificationsOf(hours: readonly HoursEntry[]): Specifications {
  const entry = {
    documentId: 'x',
    name: 'Muster',
    hours: hours.map((one) => ({ ...one, service: 'on-site' })),
  };
  const listing: Listing = {
    uid: 'api::business.business',
    type: 'business',
    documentId: 'x',
    slug: 'muster',
    business: undefined,
    locales: ['de'],
    entries: { de: entry },
    syndicated: true,
    facts: { categories: [], district: null, postcode: null, point: null },
    firstPublishedAt: null,
    publicUntil: null,
  };
  return toSchemaOrg(listing, {
    language: 'de',
    urlOf: () => 'https://stadt.example/x',
    origin: 'https://stadt.example',
    now: NOW,
    place: DORTMUND,
  });
}

// As many days as the directory works out ahead.
const DAYS_AHEAD = 63;

/** The directory's answer, from the spans of instants that it stores. */
function directoryOf(hours: readonly HoursEntry[]): (instant: number) => 'open' | 'perhaps' | 'closed' {
  const windows: { frame: Span; sure: Span[]; perhaps: Span[] }[] = [];
  for (let { start } = YEARS; start < YEARS.end; start += DAYS_AHEAD * DAY_MS) {
    const frame = { start, end: start + DAYS_AHEAD * DAY_MS };
    const wider = { start: frame.start - 3 * DAY_MS, end: frame.end + 3 * DAY_MS };
    const { open, unknown } = expandEntries(hours, ruleReader(DORTMUND, BERLIN), wider);
    const [sure = [], perhaps = []] = [open, unknown].map((spans) => instantsOf(BERLIN, spans, frame));
    windows.push({ frame, sure, perhaps });
  }
  const holds = (spans: readonly Span[], at: number) =>
    spans.some(({ start, end }) => start <= at && at < end);
  return (at) => {
    const window = windows.find(({ frame }) => holds([frame], at));
    if (!window) throw new Error(`${at} is in no window.`);
    return holds(window.sure, at) ? 'open' : holds(window.perhaps, at) ? 'perhaps' : 'closed';
  };
}

/** Whether both may be true of a moment: who is not sure contradicts nobody who says closed. */
const agree = (directory: string, jsonLd: string): boolean =>
  directory === jsonLd || (directory !== 'open' && jsonLd !== 'open');

const clock = (at: number) => new Date(wallClockAt(BERLIN, at)).toISOString().slice(0, 16);

function differences(hours: readonly HoursEntry[], instants: readonly number[]): string[] {
  const [specifications, directory] = [specificationsOf(hours), directoryOf(hours)];
  return instants.flatMap((at) => {
    const [there, here] = [directory(at), openBySchemaOrg(specifications, wallClockAt(BERLIN, at))];
    return agree(there, here) ? [] : [`${clock(at)}: directory ${there}, JSON-LD ${here}`];
  });
}

/** Each half hour around changes of the clocks, holidays, ends of years and months. */
const TELLING = [
  '2026-03-28',
  '2026-10-24',
  '2027-03-27',
  '2027-10-30',
  '2026-04-03',
  '2026-05-01',
  '2026-10-31',
  '2026-12-23',
  '2026-12-31',
  '2027-05-16',
].flatMap((day) =>
  Array.from({ length: 144 }, (_none, at) => Date.parse(`${day}T00:00:00+01:00`) + (at * HOUR_MS) / 2),
);

const anyInstant = fc
  .integer({ min: Date.UTC(2026, 0, 4) / 60_000, max: Date.UTC(2027, 11, 28) / 60_000 })
  .map((at) => at * 60_000);

/** The distinct rules of the city data that do not depend on the sun: its times are other ones each day. */
const realRules = (): string[] =>
  [
    ...new Set(
      ['dortmund', 'kiel', 'lauf'].flatMap((city) => {
        const text = readFileSync(join(PROJECT_ROOT, 'data', 'cities', city, 'listings.geojson'), 'utf8');
        return [...text.matchAll(/"opening_hours":\s*("(?:[^"\\]|\\.)*")/g)].map(
          ([, rule]) => JSON.parse(rule ?? '""') as string,
        );
      }),
    ),
  ]
    .filter((rule) => !/sunrise|sunset|dawn|dusk/.test(rule))
    .sort();

describe('directory and JSON-LD say the same of', () => {
  // Every fifth, so that this takes seconds; all of them have been compared once.
  const every = Number(process.env['HOURS_TEST_EVERY'] ?? 5);

  it('the rules of the city data', () => {
    const wrong = realRules()
      .filter((_rule, at) => at % every === 0)
      .flatMap((rule) => {
        const instants = [...TELLING, ...fc.sample(anyInstant, { numRuns: 100, seed: 12 })];
        const found = differences([{ rule }], instants);
        return found.length > 0 ? [{ rule, found: found.slice(0, 3), count: found.length }] : [];
      });
    expect(wrong).toEqual([]);
  });

  const RULES = [
    'Mo-Fr 08:00-18:00; PH off',
    'Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-13:00',
    'Mo-Sa 07:00-12:00',
    'Mo-Su 10:00-20:00; PH 11:00-15:00',
    'Fr 22:00-04:00; Sa 22:00-05:00; Su 10:00-14:00',
    'Mo-Fr 22:00-06:00; PH off',
    'Mo-We 10:00-01:00; Th,Fr 10:00-03:00; Sa 12:00-03:00; Su 12:00-01:00',
    'Mo 10:00-24:00; Tu 00:00-12:00',
    'Fr 20:00-24:00; Sa,Su 00:00-24:00',
    '24/7',
    'off',
    'Mo-Su 18:30+',
    'Tu-Su 11:30-14:00,17:30+; Mo off',
    'Apr-Oct Mo-Su 10:00-18:00; Nov-Mar Sa,Su 11:00-16:00',
    'Mo-Fr 09:00-18:00; Dec 24,Dec 31 09:00-12:00; Dec 25-Dec 26 off',
    'week 1-53/2 Sa 10:00-14:00',
    'Sa[1] 10:00-13:00; Mo-Fr 09:00-17:00',
    'Mo-Fr 09:00-17:00; easter -2 days off',
    'Mo-Fr 14:00-18:00; SH Mo-Fr 10:00-18:00',
    'Mo-Fr 09:00-12:00 || "nach Vereinbarung"',
    '"nach Vereinbarung"',
  ] as const;

  const day = fc.integer({ min: -40, max: 60 }).map((days) => dayOf(Date.UTC(2026, 11, 20), days));
  const entry = fc.record({ rule: fc.constantFrom(...RULES) });
  const dated = fc
    .record({
      rule: fc.constantFrom(...RULES),
      ends: fc.tuple(day, day),
      open: fc.constantFrom('no', 'no', 'no', 'start', 'end'),
    })
    .map(({ rule, ends, open }): HoursEntry => {
      const [validFrom, validThrough] = [...ends].sort();
      return {
        rule,
        validFrom: open === 'start' ? null : validFrom,
        validThrough: open === 'end' ? null : validThrough,
      };
    });
  const service = fc
    .tuple(fc.array(entry, { minLength: 1, maxLength: 2 }), fc.array(dated, { maxLength: 3 }))
    .chain((parts) => fc.shuffledSubarray(parts.flat(), { minLength: parts.flat().length }));
  const around = fc
    .integer({ min: -45 * 48, max: 65 * 48 })
    .map((at) => Date.UTC(2026, 11, 20) + (at * HOUR_MS) / 2);

  it('regular and dated entries together', () => {
    fc.assert(
      fc.property(
        service,
        fc.array(fc.oneof(around, anyInstant), { minLength: 60, maxLength: 60 }),
        (hours, instants) => {
          expect(differences(hours, [...instants, ...TELLING.slice(-432)])).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('a bakery that is open at Christmas only in the mornings', () => {
    const hours = [
      { rule: 'Mo-Fr 06:30-18:00; PH off' },
      { rule: 'Mo-Sa 07:00-12:00', validFrom: '2026-12-19', validThrough: '2027-01-16' },
    ];
    const specifications = specificationsOf(hours);
    const at = (moment: string) => openBySchemaOrg(specifications, Date.parse(`${moment}:00Z`));
    expect([at('2026-12-18T15:00'), at('2026-12-23T15:00'), at('2027-01-18T15:00')]).toEqual([
      'open',
      'closed',
      'open',
    ]);
    expect([at('2026-12-25T08:00'), at('2027-01-01T08:00'), at('2027-03-26T08:00')]).toEqual([
      'open',
      'open',
      'closed',
    ]);
    // Who adds up what holds on the day gets the same, without looking at what is special.
    expect(
      openBySchemaOrg(
        { ...specifications, specialOpeningHoursSpecification: [] },
        Date.parse('2026-12-23T15:00:00Z'),
      ),
    ).toBe('closed');
  });
});
