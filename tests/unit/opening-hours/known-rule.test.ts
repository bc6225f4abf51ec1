import { knownOpeningRule } from '#src/opening-hours/known-rule';
import { understandHours } from '#src/opening-hours/understand-hours';
import { sourceWithNights } from '#src/opening-hours/wall-clock-library';
import { DORTMUND } from '../../support/opening-weeks';

it('a rule is remembered, but no text that is too long for one', () => {
  const long = `Mo-Fr 09:00-18:00 "${'x'.repeat(300)}"`;
  const rule = 'Mo-Fr 09:07-18:07';
  const known = (text: string) => knownOpeningRule(text, DORTMUND, 'de');
  expect(known(rule)).toBe(known(rule));
  expect(known(long)).toMatchObject({ ok: false, reason: 'text-too-long' });
  expect(known(long)).not.toBe(known(long));
});

it('a text that is too long for a rule is read all the same', () => {
  const text = `${' '.repeat(300)}Mo-Fr 9-18 Uhr`;
  expect(understandHours(text, DORTMUND, 'de')).toMatchObject({
    understood: 'exact',
    rule: 'Mo-Fr 09:00-18:00',
  });
});

it('another version of the library, in which nights are found otherwise, stops the start', () => {
  expect(() => sourceWithNights('for (const rule of rules) {}')).toThrow(/Another version of opening_hours/);
});
