import { check } from '@placemarkio/check-geojson';
import fc from 'fast-check';
import type { FeatureCollection, MultiLineString, MultiPolygon, Position } from 'geojson';
import { nameAt, NO_BACKGROUND, readBackground, shortened } from '#src/city/domain/background';

const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const drawn = (kind: string, geometry: object, more: object = {}) => ({
  type: 'Feature',
  properties: { kind, ...more },
  geometry,
});
const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
const SQUARE = [
  [7, 51],
  [8, 51],
  [8, 52],
  [7, 52],
  [7, 51],
];
const square = { type: 'Polygon', coordinates: [SQUARE] };

type Read = FeatureCollection<MultiLineString | MultiPolygon, Record<string, unknown>> & {
  attribution?: string;
};
const read = (files: Parameters<typeof readBackground>[0]): Read =>
  check(readBackground(files).geoJson) as Read;

it('is drawn from the ground up: areas, small roads, large roads, rails, and districts below all of them', () => {
  const road = (name: string) => drawn('road', line([7, 51], [8, 52]), { class: name });
  const { features } = read({
    borders: collection({ properties: { slug: 'mitte', name: 'Mitte' }, geometry: square }),
    drawn: collection(
      drawn('rail', line([7, 51], [8, 52])),
      ...[road('1'), road('5'), road('3'), road('5')],
      drawn('water', square),
      drawn('green', square),
    ),
  });
  expect(features.map(({ properties }) => [properties['layer'], properties['class']])).toEqual([
    ['district', undefined],
    ['green', undefined],
    ['water', undefined],
    ['road', '5'],
    ['road', '3'],
    ['road', '1'],
    ['rail', undefined],
  ]);
  // All roads of a class are one path.
  expect(features[3]?.geometry.coordinates).toHaveLength(2);
});

it('names districts in their middle, and who is to be named for the ground', () => {
  const { features, attribution, bbox } = read({
    borders: { ...collection({ properties: { name: 'Mitte' }, geometry: square }), attribution: 'Stadt' },
    drawn: { ...collection(drawn('rail', line([7, 51], [9, 51]))), attribution: '© OpenStreetMap' },
  });
  expect(features[0]?.properties).toEqual({ layer: 'district', name: 'Mitte', at: [7.5, 51.5] });
  expect(attribution).toBe('Stadt, © OpenStreetMap');
  expect(bbox).toEqual([7, 51, 9, 52]);
});

it('the name of a district in parts stands in the largest', () => {
  const small = SQUARE.map(([x = 0, y = 0]) => [x / 100, y / 100] as const);
  const large = SQUARE.map(([x = 0, y = 0]) => [x, y] as const);
  expect(nameAt([[small], [large]])).toEqual([7.5, 51.5]);
  expect(nameAt([])).toBeUndefined();
});

it.each([
  ['no file', {}],
  ['nothing in the files', { borders: collection(), drawn: collection() }],
])('there is none where a city brings %s', (_what, files) => {
  expect(readBackground(files)).toBe(NO_BACKGROUND);
});

it.each([
  ['an unknown kind', drawn('castle', square)],
  ['a road that is an area', drawn('road', square)],
  ['water that is a line', drawn('water', line([7, 51], [8, 52]))],
  ['a line of one position', drawn('rail', line([7, 51]))],
  ['a place that is none', drawn('rail', line([7, 51], [700, 51]))],
  ['a point', drawn('green', { type: 'Point', coordinates: [7, 51] })],
])('%s is refused', (_what, feature) => {
  expect(() => readBackground({ drawn: collection(feature) })).toThrow();
});

const position = fc.tuple(
  fc.double({ min: 5, max: 15, noNaN: true }),
  fc.double({ min: 47, max: 55, noNaN: true }),
);

it('a shortened line has digits of a metre, begins and ends where it did, and shortening it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 2, maxLength: 30 }), (positions) => {
      const short = shortened(positions);
      for (const degrees of short.flat()) expect(String(degrees)).toMatch(/^\d+(\.\d{1,5})?$/);
      const near = (one: Position | readonly number[] | undefined, other: readonly number[] | undefined) => {
        expect(one?.[0]).toBeCloseTo(other?.[0] ?? NaN, 4);
        expect(one?.[1]).toBeCloseTo(other?.[1] ?? NaN, 4);
      };
      near(short[0], positions[0]);
      near(short.at(-1), positions.at(-1));
      expect(shortened(short)).toEqual(short);
    }),
  );
});
