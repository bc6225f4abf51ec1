/** @jest-environment-options {"boot": false} */
import { Client } from 'pg';
import { callProcess } from '../../scripts/bench/process-calls';
import { seedDatabase } from '../../scripts/bench/seed/seed-database';
import { eventually } from '../support/eventually';
import { databaseUrl, onDatabase, testClusterUrl } from '../support/test-cluster';
import { TEMPLATE_DATABASE } from '../support/test-run';
import { hangs, startReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import {
  kill,
  onDatabase as rowsOf,
  portalAt,
  startServerProcess,
  untilDelivered,
  type Started,
} from './support/feed-run';
import { printProgress } from './support/print-progress';

jest.setTimeout(20 * 60_000);

const DATABASE = 'faults_two_instances';
const EVENTS = 1_000;
const PORTALS = 10;

const url = (): string => databaseUrl(DATABASE);

let servers: Started[] = [];
let receivers: WebhookReceiver[] = [];

beforeAll(async () => {
  await onDatabase(testClusterUrl(), `create database ${DATABASE} template ${TEMPLATE_DATABASE}`);
  const client = new Client({ connectionString: url() });
  await client.connect();
  await seedDatabase(client, { size: EVENTS, onProgress: () => undefined });
  await client.end();
  servers = [await startServerProcess(url()), await startServerProcess(url())];
});

afterAll(async () => {
  await Promise.all(servers.map(kill));
  await Promise.all(receivers.map((receiver) => receiver.close()));
  await onDatabase(testClusterUrl(), `drop database if exists ${DATABASE} with (force)`);
});

const documents = async (): Promise<{ type: string; documentId: string }[]> => {
  const rows = await rowsOf<{ id: string }>(
    url(),
    `select distinct document_id as id from public.businesses where published_at is not null order by 1 limit ${EVENTS}`,
  );
  return rows.map(({ id }) => ({ type: 'api::business.business', documentId: id }));
};

it(`two instances share ${EVENTS} events to ${PORTALS} portals, each delivered once`, async () => {
  await rowsOf(url(), 'update public.businesses set syndication_consent = true');
  receivers = await Promise.all(Array.from({ length: PORTALS }, () => startReceiver()));
  for (const receiver of receivers) await callProcess(servers[0]!.child, 'portal', portalAt(receiver.url));
  const all = await documents();
  expect(all).toHaveLength(EVENTS);
  const began = Date.now();
  await callProcess(servers[0]!.child, 'touch', all);
  await untilDelivered(url(), 300_000);
  const seconds = (Date.now() - began) / 1_000;
  const sent = await Promise.all(servers.map(({ child }) => callProcess<number>(child, 'sent', null)));
  const requests = receivers.reduce((sum, { received }) => sum + received.length, 0);
  printProgress(JSON.stringify({ seconds, perSecond: Math.round(requests / seconds), sent, requests }));
  // Their offers and campaigns became public with them.
  const [log] = await rowsOf<{ events: number }>(
    url(),
    'select count(*)::integer as events from stadtverbund.feed_event',
  );
  expect(log?.events).toBeGreaterThanOrEqual(EVENTS);
  for (const { received } of receivers) {
    expect(new Set(received.map(({ body }) => body.data.id)).size).toBe(log?.events);
    expect(received).toHaveLength(log?.events ?? 0);
  }
  // Each did a fair share.
  for (const share of sent) expect(share).toBeGreaterThan(requests / 10);
});

it('within 60 s another instance takes over what a killed one was sending', async () => {
  const [first] = receivers;
  for (const receiver of receivers) receiver.behave(hangs);
  await rowsOf(
    url(),
    `update stadtverbund.feed_delivery set state = 'waiting', next_attempt_at = now(), failures = 0
     where id in (select distinct on (portal_id) id from stadtverbund.feed_delivery)`,
  );
  await rowsOf(url(), `select pg_notify('stadtverbund_feed_wake', '')`);
  const before = first!.received.length;
  await eventually('a request that hangs', () => first!.received.length > before, 30_000);
  await kill(servers[1]!);
  const killed = Date.now();
  for (const receiver of receivers) {
    receiver.behave((_request, answer) => void answer.writeHead(204).end());
  }
  await untilDelivered(url(), 60_000);
  printProgress(`everything was delivered ${Date.now() - killed} ms after the kill`);
});
