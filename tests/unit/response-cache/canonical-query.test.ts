import { createRequire } from 'node:module';
import fc from 'fast-check';
import { canonicalQuery, readPart } from '#src/response-cache/domain/canonical-query';

interface Qs {
  parse(text: string, options: object): unknown;
}

// Strapi's parser with its settings (@strapi/core, middlewares/query).
const qs = createRequire(require.resolve('@strapi/core/package.json'))('qs') as Qs;

const asStrapi = (query: string): unknown =>
  qs.parse(query, { strictNullHandling: true, arrayLimit: 100, depth: 20 });

describe('the canonical query', () => {
  it.each([
    ['the order of parameters', 'locale=de&filters[slug]=a', 'filters[slug]=a&locale=de'],
    ['the order of filters', 'filters[a]=1&filters[b]=2', 'filters[b]=2&filters[a]=1'],
    ['encoded brackets', 'filters%5Bname%5D=a', 'filters[name]=a'],
    ['lower-case escapes', 'q=%c3%a4', 'q=%C3%A4'],
    ['a plus for a blank', 'q=a+b', 'q=a%20b'],
    ['needless escapes', 'q=%61', 'q=a'],
    ['empty parts', '&&q=a&', 'q=a'],
  ])('treats %s as the same', (_what, one, other) => {
    expect(canonicalQuery(one)).toBe(canonicalQuery(other));
  });

  it.each([
    ['the order of sort keys', 'sort[name]=asc&sort[slug]=asc', 'sort[slug]=asc&sort[name]=asc'],
    [
      'the order of nested sort keys',
      'populate[a][sort][x]=asc&populate[a][sort][b]=asc',
      'populate[a][sort][b]=asc&populate[a][sort][x]=asc',
    ],
    ['the order of array entries', 'fields[]=a&fields[]=b', 'fields[]=b&fields[]=a'],
    ['repeated names', 'sort=a&sort=b', 'sort=b&sort=a'],
    ['nothing and the empty text', 'q', 'q='],
    ['upper and lower case', 'q=A', 'q=a'],
    ['a plus sign and a blank', 'q=a%2Bb', 'q=a+b'],
  ])('distinguishes %s', (_what, one, other) => {
    expect(canonicalQuery(one)).not.toBe(canonicalQuery(other));
  });

  it.each([
    ['broken escapes', 'q=%'],
    ['broken UTF-8', 'q=%ff'],
    ['a null character', 'q=%00'],
    ['a name without letters', '=a'],
    ['a name within another', 'a=1&a[b]=2'],
    ['more parameters than anyone needs', Array.from({ length: 201 }, (_, at) => `a${at}=1`).join('&')],
  ])('leaves %s to Koa', (_what, query) => {
    expect(canonicalQuery(query)).toBeUndefined();
  });

  const name = fc
    .tuple(
      fc.constantFrom('filters', 'populate', 'sort', 'fields', 'locale', 'pagination', 'q'),
      fc.array(fc.constantFrom('name', '$or', '0', '1', '', 'sort', 'a=b', 'ä'), { maxLength: 3 }),
    )
    .map(([root, path]) => root + path.map((part) => `[${part}]`).join(''));
  const value = fc.option(fc.constantFrom('1', 'a b', 'a&b', 'a=b', ']=', '[x]', '%', 'ü', ''), {
    nil: null,
  });

  it('means the same to Strapi as the original, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 6 }), fc.boolean(), (pairs, encodeNames) => {
        const written = pairs
          .map(([key, text]) => {
            const shown = encodeNames ? encodeURIComponent(key) : key;
            return text === null ? shown : `${shown}=${encodeURIComponent(text)}`;
          })
          .join('&');
        const canonical = canonicalQuery(written);
        if (canonical === undefined) return;
        expect(asStrapi(canonical)).toEqual(asStrapi(written));
        expect(canonicalQuery(canonical)).toBe(canonical);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what of a query is looked at', () => {
  it.each([
    ['others', 'q=a&utm_source=x', 'q=a'],
    ['empty ones', 'q=&type=offer', 'type=offer'],
    ['no value', 'q&type=offer', 'type=offer'],
    ['all', 'utm_source=x', ''],
    ['none', '', ''],
  ])('leaves out %s', (_what, query, part) => {
    expect(readPart(canonicalQuery(query) ?? '', new Set(['q', 'type']))).toBe(part);
  });

  it('never makes one question of two that differ in what is read', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => !text.includes('\u0000'));
    fc.assert(
      fc.property(value, value, value, (q, type, other) => {
        const query = new URLSearchParams({ q, type, other }).toString();
        const part = readPart(canonicalQuery(query) ?? '', new Set(['q', 'type']));
        expect(Object.fromEntries(new URLSearchParams(part))).toEqual({ q, type });
      }),
    );
  });
});
