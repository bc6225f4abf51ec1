import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '../../../src/import/report';
import { createCityProfile, request, startedApp } from '../../support';

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

const command = (...args: string[]) => {
  const env = { ...process.env, DATABASE_URL: startedApp().databaseUrl };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/import.ts', ...args],
    { cwd: ROOT, env, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

// tsx alone takes a second or two to start on a busy machine, a Strapi of its own about five more.
jest.setTimeout(120_000);

it('says what it does on --help', () => {
  const { status, stdout } = command('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/--dry-run[\s\S]*--report FILE\.json/);
});

describe('a file that cannot be read is answered with one sentence', () => {
  test.each([
    ['a missing file', () => join(folder, 'nothing.geojson'), /nothing\.geojson does not exist\.$/],
    [
      'broken JSON',
      () => file('broken.geojson', '{\n "type": "FeatureCollection",\n "features": [,]\n}'),
      /not valid JSON in line 3/,
    ],
    ['JSON without features', () => file('other.json', '{"a":1}'), /is not GeoJSON.*"features"/],
    [
      'Latin-1',
      () => file('latin1.csv', Buffer.from('name;category\nX;shop\nBäckerei;shop\n', 'latin1')),
      /not UTF-8 \(line 3\).*save it as UTF-8/,
    ],
    [
      'missing columns',
      () => file('columns.csv', 'Betrieb;Farbe\nX;rot\n'),
      /lacks the column category in its first line; found: name, Farbe\.$/,
    ],
    ['broken CSV', () => file('quotes.csv', 'name;category\n"X;shop\n'), /not valid CSV.*line 2/],
    ['an empty file', () => file('empty.csv', ''), /is empty\.$/],
    ['another kind of file', () => file('a.xlsx', 'PK'), /neither GeoJSON .* nor CSV/],
  ])('%s', (_description, make, sentence) => {
    const { status, stderr } = command(make());
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('an option that is none', () => {
    expect(command('x.csv', '--type', 'shop')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^--type is business or advisory-contact/) as unknown,
    });
  });
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
  const { status, stdout, stderr } = command(source, '--report', reportFile);
  expect({
    status,
    stderr: stderr.replace(/^.*DeprecationWarning.*\n|^.*trace-deprecation.*\n/gm, ''),
  }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/created.*node\/1.*Kommandobude/);
  expect(stdout).toContain('2 records: 1 created, 0 updated, 0 unchanged, 1 rejected');
  expect(JSON.parse(readFileSync(reportFile, 'utf8')) as ImportReport).toEqual({
    records: [
      { externalId: 'node/1', name: 'Kommandobude', status: 'created', reasons: [] },
      {
        externalId: 'node/2',
        name: '',
        status: 'rejected',
        reasons: [expect.stringContaining('keinen Namen') as unknown],
      },
    ],
    totals: { created: 1, updated: 0, unchanged: 0, rejected: 1 },
  });
  const { body } = await request<{ data: unknown[] }>('/api/businesses?filters[name][$eq]=Kommandobude');
  expect(body.data).toHaveLength(1);
});
