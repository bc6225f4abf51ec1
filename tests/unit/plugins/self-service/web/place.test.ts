import { pathTo, placeAt, type Place } from '#src/plugins/self-service/web/domain/place';

const ROOTS = { de: '/mein-betrieb', en: '/en/my-business' };

const PLACES: readonly Place[] = [
  { name: 'start' },
  { name: 'signIn' },
  { name: 'register' },
  { name: 'password' },
  { name: 'find' },
  { name: 'account' },
  { name: 'claim', id: 'k3v9' },
  { name: 'claim', id: 'a/ä?' },
  { name: 'edit', collection: 'businesses', id: 'k3v9' },
  { name: 'quick', collection: 'businesses', id: 'k3v9' },
  { name: 'new', collection: 'offers', id: 'k3v9' },
  { name: 'new', collection: 'businesses' },
  { name: 'people', id: 'k3v9' },
  { name: 'preview', collection: 'businesses', id: 'k3v9' },
];

it.each(
  PLACES.flatMap((place) => [
    { place, language: 'de' as const },
    { place, language: 'en' as const },
  ]),
)('$place.name has an address in $language that leads back to it', ({ place, language }) => {
  const path = pathTo(place, language, ROOTS);
  expect(path.startsWith(ROOTS[language])).toBe(true);
  expect(placeAt(path, ROOTS)).toEqual(place);
});

it.each([
  ['nothing', '/mein-betrieb/gibt-es-nicht'],
  ['a claim on nothing', '/mein-betrieb/uebernehmen'],
  ['a preview of nothing', '/mein-betrieb/vorschau/businesses/'],
  ['a slash at the end', '/mein-betrieb/'],
  ['what cannot be decoded', '/mein-betrieb/%E0%A4%A'],
])('%s leads to the start', (_what, path) => {
  expect(placeAt(path, ROOTS)).toEqual({ name: 'start' });
});

it('words of the other language are understood', () => {
  expect(placeAt('/en/my-business/konto', ROOTS)).toEqual({ name: 'account' });
});
