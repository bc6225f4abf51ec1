import { htmlProblems } from '../../support/valid-html';
import { openPage } from '../../support/pages';

jest.setTimeout(60_000);

// Nothing was entered yet: no profile, so no name, logo, centre or borders, and no listing of any type.
const PAGES = [
  '/',
  '/suche',
  '/suche?q=brot&openAt=now',
  '/betriebe',
  '/angebote',
  '/kampagnen',
  '/beratung',
];

it.each([...PAGES, '/presse', '/wir'])('a city without anything has the page %s', async (path) => {
  for (const language of ['de', 'en']) {
    const { status, text } = await openPage(path, { 'accept-language': language });
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect(await htmlProblems(text)).toEqual([]);
  }
});

it('a page that does not exist is valid, too', async () => {
  const { status, text } = await openPage('/gibt-es-nicht');
  expect(status).toBe(404);
  expect(await htmlProblems(text)).toEqual([]);
});
