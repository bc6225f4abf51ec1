import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReport } from '#src/import/report';
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

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs without blocking this process, whose Strapi may hold locks that the command waits for. */
const command = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: startedApp().databaseUrl };
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
  expect(stderr.trim()).toMatch(/^[^\n]*nothing\.geojson does not exist\.$/);
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
