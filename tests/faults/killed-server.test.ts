/** @jest-environment-options {"boot": false} */
import { databaseUrl, onDatabase, testClusterUrl } from '../support/test-cluster';
import { TEMPLATE_DATABASE } from '../support/test-run';
import { killsOf, runKills } from './support/kill-run';
import { printProgress } from './support/print-progress';

jest.setTimeout(60 * 60_000);

const DATABASE = 'faults_killed_server';
const KILLS = Number(process.env['FAULTS_KILLS'] ?? 50);
const SEED = Number(process.env['FAULTS_SEED'] ?? 20_200_401);

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${DATABASE} template ${TEMPLATE_DATABASE}`);
});

afterAll(async () => {
  await onDatabase(testClusterUrl(), `drop database if exists ${DATABASE} with (force)`);
});

it(`loses and invents nothing when the server is killed at ${KILLS} seeded points under load`, async () => {
  const report = await runKills(databaseUrl(DATABASE), killsOf(SEED, KILLS), (done, { point, nth }, hit) =>
    printProgress(
      `kill ${done}: ${point}, pass ${nth}${hit ? '' : ' (not reached; killed when its time was up)'}`,
    ),
  );
  printProgress(`seed ${SEED}: ${JSON.stringify(report)}`);
  expect(report).toMatchObject({ lost: [], phantoms: [], duplicates: [] });
  expect(report.events).toBeGreaterThan(KILLS);
});
