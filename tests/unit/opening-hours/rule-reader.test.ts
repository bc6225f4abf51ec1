import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import fc from 'fast-check';
import { messageOf } from '../../../src/domain/messages';
import { checkOpeningRule } from '../../../src/domain/opening-rule';
import { DAY_MS } from '../../../src/opening-hours/domain/wall-clock';
import { openingsOf, RULE_EVALUATED, ruleReader } from '../../../src/opening-hours/rule-reader';
import { ruleWarnings } from '../../../src/opening-hours/rule-warnings';
import { anyRule, brokenRule } from '../../support/attacks/opening-rules';

jest.setTimeout(240_000);

const BERLIN = 'Europe/Berlin';
const DORTMUND = { federalState: 'DE-NW', centre: { latitude: 51.5142, longitude: 7.4653 } } as const;

const START = Date.UTC(2026, 10, 27);
const FRAME = { start: START, end: START + 67 * DAY_MS };
const TWO_YEARS = { start: START, end: START + 731 * DAY_MS };

/** How often the library evaluates a rule meanwhile. */
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

describe('any text that stands where a rule is expected', () => {
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
          const [first, again] = [1, 2].map(() => openingsOf(rule, DORTMUND, BERLIN, [FRAME]));
          expect(again).toBe(first);
        });
        expect(evaluations).toBeLessThanOrEqual(1);
        const checked = checkOpeningRule(rule, DORTMUND, 'en');
        if (!checked.ok)
          expect(['hours-malformed', 'hours-too-complex', 'text-too-long']).toContain(checked.reason);
        ruleWarnings(rule, DORTMUND, 'en');
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing where it is no rule: perhaps open all the time', () => {
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

it('equal rules of another place or frame are rules of their own', () => {
  const rule = 'Mo-Fr 09:10-18:10; PH off';
  const munich = { federalState: 'DE-BY', centre: { latitude: 48.137, longitude: 11.575 } } as const;
  const evaluations = evaluationsIn(() => {
    openingsOf(rule, DORTMUND, BERLIN, [TWO_YEARS]);
    openingsOf(rule, munich, BERLIN, [TWO_YEARS]);
    openingsOf(rule, munich, BERLIN, [FRAME, TWO_YEARS]);
    openingsOf(` ${rule} `, munich, BERLIN, [FRAME, TWO_YEARS]);
  });
  expect(evaluations).toBe(3);
});

it.each([
  ['de', /18:00-22:00 statt 18:00\+/],
  ['en', /18:00-22:00 instead of 18:00\+/],
] as const)('what would hold the parser up is refused with a way out, in %s', (language, wayOut) => {
  const checked = checkOpeningRule(Array<string>(9).fill('10:00-12:00+').join(','), DORTMUND, language);
  if (checked.ok) throw new Error('It is accepted.');
  expect(checked.reason).toBe('hours-too-complex');
  expect(messageOf(checked.reason, language, 'x', checked.details)).toMatch(wayOut);
});
