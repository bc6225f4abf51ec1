import { isSlug, nextFreeSlug, slugOf } from '#src/domain/slug';

test.each([
  ['Müller', 'mueller'],
  ['Bäckerei Groß & Söhne', 'baeckerei-gross-und-soehne'],
  ['ÄÖÜ ẞ', 'aeoeue-ss'],
  ['Café Crème', 'cafe-creme'],
  ["L'Osteria", 'losteria'],
  ['Kfz/Reifen-Dienst', 'kfz-reifen-dienst'],
  ['Mu\u0308ller', 'mueller'],
  ['  1. FC  Lauf ', '1-fc-lauf'],
  ['مخبز', 'mkhbz'],
  ['寿司', 'eintrag'],
])('the slug of %p is %p', (name, expected) => {
  expect(slugOf(name, 'eintrag')).toBe(expected);
});

test('a long slug ends with a whole word', () => {
  const slug = slugOf(
    'Verein zur Förderung der regionalen Landwirtschaft und der bäuerlichen Direktvermarktung',
    'x',
  );
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toBe('verein-zur-foerderung-der-regionalen-landwirtschaft-und-der-baeuerlichen');
});

test.each([
  ['is free', [], 'mueller'],
  ['is taken', ['mueller'], 'mueller-2'],
  ['is taken twice', ['mueller', 'mueller-2', 'mueller-4'], 'mueller-3'],
])('when a slug %s the next one is found', (_case, taken, expected) => {
  expect(nextFreeSlug('mueller', new Set(taken))).toBe(expected);
});

test.each([
  ['mueller-2', true],
  ['Mueller', false],
  ['a--b', false],
  ['-a', false],
  ['', false],
])('%p is a slug: %p', (value, expected) => {
  expect(isSlug(value)).toBe(expected);
});
