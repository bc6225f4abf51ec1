import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import type { Answers, Installation } from '../fixtures/releases/filling/installation';
import { onDatabase } from './test-cluster';

const UPLOADS = join(PROJECT_ROOT, 'public', 'uploads');

const fileOf = (release: string, name: string): string =>
  join(PROJECT_ROOT, 'tests', 'fixtures', 'releases', release, name);

const unpacked = (release: string, name: string): string =>
  gunzipSync(readFileSync(fileOf(release, name))).toString('utf8');

/** An installation created by an older release (tests/fixtures/releases): settings, accounts, tokens. */
export const installationOf = (release: string): Installation =>
  JSON.parse(readFileSync(fileOf(release, 'installation.json'), 'utf8')) as Installation;

/** The answers that release gave its readers. */
export const answersOf = (release: string): Answers =>
  JSON.parse(unpacked(release, 'answers.json.gz')) as Answers;

/** Restores its database into an empty one. */
export const restoreRelease = async (release: string, databaseUrl: string): Promise<void> =>
  void (await onDatabase(databaseUrl, unpacked(release, 'database.sql.gz')));

/** Puts its files where Strapi serves them. @returns a function that removes them again */
export function restoreUploads(release: string): () => void {
  const from = fileOf(release, 'uploads');
  const names = readdirSync(from).filter((name) => !existsSync(join(UPLOADS, name)));
  mkdirSync(UPLOADS, { recursive: true });
  for (const name of names) cpSync(join(from, name), join(UPLOADS, name));
  return () => {
    for (const name of names) rmSync(join(UPLOADS, name), { force: true });
  };
}
