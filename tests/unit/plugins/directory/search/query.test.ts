import fc from 'fast-check';
import { readCursor, writeCursor } from '#src/plugins/directory/server/src/domain/cursor';
import { parseDateTime, parseMoments } from '#src/plugins/directory/server/src/domain/moments';
import { understand } from '#src/plugins/directory/server/src/domain/phrase';
import {
  fingerprintText,
  parseSearch,
  SEARCH_PARAMETERS,
} from '#src/plugins/directory/server/src/domain/search-query';
import { instantIn } from '#src/plugins/directory/server/src/domain/zoned-time';

// A Saturday, 11:30 in Berlin
const now = new Date('2026-11-21T10:30:00Z');
const timeZone = 'Europe/Berlin';

const parse = (query: string) =>
  parseSearch(new URLSearchParams(query), {
    now,
    timeZone,
    locales: { codes: ['de', 'en', 'tr'], main: 'de' },
    types: ['business', 'offer'],
    // The south of the river is one district, the north another, and far away there is none.
    districtAt: ({ latitude }) => (latitude > 60 ? null : latitude > 51.5 ? 'nord' : 'sued'),
    allowed: SEARCH_PARAMETERS,
  });

const parsed = (query: string) => {
  const result = parse(query);
  if (!result.ok) throw new Error(result.problem.code);
  return result.query;
};

const phrase = (text: string) => understand(text, { now, timeZone, language: 'de' });

it('has one normal form for queries that mean the same', () => {
  const one = parsed('category=b,a&q=%20Blumen%20&page=2&service=');
  const other = parsed('q=Blumen&category=a,b,a&pageSize=10');
  expect(fingerprintText(one)).toBe(fingerprintText(other));
  expect(fingerprintText(one)).not.toBe(fingerprintText(parsed('q=Blumen&category=a')));
});

describe('who serves a place', () => {
  it.each([
    ['44263', { point: null, postcodes: ['44263'], districts: [] }],
    ['hoerde', { point: null, postcodes: [], districts: ['hoerde'] }],
    ['51.4,7.5', { point: { latitude: 51.4, longitude: 7.5 }, postcodes: [], districts: ['sued'] }],
    ['65,7.5', { point: { latitude: 65, longitude: 7.5 }, postcodes: [], districts: [] }],
    [
      ' 44263 , 51.6, hoerde,7.5,44263 ',
      {
        point: { latitude: 51.6, longitude: 7.5 },
        postcodes: ['44263'],
        districts: ['hoerde', 'nord'],
      },
    ],
    ['sued,51.4,7.5', { point: { latitude: 51.4, longitude: 7.5 }, postcodes: [], districts: ['sued'] }],
  ])('%j is read', (text, place) => {
    expect(parsed(new URLSearchParams({ serves: text }).toString()).serves).toEqual(place);
  });

  it.each([
    '51.4',
    '91,7',
    '51,181',
    '51,7,8',
    '4426',
    'Hörde',
    'a--b',
    ',',
    '51.4,7.5;44263',
    '44263 44265',
  ])('%j is refused, and the parameter is named', (text) => {
    expect(parse(new URLSearchParams({ serves: text }).toString())).toMatchObject({
      ok: false,
      problem: { parameter: 'serves', code: 'serves-malformed' },
    });
  });

  it('is the same question in any order of what is known', () => {
    const known = ['44263', '44265', 'hoerde', 'aplerbeck'];
    fc.assert(
      fc.property(fc.shuffledSubarray(known, { minLength: 1 }), (parts) => {
        const text = (list: string[]) => fingerprintText(parsed(`serves=${list.join(',')}`));
        expect(text(parts)).toBe(text([...parts].sort()));
      }),
    );
  });
});

it('an audience that does not exist is refused with those that do', () => {
  expect(parsed('audience=founder,consumer').audiences).toEqual(['consumer', 'founder']);
  expect(parse('audience=everyone')).toMatchObject({
    problem: {
      parameter: 'audience',
      code: 'audience-unknown',
      details: { audiences: expect.stringContaining('founder') as unknown },
    },
  });
});

it.each([
  ['', 'name'],
  ['q=a', 'relevance'],
  ['near=51,7', 'distance'],
  ['q=a&near=51,7', 'relevance'],
  ['q=a&sort=newest', 'newest'],
])('sorts %j by %s', (query, sort) => {
  expect(parsed(query).sort).toBe(sort);
});

it.each([
  ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
  ['2026-11-21T10:00:00+01:00', '2026-11-21T09:00:00.000Z'],
  ['2026-11-21T10:00:00 01:00', '2026-11-21T09:00:00.000Z'],
  ['2026-11-21T10:00', '2026-11-21T09:00:00.000Z'],
  ['2026-07-21T10:00', '2026-07-21T08:00:00.000Z'],
])('reads %s', (text, iso) => {
  expect(parseDateTime(text, timeZone)?.toISOString()).toBe(iso);
});

it.each(['2026-02-30T10:00', '2026-11-21', '10:00', '2026-11-21T24:30', '2026-11-21T10:00+99:00'])(
  'does not read %s',
  (text) => {
    expect(parseDateTime(text, timeZone)).toBeNull();
  },
);

it.each([
  ['a day', '2026-11-21', '2026-11-20T23:00:00.000Z', '2026-11-21T22:59:59.999Z'],
  ['the last day that can be written', '9999-12-31', '9999-12-30T23:00:00.000Z', '9999-12-31T22:59:59.999Z'],
])('validAt may be %s', (_what, validAt, from, to) => {
  const { valid } = parseMoments({ validAt }, { now, timeZone }) as { valid: { from: Date; to: Date } };
  expect([valid.from.toISOString(), valid.to.toISOString()]).toEqual([from, to]);
});

it('whatever moment is asked about is one, or is refused', () => {
  const two = fc.nat({ max: 99 }).map((number) => String(number).padStart(2, '0'));
  const year = fc.oneof(fc.nat({ max: 9999 }), fc.constantFrom(0, 1, 99, 100, 9999));
  const day = fc
    .tuple(year, fc.oneof(two, fc.constantFrom('01', '12')), fc.oneof(two, fc.constantFrom('01', '31')))
    .map(([y, m, d]) => `${String(y).padStart(4, '0')}-${m}-${d}`);
  const offset = fc.oneof(fc.constantFrom('', 'Z', '+14:00', '-14:00', '-00:01'));
  const text = fc.oneof(
    day,
    fc.tuple(day, two, two, offset).map(([d, h, m, o]) => `${d}T${h}:${m}${o}`),
  );
  for (const zone of [timeZone, 'Pacific/Kiritimati', 'Pacific/Niue'])
    fc.assert(
      fc.property(text, (validAt) => {
        const read = parseMoments({ validAt, openAt: validAt }, { now, timeZone: zone });
        const { valid } = 'problem' in read ? parseMomentsOfValid(validAt, zone) : read;
        for (const moment of valid ? [valid.from, valid.to] : []) expect(moment.toISOString()).toMatch(/T/);
      }),
      { numRuns: 500 },
    );
});

function parseMomentsOfValid(validAt: string, zone: string): { valid: { from: Date; to: Date } | null } {
  const read = parseMoments({ validAt }, { now, timeZone: zone });
  return 'problem' in read ? { valid: null } : read;
}

it('knows when clocks change', () => {
  // 02:30 is skipped in spring, and comes twice in autumn.
  expect(instantIn(timeZone, '2026-03-29', 150).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(instantIn(timeZone, '2026-10-25', 150).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(instantIn(timeZone, '2026-10-25', 1440).toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

it.each([
  ['apotheke offen sonntag', ['apotheke'], span('2026-11-21T23:00:00Z', '2026-11-22T22:59:59.999Z')],
  ['jetzt geöffnet blumen', ['blumen'], { from: now, to: now }],
  ['bäcker heute noch offen', ['bäcker'], span('2026-11-21T10:30:00Z', '2026-11-21T22:59:59.999Z')],
  ['pizza um 20 uhr offen', ['pizza'], span('2026-11-21T19:00:00Z', '2026-11-21T19:00:00Z')],
  ['kiosk nach 22 uhr geöffnet', ['kiosk'], span('2026-11-21T21:00:00Z', '2026-11-21T22:59:59.999Z')],
  ['café montag abend auf', ['café'], span('2026-11-23T17:00:00Z', '2026-11-23T20:59:59.999Z')],
])('%j means %j, open then', (text, words, open) => {
  expect(phrase(text)).toMatchObject({ words, open, perhaps: null });
});

it.each([
  ['Café Sonntag', ['Café'], ['Sonntag']],
  ['wochenmarkt samstags', ['wochenmarkt'], ['samstags']],
])('%j may mean a time or a name', (text, words, perhaps) => {
  expect(phrase(text)).toMatchObject({ words, open: null, perhaps: { words: perhaps } });
});

it.each(['Open Mind Studio', 'Haus der offenen Tür', 'Auf und Ab Outdoorshop'])(
  '%j means no time',
  (text) => {
    expect(phrase(text)).toMatchObject({ open: null, perhaps: null });
  },
);

it('recognises a service, and searches for fillers if there is nothing else', () => {
  expect(phrase('pizza lieferdienst').understood).toEqual([
    { text: 'lieferdienst', as: 'service', value: 'delivery' },
  ]);
  expect(phrase('wo gibt es').words).toEqual(['es']);
  expect(phrase('hier').words).toEqual(['hier']);
});

it('reads a cursor only for its own query, and no made-up one', () => {
  const key = { name: 'blumen', id: 'abc', score: 7, chord: 12.5, published: '2026-11-21 02:58:02.28+00' };
  const cursor = writeCursor({ key, words: ['blumen'], relaxed: false }, 'query');
  expect(readCursor(cursor, 'query')).toEqual({ key, words: ['blumen'], relaxed: false });
  expect(readCursor(cursor, 'other')).toBeNull();
  for (const made of ['', 'AAAA', 'W10', Buffer.from('{"a":1}').toString('base64url')])
    expect(readCursor(made, 'query')).toBeNull();
});

it.each([
  ['2026-01-01 10:00:00.123456+00', true],
  ['2026-01-01 10:00:00+05:30', true],
  ['2026-01-01 24:00:00+00', false],
  ['2026-01-01 10:60:00+00', false],
  ['2026-02-30 10:00:00+00', false],
  ['0000-01-01 10:00:00+00', false],
  ['2026-01-01 10:00:00+99', false],
])('a cursor with the moment %s is one: %s', (published, isCursor) => {
  const key = { name: 'a', id: 'b', score: 0, chord: null, published };
  const cursor = writeCursor({ key, words: null, relaxed: false }, 'query');
  expect(readCursor(cursor, 'query') !== null).toBe(isCursor);
});
