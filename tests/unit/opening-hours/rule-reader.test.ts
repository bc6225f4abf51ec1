import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import fc from 'fast-check';
import { messageOf } from '#src/domain/messages';
import { checkOpeningRule } from '#src/domain/opening-rule';
import { ruleExcess } from '#src/domain/rule-excess';
import { finished } from '#src/opening-hours/domain/slices';
import { DAY_MS } from '#src/opening-hours/domain/wall-clock';
import { openingsOf, RULE_EVALUATED, RULE_SLICE, ruleReader } from '#src/opening-hours/rule-reader';
import { ruleWarnings } from '#src/opening-hours/rule-warnings';
import { anyRule, brokenRule, costlyListing, wordyRule } from '../../support/attacks/opening-rules';

jest.setTimeout(240_000);

const BERLIN = 'Europe/Berlin';
const DORTMUND = { federalState: 'DE-NW', centre: { latitude: 51.5142, longitude: 7.4653 } } as const;

const START = Date.UTC(2026, 10, 27);
const FRAME = { start: START, end: START + 67 * DAY_MS };
const TWO_YEARS = { start: START, end: START + 731 * DAY_MS };

const whole = (...asked: Parameters<typeof openingsOf>) => finished(openingsOf(...asked));

const enough = () => ({ left: Number.POSITIVE_INFINITY });

/** How often the library evaluates a rule in the meantime. */
function evaluationsIn(work: () => void): number {
  let count = 0;
  const listener = () => (count += 1);
  subscribe(RULE_EVALUATED, listener);
  try {
    work();
  } finally {
    unsubscribe(RULE_EVALUATED, listener);
  }
  return count;
}

describe('any text in place of a rule', () => {
  // Each of these once held the process up for seconds, minutes or for ever (opening_hours 3.15.0).
  const COSTLY = [
    ['spaces before it', `${' '.repeat(250)}x`],
    ['sun times all day', Array<string>(25).fill('dawn-dusk').join(',')],
    ['sun times with offsets', Array<string>(8).fill('(sunrise-01:00)-(sunset+01:00)').join(',')],
    ['nested open ends', Array<string>(22).fill('dawn-dusk+').join(',')],
    ['open ends that reach into the next day', Array<string>(11).fill('16:53-(sunset+18:38)+').join(',')],
    ['nested open ends of the clock', Array<string>(18).fill('01:04-02:10+').join(',')],
    [
      'every minute',
      Array.from(
        { length: 21 },
        (_none, at) => `${String(at + 1).padStart(2, '0')}:00-${String(at + 1).padStart(2, '0')}:30`,
      ).join(','),
    ],
    ['counted weekdays', Array<string>(20).fill('Sa[1-5,-1]').join(', ')],
    ['the same holiday again and again', Array<string>(60).fill('PH').join(';')],
    [
      'much of everything, which the library would have warnings about',
      'dusk-15:58,21:56-sunset,11:49-08:01,dawn-(dawn-02:03),11:42-07:12,sunrise-20:36,13:49-12:13,04:25-(sunset+04:49)',
    ],
  ] as const;

  it.each(COSTLY)('is read or given up: %s', (_what, rule) => {
    checkOpeningRule(rule, DORTMUND, 'de');
    ruleWarnings(rule, DORTMUND, 'de');
    const read = ruleReader(DORTMUND, BERLIN);
    for (const frame of [FRAME, TWO_YEARS]) {
      const { open, unknown } = read(rule, frame);
      for (const { start, end } of [...open, ...unknown]) {
        expect(start).toBeGreaterThanOrEqual(frame.start);
        expect(end).toBeLessThanOrEqual(frame.end);
      }
    }
  });

  it('is read or given up, and evaluated once', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const evaluations = evaluationsIn(() => {
          const [first, again] = [1, 2].map(() => whole(rule, DORTMUND, BERLIN, [FRAME], enough()));
          expect(again).toBe(first);
        });
        expect(evaluations).toBeLessThanOrEqual(1);
        const checked = checkOpeningRule(rule, DORTMUND, 'en');
        if (!checked.ok)
          expect(['hours-malformed', 'hours-too-complex', 'hours-too-wordy', 'text-too-long']).toContain(
            checked.reason,
          );
        ruleWarnings(rule, DORTMUND, 'en');
      }),
      { numRuns: 300 },
    );
  });

  it('that is not a rule says nothing: possibly open all the time', () => {
    const read = ruleReader(DORTMUND, BERLIN);
    fc.assert(
      fc.property(brokenRule, (rule) => {
        if (checkOpeningRule(rule, DORTMUND, 'de').ok) return;
        const { open, unknown } = read(rule, FRAME);
        expect(open.length === 0 ? unknown : open).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

it('equal rules for another place or frame are separate', () => {
  const rule = 'Mo-Fr 09:10-18:10; PH off';
  const munich = { federalState: 'DE-BY', centre: { latitude: 48.137, longitude: 11.575 } } as const;
  const evaluations = evaluationsIn(() => {
    whole(rule, DORTMUND, BERLIN, [TWO_YEARS], enough());
    whole(rule, munich, BERLIN, [TWO_YEARS], enough());
    whole(rule, munich, BERLIN, [FRAME, TWO_YEARS], enough());
    whole(` ${rule} `, munich, BERLIN, [FRAME, TWO_YEARS], enough());
  });
  expect(evaluations).toBe(3);
});

it.each([
  ['de', /18:00-22:00 statt 18:00\+/],
  ['en', /18:00-22:00 instead of 18:00\+/],
] as const)('what would block the parser is refused with advice, in %s', (language, wayOut) => {
  const checked = checkOpeningRule(Array<string>(9).fill('10:00-12:00+').join(','), DORTMUND, language);
  if (checked.ok) throw new Error('It is accepted.');
  expect(checked.reason).toBe('hours-too-complex');
  expect(messageOf(checked.reason, language, 'x', checked.details)).toMatch(wayOut);
});

it('a rule full of words that the parser would try to correct is refused unread', () => {
  fc.assert(
    fc.property(wordyRule, (rule) => {
      expect(ruleExcess(rule)).toMatchObject({ reason: 'hours-too-wordy' });
    }),
  );
});

it.each([
  'Montag, Dienstag, Mittwoch, Donnerstag, Freitag 10:00-18:00; Samstag 09:00-12:00; Sonntag geschlossen',
  `Mo-Fr 10:00-12:00 "${'nach Vereinbarung '.repeat(12)}"`,
  'Mar-Oct Mo[1],We[-1] 10:00-18:00+; week 1-53/2 Sa sunrise-(sunset+01:00); easter +1 day off || "Klingeln"',
])('what people write is read: %s', (rule) => {
  expect(ruleExcess(rule)).toBeUndefined();
});

it.each([
  ['de', /Anführungszeichen/],
  ['en', /in quotes/],
] as const)('wordy rules are refused with advice, in %s', (language, wayOut) => {
  const checked = checkOpeningRule(`${'bis'.repeat(81)}123456`, DORTMUND, language);
  if (checked.ok) throw new Error('It is accepted.');
  expect(messageOf(checked.reason, language, 'x', checked.details)).toMatch(wayOut);
});

describe('a rule is read in slices, so that nothing waits for all of it', () => {
  // What the library may do without a pause: a slice, and the step at its end.
  const MOST_DATES = 30_000;

  /** What the library does without a pause meanwhile, in dates. */
  function slicesIn(work: () => void): number[] {
    const slices: number[] = [];
    const listener = (message: unknown) => slices.push((message as { dates: number }).dates);
    subscribe(RULE_SLICE, listener);
    try {
      work();
    } finally {
      unsubscribe(RULE_SLICE, listener);
    }
    return slices;
  }

  it('with a pause after each but the last', () => {
    const [{ rule } = { rule: '' }] = costlyListing(1, 3);
    let pauses = 0;
    const work = enough();
    const slices = slicesIn(() => {
      for (const reading = openingsOf(rule, DORTMUND, BERLIN, [TWO_YEARS], work); !reading.next().done;)
        pauses += 1;
    });
    // The first is the parser's.
    expect(slices.length).toBeGreaterThan(5);
    expect(pauses).toBeGreaterThanOrEqual(slices.length - 3);
  });

  it('that are short, whatever the rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const slices = slicesIn(() => whole(rule, DORTMUND, BERLIN, [TWO_YEARS], enough()));
        expect(Math.max(0, ...slices)).toBeLessThanOrEqual(MOST_DATES);
      }),
      { numRuns: 200 },
    );
    for (const { rule } of costlyListing(40, 11)) {
      const slices = slicesIn(() => whole(rule, DORTMUND, BERLIN, [TWO_YEARS], enough()));
      expect(Math.max(0, ...slices)).toBeLessThanOrEqual(MOST_DATES);
    }
  });

  it('which give the same as all at once', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const [pausing, atOnce] = [ruleReader(DORTMUND, BERLIN), ruleReader(DORTMUND, BERLIN)];
        expect(finished(pausing.sliced(rule, FRAME))).toEqual(atOnce(rule, FRAME));
      }),
      { numRuns: 50 },
    );
  });
});

describe('rules that share their work', () => {
  const COSTLY = costlyListing(20, 7).map(({ rule }) => rule);

  it('are possibly open once it is used up, whatever was read before', () => {
    const read = () => {
      const reader = ruleReader(DORTMUND, BERLIN, 100_000);
      return COSTLY.map((rule) => reader(rule, FRAME));
    };
    let first: ReturnType<typeof read> = [];
    const evaluations = evaluationsIn(() => (first = read()));
    expect(evaluations).toBeLessThanOrEqual(6);
    // Read with more work in between, so that more is remembered.
    for (const rule of [...COSTLY].reverse()) whole(rule, DORTMUND, BERLIN, [FRAME], enough());
    expect(read()).toEqual(first);
    expect(first.at(-1)).toEqual({ open: [], unknown: [FRAME] });
  });

  it('never use more than there is, for any listing designed to be costly', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const work = { left: 50_000 };
        for (const { rule } of costlyListing(20, seed)) whole(rule, DORTMUND, BERLIN, [FRAME], work);
        expect(work.left).toBe(0);
      }),
      { numRuns: 3 },
    );
  });

  it('use none for rules the same reader has already read', () => {
    const read = ruleReader(DORTMUND, BERLIN, 30_000);
    const first = read('Mo-Fr 09:11-18:00; PH off', FRAME);
    for (let time = 0; time < 20; time += 1) expect(read('Mo-Fr 09:11-18:00; PH off', FRAME)).toBe(first);
    expect(read('Mo 09:00-10:00', FRAME).open).not.toEqual([]);
  });
});

describe('hours of a night belong to the day on which they begin', () => {
  const openIn = (rule: string, from: string, days = 7) => {
    const start = Date.parse(`${from}T00:00:00Z`);
    const [found] = whole(rule, DORTMUND, BERLIN, [{ start, end: start + days * DAY_MS }], enough()) ?? [];
    const shown = (at: number) => new Date(at).toISOString().slice(8, 16);
    return (found?.open ?? []).map((span) => `${shown(span.start)}/${shown(span.end)}`);
  };

  it.each([
    [
      'the next day has hours of its own',
      'Fr 22:00-04:00; Sa 22:00-05:00',
      ['06T22:00/07T04:00', '07T22:00/08T05:00'],
    ],
    ['the next day is closed', 'Fr 22:00-04:00; Sa off', ['06T22:00/07T04:00']],
    ['the closed day comes first', 'Sa off; Fr 22:00-04:00', ['06T22:00/07T04:00']],
    [
      'it is the night of a closed day',
      'Th-Sa 22:00-04:00; Fr off',
      ['05T22:00/06T04:00', '07T22:00/08T04:00'],
    ],
    [
      'that day has other hours',
      'Th-Sa 22:00-04:00; Fr 10:00-12:00',
      ['05T22:00/06T04:00', '06T10:00/06T12:00', '07T22:00/08T04:00'],
    ],
    ['the rules add up', 'Th 22:00-04:00, Fr 23:00-02:00', ['05T22:00/06T04:00', '06T23:00/07T02:00']],
    ['the morning is closed by name', 'Fr 22:00-04:00; Sa 02:00-06:00 off', ['06T22:00/07T02:00']],
    [
      'the night itself is closed',
      'Mo-Su 00:00-24:00; Fr 22:00-04:00 off',
      ['02T00:00/06T22:00', '07T04:00/09T00:00'],
    ],
    ['all else is closed', 'Fr 22:00-04:00 || off', ['06T22:00/07T04:00']],
  ])('where %s', (_what, rule, open) => {
    expect(openIn(rule, '2026-03-02')).toEqual(open);
  });

  it('before a public holiday', () => {
    expect(openIn('Mo-Fr 22:00-06:00; PH off', '2026-12-24', 3)).toEqual([
      '24T00:00/24T06:00',
      '24T22:00/25T06:00',
    ]);
  });
});

describe('an open end', () => {
  const at = (rule: string) => {
    const start = Date.UTC(2026, 2, 2);
    const [found] = whole(rule, DORTMUND, BERLIN, [{ start, end: start + 2 * DAY_MS }], enough()) ?? [];
    const shown = (spans: readonly { start: number; end: number }[] = []) =>
      spans.map((span) =>
        [span.start, span.end].map((one) => new Date(one).toISOString().slice(8, 16)).join('/'),
      );
    return { open: shown(found?.open), unknown: shown(found?.unknown) };
  };

  it.each([
    ['Mo 18:30+', ['02T18:30/02T22:30'], ['02T22:30/03T04:30']],
    ['Mo 22:00+; Tu 10:00-12:00', ['02T22:00/03T02:00', '03T10:00/03T12:00'], ['03T02:00/03T06:00']],
    ['Mo 15:00-18:00+', ['02T15:00/02T18:00'], ['02T18:00/03T04:00']],
    ['Mo "nach Absprache"', [], ['02T00:00/03T00:00']],
  ])('%s is open, and after some hours perhaps', (rule, open, unknown) => {
    expect(at(rule)).toEqual({ open, unknown });
  });
});
