import { join } from 'node:path';
import { readCityFile, type ProfileFile } from '#src/demo/city-files';
import { readCity } from '#src/import/city';
import { readImportFile } from '#src/import/read-import-file';
import { runImport } from '#src/import/run-import';
import { createCityProfile, startedApp } from '../../support';
import { snapshotFaults } from '../../support/feed-faults';

const DATA = join(__dirname, '../../../data');

const CITIES = [
  { city: 'kiel', created: 66, rejected: 7 },
  { city: 'dortmund', created: 245, rejected: 47 },
  { city: 'lauf', created: 429, rejected: 0 },
];

const importCity = async (city: string) => {
  const { strapi } = startedApp();
  const { rulePlace } = await readCity(strapi);
  const file = readImportFile(join(DATA, 'cities', city, 'listings.geojson'));
  const records = file.records({ dataDir: DATA, rulePlace, language: 'en' });
  return runImport(strapi, file.type, records, { dataDir: DATA });
};

const rows = (): Promise<unknown> =>
  startedApp().strapi.db.connection('businesses').select('id', 'document_id', 'updated_at').orderBy('id');

// 740 listings in two languages: two minutes on an idle machine, longer next to other suites.
jest.setTimeout(900_000);

test.each(CITIES)(
  'every record of $city is imported under its profile or lacks a name, and a second run changes nothing',
  async ({ city, created, rejected }) => {
    const profile = readCityFile<ProfileFile>(DATA, city, 'profile.json');
    const { name, centre, federalState, postcodes } = profile as ProfileFile;
    await createCityProfile({ name, centre, federalState, postcodes });
    const { records, totals } = await importCity(city);
    expect(totals).toEqual({ created, updated: 0, unchanged: 0, rejected });
    const reasons = records.filter(({ status }) => status === 'rejected').map((record) => record.reasons);
    expect(reasons).toEqual(
      Array.from({ length: rejected }, (): unknown[] => [
        expect.stringContaining('weder Betreiber noch Ort'),
      ]),
    );
    const before = await rows();
    expect((await importCity(city)).totals).toEqual({ created: 0, updated: 0, unchanged: created, rejected });
    expect(await rows()).toEqual(before);
  },
);

test('every listing of them goes out as an event that its own schema allows', async () => {
  const { counts, faults } = await snapshotFaults();
  expect(counts['business.published']).toBeGreaterThan(700);
  expect(faults).toEqual([]);
});
