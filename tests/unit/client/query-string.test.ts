import fc from 'fast-check';
import { parse } from 'qs';
import { queryString } from '@stadtverbund/client/query-string';

const name = fc.stringMatching(/^[$a-zA-Z][a-zA-Z_]{0,11}$/).filter((text) => !(text in {}));
const leaf = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 3 }),
  ),
}));

/** All leaves as the texts that a query can hold. */
const asTexts = (given: unknown): unknown => {
  if (Array.isArray(given)) return given.map(asTexts);
  if (typeof given === 'object' && given !== null)
    return Object.fromEntries(Object.entries(given).map(([key, inside]) => [key, asTexts(inside)]));
  return String(given);
};

it('is read by Strapi’s parser as what was written', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value, { minKeys: 1, maxKeys: 4 }), (query) => {
      const read = parse(queryString(query).slice(1), { depth: 20, arrayLimit: 100 });
      expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(asTexts(query))));
    }),
  );
});

it.each([
  ['nothing', {}, ''],
  ['what is left out', { locale: undefined, filters: { name: undefined } }, ''],
  ['a moment', { validAt: new Date(0) }, '?validAt=1970-01-01T00%3A00%3A00.000Z'],
  [
    'nested conditions',
    { filters: { address: { postcode: { $in: ['44137', '44139'] } } }, populate: '*' },
    '?filters[address][postcode][$in][0]=44137&filters[address][postcode][$in][1]=44139&populate=*',
  ],
  ['signs that have a meaning in addresses', { q: 'a&b=c#d+e ä' }, '?q=a%26b%3Dc%23d%2Be%20%C3%A4'],
])('%s', (_what, query, expected) => {
  expect(queryString(query)).toBe(expected);
});

it('refuses null, since a condition that vanishes finds too much', () => {
  expect(() => queryString({ filters: { district: null } })).toThrow('filters[district] is null');
});
