import fc from 'fast-check';
import {
  isAlwaysOpen,
  stateInWords,
  weekInWords,
  type KnownHours,
} from '#src/opening-hours/domain/hours-in-words';
import { LANGUAGES } from '#src/languages/language';
import { holidaysOf } from '#src/opening-hours/holidays';

const at = (moment: string): number => Date.parse(`${moment}:00Z`);

// A Monday.
const NOW = at('2026-11-30T12:00');

describe('whether something is open, in a sentence', () => {
  it.each([
    ['2026-11-30T18:00', 'Heute bis 18 Uhr geöffnet', 'Open today until 6 pm'],
    ['2026-11-30T18:30', 'Heute bis 18:30 Uhr geöffnet', 'Open today until 6:30 pm'],
    ['2026-12-01T00:00', 'Heute bis 24 Uhr geöffnet', 'Open today until midnight'],
    ['2026-12-01T02:00', 'Heute bis 2 Uhr nachts geöffnet', 'Open tonight until 2 am'],
    ['2026-12-01T14:00', 'Geöffnet bis morgen, 14 Uhr', 'Open until 2 pm tomorrow'],
    ['2026-12-04T12:00', 'Geöffnet bis Freitag, 12 Uhr', 'Open until noon on Friday'],
    ['2026-12-05T00:00', 'Geöffnet bis Freitag, 24 Uhr', 'Open until midnight on Friday'],
    ['2026-12-24T12:00', 'Geöffnet bis 24. Dezember, 12 Uhr', 'Open until noon on 24 December'],
    [null, 'Jetzt geöffnet', 'Open now'],
  ])('open until %s', (change, de, en) => {
    const state = { openNow: true, nextChange: change === null ? null : at(change) };
    expect(LANGUAGES.map((language) => stateInWords(state, NOW, language))).toEqual([de, en]);
  });

  it.each([
    ['2026-11-30T14:00', 'Geschlossen, öffnet heute um 14 Uhr', 'Closed, opens at 2 pm today'],
    ['2026-12-01T09:00', 'Geschlossen, öffnet morgen um 9 Uhr', 'Closed, opens at 9 am tomorrow'],
    [
      '2026-12-02T09:15',
      'Geschlossen, öffnet am Mittwoch um 9:15 Uhr',
      'Closed, opens at 9:15 am on Wednesday',
    ],
    [
      '2026-12-07T09:00',
      'Geschlossen, öffnet am 7. Dezember um 9 Uhr',
      'Closed, opens at 9 am on 7 December',
    ],
    [null, 'Zurzeit geschlossen', 'Closed at the moment'],
  ])('closed until %s', (change, de, en) => {
    const state = { openNow: false, nextChange: change === null ? null : at(change) };
    expect(LANGUAGES.map((language) => stateInWords(state, NOW, language))).toEqual([de, en]);
  });

  it('says when nobody knows', () => {
    expect(stateInWords({ openNow: null, nextChange: null }, NOW, 'de')).toBe(
      'Vielleicht geöffnet, bitte vorher anfragen',
    );
  });
});

const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

describe('a week in words', () => {
  const hours: KnownHours = {
    open: [
      span('2026-11-30T09:00', '2026-11-30T12:00'),
      span('2026-11-30T14:00', '2026-11-30T18:30'),
      span('2026-12-01T20:00', '2026-12-02T02:00'),
      span('2026-12-03T00:00', '2026-12-04T00:00'),
      span('2026-12-05T18:00', '2026-12-05T22:00'),
    ],
    unknown: [span('2026-12-04T09:00', '2026-12-04T12:00'), span('2026-12-05T22:00', '2026-12-06T04:00')],
  };
  const options = {
    now: NOW,
    holidays: new Map([['2026-12-02', 'Maifeiertag']]),
    isSpecial: (day: string) => day === '2026-12-04',
  };

  it('has each day from today on, with what is special about it', () => {
    const week = weekInWords(hours, { ...options, language: 'de' });
    expect(week.map(({ weekday, times, note = '' }) => `${weekday}: ${times} ${note}`.trim())).toEqual([
      'Montag: 9–12 und 14–18:30 Uhr',
      'Dienstag: 20–2 Uhr',
      'Mittwoch: geschlossen Tag der Arbeit',
      'Donnerstag: rund um die Uhr',
      'Freitag: nach Vereinbarung Sonderöffnungszeit',
      'Samstag: 18–22 Uhr oder länger',
      'Sonntag: geschlossen',
    ]);
    expect(week[0]).toMatchObject({ day: '2026-11-30', date: '30. November', isToday: true });
  });

  it('is said in English', () => {
    const [monday, , wednesday] = weekInWords(hours, { ...options, language: 'en' });
    expect(monday?.times).toBe('9 am to noon and 2 pm to 6:30 pm');
    expect(wednesday).toMatchObject({ weekday: 'Wednesday', note: 'Labour Day', times: 'closed' });
  });

  it('shows every opening that begins in it once, whatever it is', () => {
    const minutes = fc.integer({ min: 0, max: 7 * 24 * 60 - 1 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 23 * 60 }), (begin, length) => {
        const start = at('2026-11-30T00:00') + begin * 60_000;
        const open = [{ start, end: start + length * 60_000 }];
        const week = weekInWords({ open, unknown: [] }, { ...options, language: 'de' });
        const shown = week.flatMap(({ times }, day) => (times === 'geschlossen' ? [] : [day]));
        expect(shown).toEqual([Math.floor(begin / (24 * 60))]);
      }),
    );
  });
});

it('is open around the clock only if it never closes in the week', () => {
  const always = { open: [span('2026-11-29T00:00', '2026-12-08T00:00')], unknown: [] };
  const nearly = { open: [span('2026-11-29T00:00', '2026-12-06T23:59')], unknown: [] };
  expect([isAlwaysOpen(always, NOW), isAlwaysOpen(nearly, NOW)]).toEqual([true, false]);
});

it('knows the holidays of a federal state', () => {
  const place = (federalState: 'DE-NW' | 'DE-BY') => ({
    federalState,
    centre: { latitude: 51.5, longitude: 7.4 },
  });
  const first = at('2026-12-24T00:00');
  expect([...holidaysOf(place('DE-NW'), 'Europe/Berlin', first, 10)]).toEqual([
    ['2026-12-25', '1. Weihnachtstag'],
    ['2026-12-26', '2. Weihnachtstag'],
    ['2027-01-01', 'Neujahr'],
  ]);
  const epiphany = at('2027-01-06T00:00');
  expect(holidaysOf(place('DE-BY'), 'Europe/Berlin', epiphany, 1).get('2027-01-06')).toBe(
    'Heilige Drei Könige',
  );
  expect(holidaysOf(place('DE-NW'), 'Europe/Berlin', epiphany, 1).size).toBe(0);
});
