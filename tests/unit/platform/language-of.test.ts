import { lookUp } from '#src/languages/look-up';
import { languageOf } from '#src/platform/http/language-of';

const asking = (originalUrl: string, accept?: string, preferedLanguage?: string) => ({
  originalUrl,
  headers: accept === undefined ? {} : { 'accept-language': accept },
  state: { user: { preferedLanguage } },
});

const PANEL = '/content-manager/collection-types/api::business.business/x?locale=en';

test.each([
  ['the locale asked for', '/api/businesses?locale=en', 'de', undefined, 'en'],
  ['English for what is English of somewhere', '/api/businesses?locale=en-GB', 'de', undefined, 'en'],
  ['the header where the locale is not spoken', '/api/businesses?locale=tr', 'en;q=0.9, tr', undefined, 'en'],
  ['the heavier range', '/api/businesses', 'en;q=0.5,de-DE;q=0.9', undefined, 'de'],
  ['no range of weight 0', '/api/businesses', 'en;q=0', undefined, 'de'],
  ['German where nothing is asked for', '/api/businesses', undefined, undefined, 'de'],
  ['German for every locale', '/api/businesses?locale=*', undefined, undefined, 'de'],
  ['the profile where a client sends any', PANEL, '*', 'en', 'en'],
  ['not the profile of somebody, outside of the panel', '/api/businesses', undefined, 'en', 'de'],
  ['what the panel sends, whatever translation is edited', PANEL, 'de', undefined, 'de'],
  ['what the panel sends before the profile', PANEL, 'de', 'en', 'de'],
  ['the profile where nothing is sent', PANEL, undefined, 'en', 'en'],
  ['German where nothing is known, and not the translation', PANEL, undefined, undefined, 'de'],
])('the language is %s', (_case, url, accept, preferred, expected) => {
  expect(languageOf(asking(url, accept, preferred))).toBe(expected);
});

test('without a request it is German', () => {
  expect(languageOf(undefined)).toBe('de');
});

// RFC 4647, 3.4
test.each([
  ['en-GB', ['de', 'en'], 'en'],
  ['EN', ['de', 'en'], 'en'],
  ['de-AT-1996', ['de', 'de-AT'], 'de-AT'],
  ['zh-Hant-CN-x-private1-private2', ['de', 'zh-Hant'], 'zh-Hant'],
  ['fr', ['de', 'en'], undefined],
  ['en', ['en-GB'], undefined],
  ['', ['de'], undefined],
  ['*', ['de'], undefined],
  [null, ['de'], undefined],
])('%s in %p finds %s', (asked, available, found) => {
  expect(lookUp(asked, available)).toBe(found);
});

test('nothing matches what is longer than any tag, however it is composed', () => {
  expect(lookUp('-'.repeat(1_000_000), ['de', 'en'])).toBeUndefined();
  expect(lookUp(`de${'-a'.repeat(500_000)}`, ['de', 'en'])).toBeUndefined();
});
