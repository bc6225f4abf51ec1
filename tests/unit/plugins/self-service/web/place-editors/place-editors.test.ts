import { pointIn, pointText } from '#src/plugins/self-service/web/form/place/domain/coordinates';
import { districtAt } from '#src/plugins/self-service/web/form/place/domain/district-at';
import { likelyPlace } from '#src/plugins/self-service/web/form/place/domain/likely-place';

const HERE = { latitude: 51.5139, longitude: 7.4653 };

it.each([
  ['51,5139 / 7,4653'],
  ['51.5139, 7.4653'],
  ['51.5139,7.4653'],
  ['51,5139 7,4653'],
  ['51,5139, 7,4653'],
  ['51.5139; 7.4653'],
  ['geo:51.5139,7.4653'],
  ['51.5139° N, 7.4653° E'],
  ['51,5139° Nord 7,4653° Ost'],
  ['O 7,4653 N 51,5139'],
  ['51° 30′ 50.04″ N 7° 27′ 55.08″ O'],
  ["51° 30.834' N, 7° 27.918' E"],
])('a point is read of %s', (text) => {
  const point = pointIn(text);
  expect(point?.latitude).toBeCloseTo(HERE.latitude, 6);
  expect(point?.longitude).toBeCloseTo(HERE.longitude, 6);
});

it('south and west are negative', () => {
  expect(pointIn('33.9 S, 18.4 W')).toEqual({ latitude: -33.9, longitude: -18.4 });
  expect(pointIn('-33.9, -18.4')).toEqual({ latitude: -33.9, longitude: -18.4 });
});

it.each([
  ['nothing', ''],
  ['one number', '51,5139'],
  ['three', '51 7 3'],
  ['words', 'Betenstraße 1, 44137 Dortmund'],
  ['what is beyond the poles', '91, 7'],
])('no point is read of %s', (_what, text) => {
  expect(pointIn(text)).toBeUndefined();
});

it.each(['de', 'en'] as const)('a point is written so that it is read again: %s', (language) => {
  expect(pointIn(pointText(HERE, language))).toEqual(HERE);
});

describe('a district', () => {
  const square = (from: number, to: number): number[][] => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const areas = [
    { properties: { layer: 'green' }, geometry: { type: 'MultiPolygon', coordinates: [[square(0, 20)]] } },
    {
      properties: { layer: 'district', name: 'Ring' },
      geometry: { type: 'MultiPolygon', coordinates: [[square(0, 10), square(4, 6)]] },
    },
    {
      properties: { layer: 'district', name: 'Inseln' },
      geometry: { type: 'MultiPolygon', coordinates: [[square(20, 21)], [square(4, 6)]] },
    },
  ];

  it.each([
    ['inside', 1, 'Ring'],
    ['in the hole, which is part of another', 5, 'Inseln'],
    ['outside of all', 15, undefined],
  ])('is found: %s', (_where, at, name) => {
    expect(districtAt(areas, { latitude: at, longitude: at })).toBe(name);
  });
});

describe('where an address is likely to be', () => {
  const at = (street: string, houseNumber: string, latitude: number, postcode = '44137') => ({
    address: { street, houseNumber, postcode },
    location: { latitude, longitude: 7 },
  });
  const known = [
    at('Betenstraße', '3', 51.3),
    at('Betenstr.', '19', 51.19),
    at('Beten-Straße', '12 a', 51.12),
    at('Hansastraße', '12a', 50),
    at('Betenstraße', '11', 49, '10115'),
    { address: { street: 'Betenstraße', houseNumber: '10' }, location: null },
    { location: { latitude: 1, longitude: 1 } },
  ];

  it.each([
    ['in the same house', 'Betenstraße', '12a', 'house', 51.12],
    ['at the nearest number', 'Betenstrasse', '17', 'street', 51.19],
    ['in the street, without a number', 'betenstr', '', 'street', 51.3],
  ])('%s', (_how, street, houseNumber, how, latitude) => {
    expect(likelyPlace({ street, houseNumber, postcode: '44137' }, known)).toEqual({
      how,
      point: { latitude, longitude: 7 },
    });
  });

  it('is not known where nobody is in that street', () => {
    expect(likelyPlace({ street: 'Westenhellweg', houseNumber: '1' }, known)).toBeUndefined();
    expect(likelyPlace({ street: '' }, known)).toBeUndefined();
  });
});
