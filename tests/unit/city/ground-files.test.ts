import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { FeatureCollection } from 'geojson';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { assertGroundReadable, cityGround } from '#src/city/ground-files';
import { NO_BACKGROUND } from '#src/city/domain/background';
import { NO_BORDERS } from '#src/city/domain/borders';

const at = (root: string): Core.Strapi => ({ dirs: { app: { root } } }) as Core.Strapi;

const SQUARE = [
  [7, 51],
  [8, 51],
  [8, 52],
  [7, 52],
  [7, 51],
];

const borders = (properties: object): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [SQUARE] } }],
  });

let root: string;

const bring = (city: string, text: string, name = 'districts.geojson'): string => {
  const folder = join(root, 'data', 'cities', city);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'borders-'));
});
afterEach(() => rmSync(root, { recursive: true }));

it('are those of the city with the slug', () => {
  bring('musterstadt', borders({ slug: 'mitte' }));
  const point = { latitude: 51.5, longitude: 7.5 };
  expect(cityGround(at(root), 'musterstadt').borders.districtAt(point)).toBe('mitte');
  expect(() => assertGroundReadable(at(root))).not.toThrow();
});

it.each([['anderswo'], ['../musterstadt'], ['musterstadt/../musterstadt'], [''], [null], [undefined]])(
  'there are none for the slug %p',
  (slug) => {
    bring('musterstadt', borders({ slug: 'mitte' }));
    expect(cityGround(at(root), slug)).toEqual({ borders: NO_BORDERS, background: NO_BACKGROUND });
  },
);

it.each([
  ['no JSON', '{'],
  ['something else', '{"type":"Topology"}'],
  ['districts without a slug', borders({ name: 'Mitte' })],
])('a file with %s stops the start with its name', (_what, text) => {
  const file = bring('musterstadt', text);
  expect(() => assertGroundReadable(at(root))).toThrow(file);
});

it('a background stands beside the borders, and one that cannot be read stops the start with its name', () => {
  bring('musterstadt', borders({ slug: 'mitte', name: 'Mitte' }));
  const drawn = (kind: string): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { kind }, geometry: { type: 'LineString', coordinates: SQUARE } },
      ],
    });
  bring('musterstadt', drawn('rail'), 'background.geojson');
  const { features } = JSON.parse(
    cityGround(at(root), 'musterstadt').background.geoJson,
  ) as FeatureCollection;
  expect(features.map(({ properties }) => properties?.['layer'] as string)).toEqual(['district', 'rail']);
  const file = bring('anderswo', drawn('canal'), 'background.geojson');
  expect(() => assertGroundReadable(at(root))).toThrow(file);
});

it('an installation without cities starts', () => {
  expect(() => assertGroundReadable(at(root))).not.toThrow();
});

const CITIES = join(PROJECT_ROOT, 'data', 'cities');
const brought = readdirSync(CITIES).filter((city) => existsSync(join(CITIES, city, 'districts.geojson')));

it.each(brought)('the borders of %s are those of its districts, each once', (city) => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(CITIES, city, name), 'utf8'));
  const { features } = read('districts.geojson') as { features: { properties: { slug: string } }[] };
  const slugs = (read('districts.json') as { slug: string }[]).map(({ slug }) => slug);
  expect(features.map(({ properties }) => properties.slug).sort()).toEqual(slugs.sort());
});
