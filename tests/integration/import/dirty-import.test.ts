import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCity } from '#src/import/city';
import { writeLedger } from '#src/import/ledger';
import { readImportFile } from '#src/import/read-import-file';
import type { ImportReport } from '#src/import/report';
import { runImport } from '#src/import/run-import';
import { postcodeTable } from '#src/writing/rules/postcode-table';
import { ELEMENTS, FEATURES } from '../../fixtures/dirty-files/features';
import { STRUCTURES } from '../../fixtures/dirty-files/tables';
import { createCityProfile, request, startedApp } from '../../support';

const DATA = join(__dirname, '../../../data');

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dirty import '));
  await createCityProfile();
});

afterAll(() => rmSync(folder, { recursive: true }));

const importing = async (name: string, content: string, dryRun = false): Promise<ImportReport> => {
  const file = join(folder, name);
  writeFileSync(file, content);
  const { strapi } = startedApp();
  const { rulePlace } = await readCity(strapi);
  const read = readImportFile(file);
  const places = postcodeTable(strapi.dirs.app.root);
  const mapped = read.records({ dataDir: DATA, rulePlace, language: 'en', places });
  return runImport(strapi, read.type, mapped, { dataDir: DATA, language: 'en', dryRun });
};

interface Found {
  documentId: string;
  name: string;
  address: { houseNumber: string } | null;
}

const named = async (name: string): Promise<Found[]> => {
  const path = `/api/businesses?filters[name][$eq]=${encodeURIComponent(name)}&populate=address&sort=createdAt`;
  return (await request<{ data: Found[] }>(path)).body.data;
};

// Every record that the mapping lets in passes the rules of a write too.
jest.setTimeout(120_000);

it('what the mapping lets in of dirty features and elements, the rules let in too', async () => {
  const wanted = [...FEATURES, ...ELEMENTS].filter(([, , { record }]) => record).length;
  const features = FEATURES.map(([, feature]) => feature);
  const elements = ELEMENTS.map(([, element]) => element);
  const first = await importing('a.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const second = await importing('b.json', JSON.stringify({ elements }));
  const refused = [...first.records, ...second.records].filter(({ status }) => status === 'rejected');
  // The way by its nodes is nowhere without them.
  expect([first.totals.created + second.totals.created, refused.length]).toEqual([
    wanted - 1,
    FEATURES.length + ELEMENTS.length - wanted + 1,
  ]);
});

it('the same of dirty tables', async () => {
  // The others have no street, which a public listing needs where it has no position.
  const whole = STRUCTURES.filter(({ text }) => /Straße|Anschrift|lat,lon/.test(text));
  expect(whole.length).toBeGreaterThan(10);
  for (const [at, { what, text, rows }] of whole.entries()) {
    const wanted = Object.values(rows).filter(({ record }) => record).length;
    const report = await importing(`${at}.csv`, text, true);
    expect([what, report.totals.created, report.records.length]).toEqual([
      what,
      wanted,
      Object.keys(rows).length,
    ]);
  }
});

describe('a listing that an earlier release imported', () => {
  const HEADER = 'Name;Kategorie;Straße;Hausnummer;PLZ;Ort\n';
  const row = (number: string): string => `Bäckerei Muster;Bäckerei;Westenhellweg;${number};44137;Dortmund\n`;
  const source = { system: 'csv', externalId: 'baeckerei-muster-westenhellweg-44137-dortmund' };

  /** Gives the only listing of that name the id that it would have had. */
  const asBefore = async (): Promise<string> => {
    const { strapi } = startedApp();
    await importing('before.csv', HEADER + row('30'));
    const [{ documentId } = { documentId: '' }] = await named('Bäckerei Muster');
    const sql = strapi.db.connection;
    const where = { document_id: documentId };
    const known = await sql<{ document_id: string; record: object | string }>('stadtverbund.import_ledger')
      .where(where)
      .first('record');
    await sql('stadtverbund.import_ledger').where(where).delete();
    const record = typeof known?.record === 'string' ? (JSON.parse(known.record) as object) : known?.record;
    await writeLedger(strapi, 'business', source, { documentId, parts: {}, record: { ...record, source } });
    return documentId;
  };

  it('is recognised by its old id, and the branch next to it gets a listing of its own', async () => {
    const documentId = await asBefore();
    const both = await importing('both.csv', HEADER + row('95') + row('30'));
    expect(both.records.map(({ status }) => status)).toEqual(['created', 'unchanged']);
    const found = await named('Bäckerei Muster');
    expect(found.map(({ address }) => address?.houseNumber).sort()).toEqual(['30', '95']);
    expect(found.find(({ address }) => address?.houseNumber === '30')?.documentId).toBe(documentId);
    // Neither takes over the other's listing where one is missing.
    const one = await importing('one.csv', HEADER + row('95'));
    expect(one.records.map(({ status }) => status)).toEqual(['unchanged']);
    const again = await importing('again.csv', HEADER + row('30') + row('95'));
    expect(again.totals).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 0 });
    expect(await named('Bäckerei Muster')).toHaveLength(2);
  });
});

it('a group of categories can be named where no other is known', async () => {
  const table = 'Name;Kategorie;Straße;Ort\nHändler Muster;Einzelhandel;Weg 1;Dortmund\n';
  expect((await importing('group.csv', table)).totals.created).toBe(1);
  const path = '/api/businesses?filters[name][$eq]=Händler Muster&populate=categories';
  const { body } = await request<{ data: { categories: { slug: string }[] }[] }>(encodeURI(path));
  expect(body.data[0]?.categories.map(({ slug }) => slug)).toEqual(['einzelhandel']);
});
