import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCity } from '../../src/demo/load-city';
import { listCities } from '../../src/demo/city-files';
import type { FictionalBusinessFile, PressNoticeFile } from '../../src/demo/city-files';
import { request, startedApp } from '../support';
import { snapshotFaults } from '../support/feed-faults';

const DATA = join(__dirname, '../../data');

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

let dataDir: string;

const shorten = <T>(name: string, keep: (all: T[]) => T[]): void => {
  const file = join(dataDir, name);
  writeFileSync(file, JSON.stringify(keep(readJson<T[]>(file))));
};

const shortenFeatures = (name: string, count: number): void => {
  const file = join(dataDir, name);
  const { features } = readJson<{ features: unknown[] }>(file);
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: features.slice(0, count) }));
};

/** The real city, reduced to what a test needs. */
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'city data '));
  mkdirSync(join(dataDir, 'cities'));
  for (const name of [
    'categories.json',
    'osm-categories-de.json',
    'postcodes-de.csv',
    'health-offices.csv',
    'cities/dortmund',
    'cities/kiel',
  ]) {
    cpSync(join(DATA, name), join(dataDir, name), { recursive: true });
  }
  shorten<{ parent: string | null; osmTags: string[] }>('categories.json', (all) =>
    all.filter(({ parent, osmTags }) => parent === null || osmTags.includes('shop/bakery')),
  );
  shorten<PressNoticeFile>('cities/dortmund/press-notices.json', (all) => [
    all[0] as PressNoticeFile,
    all[10] as PressNoticeFile,
  ]);
  shorten<FictionalBusinessFile>('cities/dortmund/businesses.json', (all) => all.slice(0, 1));
  shortenFeatures('cities/dortmund/listings.geojson', 6);
  shortenFeatures('cities/dortmund/markets.geojson', 2);
});

afterAll(() => rmSync(dataDir, { recursive: true }));

jest.setTimeout(120_000);

const load = (onProgress?: Parameters<typeof loadCity>[1]['onProgress']) =>
  loadCity(startedApp().strapi, {
    city: 'dortmund',
    dataDir,
    now: new Date('2026-11-20T12:00:00Z'),
    ...(onProgress ? { onProgress } : {}),
  });

const get = async <T>(path: string): Promise<T> => (await request<{ data: T }>(path)).body.data;

it('knows the cities that have a folder', () => {
  expect(listCities(DATA)).toEqual(['dortmund', 'kiel', 'lauf']);
});

it('leaves a database alone that has the content of a real installation', async () => {
  const businesses = startedApp().strapi.documents('api::business.business');
  const { documentId } = await businesses.create({ data: { name: 'Ein echter Betrieb' } });
  await expect(load()).rejects.toThrow(/real installation/);
  await businesses.delete({ documentId, locale: '*' });
});

it('resumes after an interruption, and does nothing when it is complete', async () => {
  const interruption = new Error('interrupted');
  await expect(
    load(({ step, done }) => {
      if (step === 'weekly markets' && done > 0) throw interruption;
    }),
  ).rejects.toBe(interruption);
  await expect(loadCity(startedApp().strapi, { city: 'kiel', dataDir })).rejects.toThrow(/holds dortmund/);
  expect(await load()).toBe('loaded');
  const rows = () => startedApp().strapi.db.connection('businesses').select('id', 'updated_at').orderBy('id');
  const before: unknown = await rows();
  expect(await load()).toBe('already-loaded');
  expect(await rows()).toEqual(before);
});

it('creates every listing once, in German and English', async () => {
  const count = async (query: string): Promise<number> =>
    (await get<unknown[]>(`/api/businesses?${query}`)).length;
  // 5 of the 6 listings have a name; 2 markets, 1 fictional business
  expect(await count('pagination[pageSize]=100')).toBe(8);
  expect(await count('pagination[pageSize]=100&locale=en')).toBe(8);
  expect(await get<unknown[]>('/api/districts')).toHaveLength(12);
  expect(await get<unknown[]>('/api/categories?pagination[pageSize]=100')).not.toHaveLength(0);
});

it('gives a fictional business its offers, its pictures and a campaign that is running on that day', async () => {
  const [bakery] = await get<Record<string, unknown>[]>(
    '/api/businesses?filters[name][$contains]=Sonnenkorn&populate=*&locale=en',
  );
  expect(bakery).toMatchObject({
    summary: 'Bread from our own bakehouse, fresh every morning.',
    district: { name: 'Hombruch' },
    logo: { alternativeText: 'Logo: a sun above an ear of grain', credit: 'Stadtverbund (CC0)' },
  });
  const [campaign] = await get<Record<string, unknown>[]>('/api/campaigns?populate=*&locale=en');
  expect(campaign).toMatchObject({
    title: 'A new oven for the bakehouse',
    startsAt: '2026-10-31T00:00:00.000Z',
  });
  expect(await get<unknown[]>('/api/offers')).toHaveLength(2);
});

it('archives a notice in both languages, under the warning of the profile', async () => {
  const notices = await get<{ archivedAt: string | null }[]>('/api/press-notices?sort=publishedOn&locale=en');
  expect(notices.map(({ archivedAt }) => archivedAt)).toEqual([expect.any(String), null]);
});

it('loads the public health offices within 50 km and links them to the existing city', async () => {
  const contacts = await get<{ title: string; organisation: { name: string } }[]>(
    '/api/advisory-contacts?populate=organisation&pagination[pageSize]=100',
  );
  expect(contacts.length).toBeGreaterThan(10);
  const names = contacts.map(({ organisation }) => organisation.name);
  expect(names).toContain('Stadt Dortmund');
  expect(names.join()).not.toMatch(/Kiel|München/);
  expect(await get<unknown[]>('/api/organisations?filters[name][$eq]=Stadt%20Dortmund')).toHaveLength(1);
});

it('shows portals all kinds of listings, as their schemas describe them', async () => {
  const { counts, faults } = await snapshotFaults();
  expect(faults).toEqual([]);
  expect(Object.keys(counts).sort()).toEqual(
    ['advisory-contact', 'business', 'campaign', 'offer', 'press-notice'].map((type) => `${type}.published`),
  );
});

it('names the available cities if one is unknown', async () => {
  await expect(loadCity(startedApp().strapi, { city: 'atlantis', dataDir })).rejects.toThrow(
    /dortmund, kiel/,
  );
});
