import fc from 'fast-check';
import { storedValues } from '#src/reading/domain/enum-values';

const attribute = { type: 'enumeration', enum: ['on-site', 'delivery', 'DE-NW', 'a_b', 'a-b'] };

it.each([
  ['as it is stored', 'on-site', 'on-site'],
  ['as GraphQL has it', 'on_site', 'on-site'],
  ['a stored one that looks like GraphQL’s', 'a_b', 'a_b'],
  ['one that there is not', 'nowhere', 'nowhere'],
  [
    'in operators and lists',
    { $in: ['on_site', 'DE_NW'], $ne: 'x' },
    { $in: ['on-site', 'DE-NW'], $ne: 'x' },
  ],
  ['nothing', { $null: true }, { $null: true }],
])('%s', (_what, given, expected) => {
  expect(storedValues(attribute, given)).toEqual(expected);
});

it('leaves other attributes alone', () => {
  expect(storedValues({ type: 'string' }, 'on_site')).toBe('on_site');
});

it('is the same when done twice, whatever is asked', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = storedValues(attribute, value);
      expect(storedValues(attribute, once)).toEqual(once);
    }),
  );
});
