/** @jest-environment-options {"env": {"MAP_TILES_URL": "https://tiles.example.de/{z}/{x}/{y}.png", "MAP_TILES_CREDIT": "© Vermessungsamt <b>"}} */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import type { FeatureCollection } from 'geojson';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { createBusiness, createCategory, createCityProfile, createDocument, request } from '../../support';
import { openPage } from '../../support/pages';

jest.setTimeout(120_000);

const BACKGROUND = '/pages/map/background.geojson';

/** What the server says to the script of the map. */
interface Settings {
  script: string;
  points?: string;
  place?: number[];
  background?: string;
  tiles?: { url: string; credit?: string };
  centre?: number[];
  words: { title: string };
}

const unescaped = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

const settingsIn = (html: string): Settings =>
  JSON.parse(unescaped(/ data-map="([^"]*)"/.exec(html)?.[1] ?? 'null')) as Settings;

const listedIn = (html: string): string[] =>
  [...html.matchAll(/<li class="hit" data-place="([^"]*)"/g)].map(([, key = '']) => key);

const pointsOf = async (address = ''): Promise<string[]> => {
  const { body } = await request<FeatureCollection>(address);
  return body.features.map(
    ({ properties }) => `${String(properties?.['type'])}/${String(properties?.['slug'])}`,
  );
};

describe('a city of which nothing is known', () => {
  it('has a page that says so, without a map', async () => {
    const { status, text } = await openPage('/karte');
    expect(status).toBe(200);
    expect(text).toContain('Hier ist noch nichts auf der Karte');
    expect(text).not.toContain('data-map');
  });

  it('has an empty background', async () => {
    const { body } = await request(BACKGROUND);
    expect(body).toEqual({ type: 'FeatureCollection', features: [] });
  });
});

describe('a city with listings', () => {
  beforeAll(async () => {
    await createCityProfile({ slug: 'dortmund' });
    const category = (await createCategory({ name: 'Fahrräder', slug: 'fahrraeder' })).documentId;
    const at = (latitude: number, longitude: number) => ({ location: { latitude, longitude } });
    for (const [name, place] of [
      ['Zweirad Öz', at(51.51, 7.46)],
      ['Ärzte für Räder', at(51.52, 7.47)],
      ['Café "Rad & <3"', at(51.53, 7.48)],
      ['Ohne Ort', { location: null }],
    ] as const)
      await createBusiness({ name, categories: [category], ...place });
    await createBusiness({ name: 'Bäckerei Ohl', slug: 'baeckerei-ohl', ...at(51.5, 7.45) });
    await createDocument('api::advisory-contact.advisory-contact', {
      ...{ title: 'Beratung vor Ort', kind: 'counselling', email: 'rat@example.org' },
      ...at(51.514, 7.465),
    });
  });

  it.each([
    ['/karte', 'de', 'Karte', 5],
    ['/en/map', 'en', 'Map', 5],
    ['/karte?category=fahrraeder', 'de', 'Karte', 3],
    ['/karte?type=advisory-contact', 'de', 'Karte', 1],
    ['/karte?q=fahrrad&utm_source=x', 'de', 'Karte', 3],
    ['/karte?near=51.5,7.45&radius=500', 'de', 'Karte', 1],
  ])('%s has a list and a map of the same', async (path, language, title, count) => {
    const { status, headers, text } = await openPage(path);
    expect(status).toBe(200);
    expect(headers.get('content-language')).toBe(language);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
    const listed = listedIn(text);
    expect(listed).toHaveLength(count);
    const { points, words } = settingsIn(text);
    expect(words.title).toBe(title);
    expect((await pointsOf(points)).sort()).toEqual([...listed].sort());
  });

  it('lists by name, as the German dictionary sorts', async () => {
    const { text } = await openPage('/karte');
    const names = [...text.matchAll(/<li class="hit"[\s\S]*?<h3[^>]*><a href="[^"]*">(.*?)<\/a>/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([
      'Ärzte für Räder',
      'Bäckerei Ohl',
      'Beratung vor Ort',
      'Café &quot;Rad &amp; &lt;3&quot;',
      'Zweirad Öz',
    ]);
  });

  it('leaves the map out where the list holds what is only like the search', async () => {
    const { text } = await openPage('/karte?q=rad+raumschiff');
    expect(listedIn(text).length).toBeGreaterThan(0);
    expect(text).not.toContain('data-map');
  });

  it('shows a map without points where a filter finds nothing, and refuses one that does not exist', async () => {
    const nothing = await openPage('/karte?q=xylofonbau');
    expect(nothing.status).toBe(200);
    expect(settingsIn(nothing.text).points).toBeUndefined();
    const wrong = await openPage('/karte?type=raumschiff');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('role="search"');
  });

  it('leads from search to map and back with the filters', async () => {
    const search = await openPage('/suche?q=rad&category=fahrraeder');
    expect(search.text).toContain('href="/karte?q=rad&amp;category=fahrraeder"');
    const map = await openPage('/karte?q=rad&category=fahrraeder');
    expect(map.text).toContain('href="/suche?q=rad&amp;category=fahrraeder"');
  });

  it('has a map on the page of what has a point, and the way to what is around it', async () => {
    const { text } = await openPage('/betriebe/baeckerei-ohl');
    expect(settingsIn(text)).toMatchObject({ place: [51.5, 7.45], words: { title: 'Karte: Bäckerei Ohl' } });
    expect(text).toContain('href="/karte?near=51.50000%2C7.45000&amp;radius=500"');
    expect((await openPage('/betriebe/ohne-ort')).text).not.toContain('data-map');
  });

  it('allows pictures from the tile server on pages with a map, and nowhere else', async () => {
    const policyOf = async (path: string) =>
      (await openPage(path)).headers.get('content-security-policy') ?? '';
    for (const path of ['/karte', '/en/map', '/betriebe/baeckerei-ohl'])
      expect(await policyOf(path)).toContain("img-src 'self' data: blob: https://tiles.example.de;");
    for (const path of ['/', '/suche', '/betriebe/ohne-ort'])
      expect(await policyOf(path)).toContain("img-src 'self' data: blob:;");
    const { tiles } = settingsIn((await openPage('/karte')).text);
    expect(tiles).toEqual({
      url: 'https://tiles.example.de/{z}/{x}/{y}.png',
      credit: '© Vermessungsamt <b>',
    });
  });

  it('has a background of its own, kept with an entity tag', async () => {
    const { background = '' } = settingsIn((await openPage('/karte')).text);
    expect(background).toBe(BACKGROUND);
    const { status, headers, text } = await request(background, { headers: { 'accept-encoding': 'br' } });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const { features } = check(text) as FeatureCollection;
    const districts = JSON.parse(
      readFileSync(join(PROJECT_ROOT, 'data', 'cities', 'dortmund', 'districts.json'), 'utf8'),
    ) as { name: { de: string } }[];
    expect(features.map(({ properties }) => String(properties?.['name'])).sort()).toEqual(
      districts.map(({ name }) => name.de).sort(),
    );
    const again = await request(background, {
      headers: { 'accept-encoding': 'br', 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    const other = await request(`${background}?utm_source=x`, { headers: { 'accept-encoding': 'br' } });
    expect(other.headers.get('etag')).toBe(headers.get('etag'));
  });

  it('serves what a map takes under an address that changes with it', async () => {
    const { script } = settingsIn((await openPage('/karte')).text);
    const { status, headers, text } = await request(script);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('cache-control')).toContain('immutable');
    // The licences of what is in it.
    expect(text).toContain('BSD-2-Clause');
  });
});
