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
import { PROJECT_ROOT } from '#scripts/lib/project';
import { assertBordersReadable, cityBorders } from '#src/city/border-files';
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

const bring = (city: string, text: string): string => {
  const folder = join(root, 'data', 'cities', city);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'districts.geojson');
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
  expect(cityBorders(at(root), 'musterstadt').districtAt(point)).toBe('mitte');
  expect(() => assertBordersReadable(at(root))).not.toThrow();
});

it.each([['anderswo'], ['../musterstadt'], ['musterstadt/../musterstadt'], [''], [null], [undefined]])(
  'there are none for the slug %p',
  (slug) => {
    bring('musterstadt', borders({ slug: 'mitte' }));
    expect(cityBorders(at(root), slug)).toBe(NO_BORDERS);
  },
);

it.each([
  ['no JSON', '{'],
  ['something else', '{"type":"Topology"}'],
  ['districts without a slug', borders({ name: 'Mitte' })],
])('a file with %s stops the start with its name', (_what, text) => {
  const file = bring('musterstadt', text);
  expect(() => assertBordersReadable(at(root))).toThrow(file);
});

it('an installation without cities starts', () => {
  expect(() => assertBordersReadable(at(root))).not.toThrow();
});

const CITIES = join(PROJECT_ROOT, 'data', 'cities');
const brought = readdirSync(CITIES).filter((city) => existsSync(join(CITIES, city, 'districts.geojson')));

it.each(brought)('the borders of %s are those of its districts, each once', (city) => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(CITIES, city, name), 'utf8'));
  const { features } = read('districts.geojson') as { features: { properties: { slug: string } }[] };
  const slugs = (read('districts.json') as { slug: string }[]).map(({ slug }) => slug);
  expect(features.map(({ properties }) => properties.slug).sort()).toEqual(slugs.sort());
});
