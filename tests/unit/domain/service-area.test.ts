import fc from 'fast-check';
import { AUDIENCES } from '#src/domain/audiences';
import { checkServedPostcodes, checkServiceRadius } from '#src/domain/service-area';
import audience from '../../../src/components/text/audience.json';

describe('the postcodes that a business serves', () => {
  it.each([
    [[], []],
    [['44263'], ['44263']],
    [
      ['44265', 'D-44263', '44265'],
      ['44263', '44265'],
    ],
    ['44265, 44263', ['44263', '44265']],
    ['44265;44263\n44267', ['44263', '44265', '44267']],
  ])('%j are %j', (given, postcodes) => {
    expect(checkServedPostcodes(given)).toEqual({ ok: true, value: postcodes });
  });

  it.each([
    [44263, 'list-malformed'],
    [{ 0: '44263' }, 'list-malformed'],
    [[44263], 'postcode-malformed'],
    [['4426'], 'postcode-malformed'],
    ['Hörde', 'postcode-malformed'],
    [['44263', null], 'postcode-malformed'],
    [Array.from({ length: 101 }, (_, at) => String(44000 + at)), 'postcodes-too-many'],
  ])('%j are refused', (given, reason) => {
    expect(checkServedPostcodes(given)).toMatchObject({ ok: false, reason });
  });

  it('have one normal form', () => {
    const postcode = fc.integer({ min: 0, max: 99999 }).map((number) => String(number).padStart(5, '0'));
    fc.assert(
      fc.property(fc.array(postcode, { maxLength: 100 }), (postcodes) => {
        const normal = checkServedPostcodes(postcodes);
        expect(normal).toEqual(checkServedPostcodes(postcodes.join(' ')));
        expect(normal).toEqual(checkServedPostcodes([...postcodes].reverse()));
        if (normal.ok) expect(checkServedPostcodes(normal.value)).toEqual(normal);
      }),
    );
  });
});

it.each([
  [0.1, 0.1],
  [5, 5],
  [7.50049, 7.5],
  [100, 100],
])('a radius of %d km is %d', (given, radius) => {
  expect(checkServiceRadius(given)).toEqual({ ok: true, value: radius });
});

it.each([0, 0.05, -3, 100.1, Infinity, NaN, '5', null])('a radius of %p km is refused', (given) => {
  expect(checkServiceRadius(given)).toMatchObject({ ok: false, reason: 'service-radius-range' });
});

it('the audiences that one can ask for are those that editors choose from', () => {
  expect([...AUDIENCES]).toEqual(audience.attributes.audience.enum);
});
