import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { NO_BORDERS, readBorders } from '#src/city/domain/borders';

type Ring = [number, number][];
type Polygon = Ring[];

interface Feature {
  properties: { slug: string };
  geometry: { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] };
}

const collection = (...features: Feature[]) => ({
  type: 'FeatureCollection',
  features: features.map((feature) => ({ type: 'Feature', ...feature })),
});

const polygonsOf = ({ geometry }: Feature): Polygon[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** How often a ring goes around a point (Sunday's winding number): another method than casting a ray. */
function windings(ring: Ring, [x, y]: readonly [number, number]): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at] as [number, number], ring[at + 1] as [number, number]];
    sum += Math.atan2((ax - x) * (by - y) - (ay - y) * (bx - x), (ax - x) * (bx - x) + (ay - y) * (by - y));
  }
  return Math.round(sum / (2 * Math.PI));
}

const isIn = (point: readonly [number, number], [outer, ...holes]: Polygon): boolean =>
  windings(outer as Ring, point) !== 0 && holes.every((hole) => windings(hole, point) === 0);

/** Distance to the nearest edge, in degrees. */
function fromEdge(features: readonly Feature[], [x, y]: readonly [number, number]): number {
  const distances = features
    .flatMap(polygonsOf)
    .flat()
    .flatMap((ring) =>
      ring.slice(1).map(([bx, by], at) => {
        const [ax, ay] = ring[at] as [number, number];
        const [dx, dy] = [bx - ax, by - ay];
        const length = dx * dx + dy * dy;
        const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
        return Math.hypot(x - ax - along * dx, y - ay - along * dy);
      }),
    );
  return Math.min(...distances);
}

// A hand's breadth; on the border itself either side is right.
const EDGE = 1e-6;

const slowly = (features: readonly Feature[], point: readonly [number, number]): string | null =>
  features.find((feature) => polygonsOf(feature).some((polygon) => isIn(point, polygon)))?.properties.slug ??
  null;

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const dortmund = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'data/cities/dortmund/districts.geojson'), 'utf8'),
) as { features: Feature[] };

it('finds the district of a point as a slow reference does, in Dortmund', () => {
  const { districtAt } = readBorders(dortmund);
  const seen = new Set<string | null>();
  fc.assert(
    fc.property(
      fc.double({ min: 7.28, max: 7.66, noNaN: true }),
      fc.double({ min: 51.4, max: 51.62, noNaN: true }),
      (longitude, latitude) => {
        fc.pre(fromEdge(dortmund.features, [longitude, latitude]) > EDGE);
        const expected = slowly(dortmund.features, [longitude, latitude]);
        seen.add(expected);
        expect(districtAt({ latitude, longitude })).toBe(expected);
      },
    ),
    { numRuns: 2000, examples: [[7.4653, 51.5139]] },
  );
  // Inside and outside were both met.
  expect(seen.has(null)).toBe(true);
  expect(seen.size).toBeGreaterThan(10);
});

// Star-shaped around its middle, so that it is valid, with a hole of the same form.
const star = (slug: string, west: number): fc.Arbitrary<Feature> =>
  fc
    .tuple(
      fc.array(fc.double({ min: 0.2, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([radii, hasHole, hasIsland]) => {
      const ring = (scale: number): Ring => {
        const points = radii.map((radius, at): [number, number] => {
          const angle = (2 * Math.PI * at) / radii.length;
          return [west + 1 + scale * radius * Math.cos(angle), 1 + scale * radius * Math.sin(angle)];
        });
        return [...points, points[0] as [number, number]];
      };
      const polygon = [ring(1), ...(hasHole ? [ring(0.4)] : [])];
      return {
        properties: { slug },
        geometry: hasIsland
          ? { type: 'MultiPolygon', coordinates: [polygon, [square(west + 0.1, 2.5, 0.5)]] }
          : { type: 'Polygon', coordinates: polygon },
      };
    });

it('finds it in any borders, with holes and islands', () => {
  fc.assert(
    fc.property(
      fc.tuple(star('west', 0), star('ost', 2)),
      fc.array(
        fc.tuple(
          fc.double({ min: -0.5, max: 4.5, noNaN: true }),
          fc.double({ min: -0.5, max: 3.5, noNaN: true }),
        ),
        { minLength: 20, maxLength: 20 },
      ),
      (features, points) => {
        const { districtAt } = readBorders(collection(...features));
        for (const [longitude, latitude] of points)
          if (fromEdge(features, [longitude, latitude]) > EDGE)
            expect(districtAt({ latitude, longitude })).toBe(slowly(features, [longitude, latitude]));
      },
    ),
  );
});

it('on a border between two districts it is one of them', () => {
  const west: Feature = {
    properties: { slug: 'west' },
    geometry: { type: 'Polygon', coordinates: [square(0, 0, 1)] },
  };
  const east: Feature = {
    properties: { slug: 'ost' },
    geometry: { type: 'Polygon', coordinates: [square(1, 0, 1)] },
  };
  const { districtAt } = readBorders(collection(west, east));
  expect(['west', 'ost']).toContain(districtAt({ latitude: 0.5, longitude: 1 }));
});

it('a city without borders says nothing of any point', () => {
  expect(readBorders(collection())).toBe(NO_BORDERS);
  expect([NO_BORDERS.isEmpty, NO_BORDERS.districtAt({ latitude: 51.5, longitude: 7.4 })]).toEqual([
    true,
    null,
  ]);
});

const feature = (geometry: unknown, properties: unknown = { slug: 'mitte' }): unknown => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties, geometry }],
});

it.each([
  ['something else', { name: 'Dortmund' }],
  ['a point', feature({ type: 'Point', coordinates: [7.4, 51.5] })],
  ['a ring that is not closed', feature({ type: 'Polygon', coordinates: [square(0, 0, 1).slice(0, 4)] })],
  [
    'a ring of two positions',
    feature({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0, 0],
        ],
      ],
    }),
  ],
  ['latitude out of range', feature({ type: 'Polygon', coordinates: [square(0, 90, 1)] })],
  [
    'a district without a slug',
    feature({ type: 'Polygon', coordinates: [square(0, 0, 1)] }, { name: 'Mitte' }),
  ],
  ['a name for a slug', feature({ type: 'Polygon', coordinates: [square(0, 0, 1)] }, { slug: 'Hörde' })],
])('%s is refused', (_what, geoJson) => {
  expect(() => readBorders(geoJson)).toThrow();
});
