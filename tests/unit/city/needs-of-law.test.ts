import fc from 'fast-check';
import { isReviewDue, missingInLaw, NEEDS, reviewedOn } from '#src/city/domain/needs-of-law';
import { fieldLabel } from '#src/domain/field-labels';
import { LANGUAGES, type Language } from '#src/languages/language';

type Profile = Record<string, unknown>;

const said = (path: readonly (string | number)[], value: unknown, profile: Profile): Profile => {
  const [first = '', ...rest] = path.map(String);
  if (rest.length === 0) return { ...profile, [first]: value };
  return { ...profile, [first]: said(rest, value, (profile[first] ?? {}) as Profile) };
};

const need = fc.constantFrom(...NEEDS);

it('of an empty profile everything is missing, and of a whole one nothing', () => {
  expect(missingInLaw({})).toEqual(NEEDS);
  const whole = NEEDS.reduce((profile, { path }) => said(path, 'x', profile), {});
  expect(missingInLaw(whole)).toEqual([]);
});

it('exactly what is said is not missing, in any order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(need), (told) => {
      const profile = told.reduce((all, { path }) => said(path, 'x', all), {});
      expect(missingInLaw(profile)).toEqual(NEEDS.filter((one) => !told.includes(one)));
    }),
  );
});

it.each([
  ['nothing', null],
  ['blanks', '  '],
  ['an empty text', ''],
])('%s says nothing', (_what, value) => {
  for (const one of NEEDS) expect(missingInLaw(said(one.path, value, {}))).toContain(one);
});

const labelsOf = (path: (typeof NEEDS)[number]['path'], language: Language) =>
  fieldLabel(path, language).split(' › ');

it('each has a label of its own in every language', () => {
  for (const language of LANGUAGES) {
    const labels = NEEDS.map(({ path }) => fieldLabel(path, language));
    expect(new Set(labels).size).toBe(NEEDS.length);
    for (const { path } of NEEDS) expect(labelsOf(path, language)).not.toContain(path.at(-1));
  }
});

it.each([
  ['on the day a year later', '2025-11-30', '2026-11-30', false],
  ['a day after', '2025-11-30', '2026-12-01', true],
  ['after a leap day', '2024-02-29', '2025-02-28', false],
  ['a day after a leap day', '2024-02-29', '2025-03-01', true],
])('a review is due %s: %s, %s', (_what, reviewed, today, due) => {
  expect(isReviewDue(reviewed, today)).toBe(due);
});

it('the day of the review is read as a day', () => {
  expect(reviewedOn({ accessibility: { lastReviewed: '2026-01-02' } })).toBe('2026-01-02');
  expect(reviewedOn({ accessibility: { lastReviewed: null } })).toBeUndefined();
  expect(reviewedOn({})).toBeUndefined();
});
