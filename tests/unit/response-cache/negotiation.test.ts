import { traitsOf } from '#src/response-cache/domain/cacheable-path';
import { graphqlMediaType, isJsonBody } from '#src/response-cache/domain/media-type';

describe('what GraphQL answers with', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json, */*;q=0.5', 'application/json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', undefined],
    ['text/html,application/xhtml+xml,*/*;q=0.8', undefined],
    ['multipart/mixed', undefined],
  ] as const)('for %s', (accept, type) => {
    expect(graphqlMediaType(accept)).toBe(type);
  });

  it.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['application/json;charset="UTF-8"', true],
    ['application/json; charset=latin1', false],
    ['text/plain', false],
    [undefined, false],
  ])('reads a body of type %s: %s', (type, reads) => {
    expect(isJsonBody(type)).toBe(reads);
  });
});

describe('what may be cached', () => {
  const types = { collections: new Set(['businesses']), singles: new Set(['city-profile']) };

  it.each([
    ['/api/businesses', 'content'],
    ['/api/businesses/a1b2', 'content'],
    ['/api/city-profile', 'content'],
    ['/api/openapi.json', 'document'],
    ['/api/press-notices/feed.rss', 'document'],
    ['/api/feed/schema/business', 'document'],
    ['/api/directory/search', 'directory'],
    ['/api/directory/listings/business/baeckerei-1', 'directory'],
    ['/graphql', 'graphql'],
  ])('%s is known', (path, kind) => {
    expect(traitsOf(path, types)?.kind).toBe(kind);
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
    expect(traitsOf(path, types)).toBeUndefined();
  });
});
