/** @jest-environment-options {"boot": false} */
import { callProcess } from '#scripts/bench/process-calls';
import { kill, onDatabase as rowsOf, portalAt, startServerProcess } from '#tests/faults/support/feed-run';
import { databaseUrl, onDatabase, testClusterUrl } from '#tests/support/test-cluster';
import { TEMPLATE_DATABASE } from '#tests/support/test-run';
import { eventually } from '#tests/support/eventually';
import { answers, hangs, startReceiver } from '#tests/support/webhook-receiver';

jest.setTimeout(300_000);

const DATABASE = 'suite_feed_drains';
const url = (): string => databaseUrl(DATABASE);

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${DATABASE} template ${TEMPLATE_DATABASE}`);
});

afterAll(async () => {
  await onDatabase(testClusterUrl(), `drop database if exists ${DATABASE} with (force)`);
});

it('an instance that is shutting down aborts hanging requests within 10 s, and the next one sends them', async () => {
  const receiver = await startReceiver(hangs);
  const first = await startServerProcess(url());
  await callProcess(first.child, 'prepare', null);
  await callProcess(first.child, 'portal', portalAt(receiver.url));
  await callProcess(first.child, 'write', { seed: 1, howMany: 1 });
  await eventually('a request that hangs', () => receiver.received.length > 0, 60_000);
  await callProcess(first.child, 'settle', null);
  const began = Date.now();
  await callProcess(first.child, 'stop', null);
  expect(Date.now() - began).toBeLessThan(10_000);
  await kill(first);
  const held = await rowsOf<{ state: string; failure: string; failures: number }>(
    url(),
    `select state, failure, failures from stadtverbund.feed_delivery where attempts > 0`,
  );
  expect(held).not.toHaveLength(0);
  for (const one of held) expect(one).toMatchObject({ failure: 'interrupted', failures: 0 });
  const hung = receiver.received.length;
  receiver.behave(answers(204));
  const second = await startServerProcess(url());
  await eventually('it is sent again', () => receiver.received.length > hung, 30_000);
  await kill(second);
  await receiver.close();
});
