/** @jest-environment-options {"boot": false} */
import { killsOf, runKills } from '#tests/faults/support/kill-run';
import { databaseUrl, onDatabase, testClusterUrl } from '#tests/support/test-cluster';
import { TEMPLATE_DATABASE } from '#tests/support/test-run';

jest.setTimeout(600_000);

const DATABASE = 'suite_feed_killed';
const SEED = 20260401;

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${DATABASE} template ${TEMPLATE_DATABASE}`);
});

afterAll(async () => {
  await onDatabase(testClusterUrl(), `drop database if exists ${DATABASE} with (force)`);
});

it('loses and invents nothing when the server is killed at five points under load', async () => {
  const report = await runKills(databaseUrl(DATABASE), killsOf(SEED, 5));
  expect(report).toMatchObject({ lost: [], phantoms: [], duplicates: [] });
  expect(report.events).toBeGreaterThan(10);
});
