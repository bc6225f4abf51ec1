/** @jest-environment-options {"boot": false} */
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { readDatabase, wordsIn } from '#tests/support/database-text';
import { databaseUrl, onDatabase, testClusterUrl } from '#tests/support/test-cluster';
import { TEMPLATE_DATABASE } from '#tests/support/test-run';

jest.setTimeout(240_000);

const DATABASE = 'crashed_erasure';
const url = databaseUrl(DATABASE);
const PICTURE = join(PROJECT_ROOT, 'public', 'uploads', 'amsel_bild.png');

/** @returns how it ended: 0, or the signal that killed it */
async function run(environment: Readonly<Record<string, string>>): Promise<number | string | null> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, '../../support/erasure-process.ts')],
    {
      cwd: PROJECT_ROOT,
      env: { ...process.env, ...environment, DATABASE_URL: url, TSX_TSCONFIG_PATH: 'tsconfig.tools.json' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = await new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(signal ?? code));
  });
  if (end === 1) throw new Error(output);
  return end;
}

const amsel = async (): Promise<string[]> => {
  const text = await readDatabase(url);
  // What is to be done is noted, jobs come and go, and words of the search are swept by night.
  const rest = [...text].filter(([table]) => !/^pgboss\.|\.(erasure|erased_file|listing_word)$/.test(table));
  return wordsIn(new Map(rest), ['amsel']).map(({ table, row }) => `${table} ${row}`);
};

const due = () => onDatabase(url, `update stadtverbund.erasure set due_at = now() where erased_at is null`);

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${DATABASE} template ${TEMPLATE_DATABASE}`);
  expect(await run({ PREPARE: 'yes' })).toBe(0);
  writeFileSync(PICTURE, 'Amsel');
});

afterAll(() => onDatabase(testClusterUrl(), `drop database if exists ${DATABASE} with (force)`));

it.each([
  ['the first step', '^\\s*insert into stadtverbund.erasure'],
  ['a listing is deleted', '^\\s*select stadtverbund.feed_forget'],
  ['the log has lost the name', '^\\s*update stadtverbund.submission set submitted_by = null'],
  ['the account is deleted', '^\\s*delete from strapi_sessions where origin'],
])('a server that dies when %s leaves everything as it was', async (_what, statement) => {
  const before = await amsel();
  expect(before.length).toBeGreaterThan(5);
  await due();
  expect(await run({ DIE_AT: statement })).toBe('SIGKILL');
  expect(await amsel()).toEqual(before);
  expect(existsSync(PICTURE)).toBe(true);
});

it('one that dies after the commit leaves a file, which the next start removes', async () => {
  await due();
  expect(await run({ DIE_AT: '^\\s*delete from stadtverbund.erased_file' })).toBe('SIGKILL');
  expect(await amsel()).toEqual([]);
  expect(await onDatabase(url, 'select hash, ext from stadtverbund.erased_file')).toEqual([
    { hash: 'amsel_bild', ext: '.png' },
  ]);
  // As if it had died a moment earlier.
  writeFileSync(PICTURE, 'Amsel');
  expect(await run({})).toBe(0);
  expect(existsSync(PICTURE)).toBe(false);
  expect(await onDatabase(url, 'select from stadtverbund.erased_file')).toEqual([]);
  expect(await amsel()).toEqual([]);
});
