import { buildServer } from '../../scripts/lib/builds/server';
import { bootInOwnProcess } from './boot-process';
import { databaseUrl, onDatabase } from './test-cluster';
import { TEMPLATE_DATABASE, testEnvironmentVariables } from './test-run';
import { startThrowawayPostgres, type ThrowawayPostgres } from './throwaway-postgres';

const global_ = globalThis as { throwawayPostgres?: ThrowawayPostgres };

/** Once per run: compiles, starts a throwaway PostgreSQL, and boots Strapi into the template database of all suites. */
export default async function globalSetup(): Promise<void> {
  // Two projects may share one run, and therefore one cluster.
  if (global_.throwawayPostgres) return;
  await buildServer();
  const postgres = await startThrowawayPostgres();
  global_.throwawayPostgres = postgres;
  Object.assign(process.env, testEnvironmentVariables(), { TEST_CLUSTER_URL: postgres.url });
  try {
    await onDatabase(postgres.url, `create database ${TEMPLATE_DATABASE}`);
    await bootInOwnProcess(databaseUrl(TEMPLATE_DATABASE));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
