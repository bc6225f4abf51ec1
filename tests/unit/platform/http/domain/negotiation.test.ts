import { chooseEncoding } from '#src/platform/http/domain/accept-encoding';
import { entityTag, namesTag } from '#src/platform/http/domain/entity-tag';

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
