import fc from 'fast-check';
import { directoryPath } from '#src/plugins/directory/server/src/domain/public-path';
import { schemaPath } from '#src/plugins/portal-feed/server/src/domain/schema-path';
import { contentPath, documentPath } from '#src/reading/domain/public-paths';
import {
  publicAddress,
  type FastPath,
  type PublicAddresses,
} from '#src/response-cache/domain/public-address';

const names = { collections: new Set(['businesses']), singles: new Set(['city-profile']) };
const answer: FastPath = () => Promise.resolve(null);

/** As the rooms register them. */
const registered: readonly PublicAddresses[] = [
  { matches: directoryPath, answer },
  { matches: schemaPath },
  { matches: documentPath },
  { matches: (path) => contentPath(path, names) },
];

it('an address of one slash may be one', () => {
  const home = { matches: (path: string) => (path === '/' ? { namesHost: true } : undefined) };
  expect(publicAddress('/', [home])).toEqual({ namesHost: true });
  expect(publicAddress('', [home])).toBeUndefined();
});

describe('what may be kept', () => {
  it.each([
    ['/api/businesses', {}],
    ['/api/businesses/a1b2', {}],
    ['/api/city-profile', {}],
    ['/api/openapi.json', { namesHost: true }],
    ['/api/press-notices/feed.rss', { namesHost: true }],
    ['/api/feed/schema/business', { namesHost: true }],
    ['/api/directory/search', { namesHost: true, answer }],
    ['/api/directory/listings/business/baeckerei-1', { namesHost: true, answer, negotiates: true }],
  ])('%s is known', (path, { namesHost = false, answer: fast, negotiates = false }: Expected) => {
    const known = publicAddress(path, registered);
    expect(known).toMatchObject({ namesHost });
    expect([known?.answer, known?.negotiate !== undefined]).toEqual([fast, negotiates]);
  });

  it.each([
    '/api/my/businesses',
    '/api/auth/local',
    '/api/users/me',
    '/api/feed/events',
    '/api/feed/snapshot',
    '/api/uploads',
    '/api/memberships',
    '/admin',
    '/admin/api/businesses',
    '/metrics',
    '/uploads/a.jpg',
    '/_health',
    '/api/businesses/',
    '/api//businesses',
    '//api/businesses',
    '/API/businesses',
    '/api/Businesses',
    '/api/businesses/a/b',
    '/api/businesses/..',
    '/api/businesses/%2e%2e',
    '/api/%62usinesses',
    '/api/businesses;a=b',
    '/api/businesses%00',
    '/api/businesses#a',
    '/api/city-profile/a1',
    '/api/directory/../my/businesses',
    '/api/directory/./search',
    '/api/feed/schema/../events',
    'http://example.com/api/businesses',
    '*',
    '',
  ])('%s is not', (path) => {
    expect(publicAddress(path, registered)).toBeUndefined();
  });

  it('is nothing that no one has registered', () => {
    fc.assert(fc.property(fc.webPath(), (path) => publicAddress(path, []) === undefined));
  });

  it('comes in one spelling, though the one who registers takes them all', () => {
    const all: PublicAddresses[] = [{ matches: () => ({ namesHost: false }) }];
    const other = fc.constantFrom(
      '//',
      '/./',
      '/../',
      '%2f',
      '%61',
      ';',
      'A',
      '\0',
      '#',
      '?',
      '\\',
      ' ',
      'ä',
      '/.',
    );
    fc.assert(
      fc.property(fc.webPath(), other, fc.webPath(), (before, odd, after) => {
        expect(publicAddress(`${before}${odd}${after}`, all)).toBeUndefined();
      }),
    );
    expect(publicAddress('/a/b-c.json', all)).toEqual({ namesHost: false });
  });

  it('belongs to the first who knows it', () => {
    const first: PublicAddresses = { matches: () => ({ namesHost: true }) };
    expect(publicAddress('/api/directory/search', [first, ...registered])).toEqual({ namesHost: true });
  });
});

interface Expected {
  namesHost?: boolean;
  answer?: FastPath;
  negotiates?: boolean;
}
