/** @jest-environment-options {"env": {"PUBLIC_URL": "https://stadt.example", "LISTING_URL": "https://www.stadt.example/{type}/{slug}"}} */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileReport } from '#src/import/report';
import { createCityProfile, request, startedApp } from '../../support';
import { eventually } from '../../support/eventually';
import { differences, readTables } from '../../support/table-rows';

const ROOT = join(__dirname, '../../..');

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import command '));
  await createCityProfile();
});

afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs without blocking this process, whose Strapi may hold locks that the command waits for. */
const command = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    // The server's own settings are not those of the shell beside it.
    const { PUBLIC_URL: _url, LISTING_URL: _listing, ...rest } = process.env;
    const env = { ...rest, DATABASE_URL: startedApp().databaseUrl };
    const all = ['--import', 'tsx', 'scripts/import.ts', ...args];
    execFile(process.execPath, all, { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

// On a busy machine tsx alone takes a second or two to start, and another Strapi about five more.
jest.setTimeout(120_000);

it('explains itself on --help', async () => {
  const { status, stdout } = await command('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/--dry-run[\s\S]*--report FILE\.json/);
});

it('ends with one sentence and exit code 1 if the file does not exist', async () => {
  const { status, stderr } = await command(join(folder, 'nothing.geojson'));
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^[^\n]*nothing\.geojson gibt es nicht\.$/);
});

it('imports while Stadtverbund runs, and reports every record as a table and as JSON', async () => {
  const feature = (id: string, properties: Record<string, string>) => ({
    type: 'Feature',
    id,
    properties,
    geometry: { type: 'Point', coordinates: [7.4653, 51.5139] },
  });
  const features = [
    feature('node/1', { name: 'Kommandobude', shop: 'kiosk' }),
    feature('node/2', { craft: 'beekeeper' }),
  ];
  const source = file('two.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const reportFile = join(folder, 'report.json');
  const { status, stdout, stderr } = await command(source, '--report', reportFile);
  expect({
    status,
    stderr: stderr.replace(/^.*DeprecationWarning.*\n|^.*trace-deprecation.*\n/gm, ''),
  }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/created.*node\/1.*Kommandobude/);
  expect(stdout).toContain('2 records: 1 created, 0 updated, 0 unchanged, 1 rejected');
  expect(JSON.parse(readFileSync(reportFile, 'utf8')) as FileReport).toEqual({
    records: [
      { externalId: 'node/1', name: 'Kommandobude', status: 'created', reasons: [] },
      {
        externalId: 'node/2',
        name: '',
        status: 'rejected',
        reasons: [expect.stringContaining('weder Betreiber noch Ort') as unknown],
      },
    ],
    totals: { created: 1, updated: 0, unchanged: 0, rejected: 1 },
    notes: [],
  });
  const { body } = await request<{ data: unknown[] }>('/api/businesses?filters[name][$eq]=Kommandobude');
  expect(body.data).toHaveLength(1);
});

const KIOSK = {
  type: 'Feature',
  id: 'node/7',
  properties: { name: 'Trockenbude', shop: 'kiosk' },
  geometry: { type: 'Point', coordinates: [7.4653, 51.5139] },
};

it('writes nothing in a dry run: no row of any table differs, and the server keeps its settings', async () => {
  const source = file('dry.geojson', JSON.stringify(KIOSK));
  const { databaseUrl } = startedApp();
  const before = await readTables(databaseUrl);
  const { status, stdout } = await command(source, '--dry-run');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/created.*node\/7[\s\S]*nothing was written/)]);
  const after = await readTables(databaseUrl);
  // The server notes every minute until when it has announced what time changes. And Strapi writes settings of its own
  // again as they are, which only makes caches look again.
  const moving = ['stadtverbund.version', 'stadtverbund.timed_changes'];
  const changed = differences(before, after).filter(({ table }) => !moving.includes(table));
  expect(changed).toEqual([]);
  expect([...after.keys()]).toEqual([...before.keys()]);
});

it('writes the addresses of the server into events, not those of its own environment', async () => {
  const { strapi, databaseUrl } = startedApp();
  const noted: unknown = await eventually('the server notes its addresses', () =>
    strapi.db.connection<object>('stadtverbund.served_address').select('base', 'listing_url').first(),
  );
  expect(noted).toEqual({
    base: 'https://stadt.example',
    listing_url: 'https://www.stadt.example/{type}/{slug}',
  });
  const source = file(
    'urls.geojson',
    JSON.stringify({ ...KIOSK, id: 'node/8', properties: { name: 'Adressbude', shop: 'kiosk' } }),
  );
  expect((await command(source)).status).toBe(0);
  const events = (await readTables(databaseUrl, ['stadtverbund'])).get('stadtverbund.feed_event');
  const own = [...(events?.rows.values() ?? [])]
    .map((row) => JSON.stringify(row))
    .filter((row) => row.includes('Adressbude'));
  expect(own).toHaveLength(1);
  expect(own[0]).toContain('https://www.stadt.example/business/adressbude');
  expect(own[0]).not.toContain('localhost');
});
