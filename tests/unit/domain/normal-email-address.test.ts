import fc from 'fast-check';
import { normalEmailAddress } from '#src/domain/email-address';

const normal = (text: string): string | undefined => {
  const checked = normalEmailAddress(text);
  return checked.ok ? checked.value : undefined;
};

it.each([
  ['Erika@Muster.Example', 'erika@muster.example'],
  ['  erika@muster.example ', 'erika@muster.example'],
  ['Erika Muster <ERIKA@muster.example>', 'erika@muster.example'],
  ['erika@Bäckerei-Muster.example', 'erika@xn--bckerei-muster-5hb.example'],
  ['erika@xn--bckerei-muster-5hb.example', 'erika@xn--bckerei-muster-5hb.example'],
  ['ba\u0308cker@muster.example', 'bäcker@muster.example'],
])('%j is %j', (typed, expected) => {
  expect(normal(typed)).toBe(expected);
});

it.each([
  '',
  'erika',
  'erika@',
  '@muster.example',
  'erika@muster',
  'erika@xn--a.example',
  'a@b.example\nBcc: c@d.example',
  '=?utf-8?q?a=40b.example=3e?=@muster.example',
  'erika=?utf-8?b?QGI?=@muster.example',
])('%j is none', (typed) => {
  expect(normal(typed)).toBeUndefined();
});

it('is a fixed point, on one line, and without capitals', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
      const once = normal(typed);
      if (once === undefined) return;
      expect(normal(once)).toBe(once);
      expect(once).toBe(once.toLowerCase());
      expect(once).not.toMatch(/\s/);
    }),
  );
});
