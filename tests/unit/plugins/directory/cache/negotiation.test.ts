import { chooseEncoding } from '../../../../../src/plugins/directory/server/src/cache/domain/accept-encoding';
import { traitsOf } from '../../../../../src/plugins/directory/server/src/cache/domain/cacheable-path';
import { entityTag, namesTag } from '../../../../../src/plugins/directory/server/src/cache/domain/entity-tag';
import {
  graphqlMediaType,
  isJsonBody,
} from '../../../../../src/plugins/directory/server/src/cache/domain/media-type';

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['deflate', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP, BR', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['identity;q=1, br;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
  ] as const)('for %s is %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('If-None-Match', () => {
  it.each([
    ['the tag', '"a"', true],
    ['a weak form of it', 'W/"a"', true],
    ['a list with it', '"b", W/"a" ,"c"', true],
    ['anything', '*', true],
    ['another tag', '"b"', false],
    ['the tag of another encoding', '"a-br"', false],
    ['a part of the tag', 'a', false],
  ])('with %s', (_what, header, isKnown) => {
    expect(namesTag(header, entityTag('a', 'identity'))).toBe(isKnown);
  });
});

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

describe('what may be kept', () => {
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
