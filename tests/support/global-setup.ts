import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from '../../scripts/lib/builds/server';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import { startThrowawayPostgres, type ThrowawayPostgres } from './throwaway-postgres';
import { testEnvironmentVariables } from './test-run';

const global_ = globalThis as { throwawayPostgres?: ThrowawayPostgres };

/** Once a run: compile, start a throwaway PostgreSQL, and boot Strapi into the template database of all suites. */
export default async function globalSetup(): Promise<void> {
  await buildServer();
  // Two projects may share one run, and so one cluster.
  if (global_.throwawayPostgres) return;
  const postgres = await startThrowawayPostgres();
  global_.throwawayPostgres = postgres;
  Object.assign(process.env, testEnvironmentVariables(), { TEST_CLUSTER_URL: postgres.url });
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'prepare-template.ts')], {
    cwd: PROJECT_ROOT,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    await postgres.stop();
    throw new Error(`Strapi does not boot on an empty database:\n${result.stdout}${result.stderr}`);
  }
}
