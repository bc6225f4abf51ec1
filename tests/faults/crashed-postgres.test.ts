/** @jest-environment-options {"boot": false} */
import { setTimeout as pause } from 'node:timers/promises';
import { callProcess } from '../../scripts/bench/process-calls';
import { bootInOwnProcess } from '../support/boot-process';
import { startDurableCluster, type DurableCluster } from './support/durable-cluster';
import {
  compare,
  kill,
  startReceivers,
  startServerProcess,
  untilDelivered,
  type Started,
} from './support/feed-run';
import { seededRandom } from './support/seeded-random';
import { printProgress } from './support/print-progress';

jest.setTimeout(20 * 60_000);

const CRASHES = 5;
const SEED = 20_200_402;

let cluster: DurableCluster;

beforeAll(async () => {
  cluster = await startDurableCluster();
  await bootInOwnProcess(cluster.url);
});

afterAll(() => cluster.remove());

/** The running server, or a new one if it did not survive. */
async function alive(server: Started): Promise<Started> {
  if (server.child.exitCode === null && server.child.signalCode === null) return server;
  printProgress(`the server ended:\n${server.output()}`);
  return startServerProcess(cluster.url);
}

it(`loses and invents nothing when PostgreSQL crashes ${CRASHES} times under load`, async () => {
  const random = seededRandom(SEED);
  let server = await startServerProcess(cluster.url);
  await callProcess(server.child, 'prepare', null);
  const receivers = await startReceivers(server);
  let survived = 0;
  try {
    for (let crash = 1; crash <= CRASHES; crash += 1) {
      await callProcess(server.child, 'write', { seed: crash, howMany: 4 });
      await pause(2_000 + random() * 4_000);
      await cluster.crash();
      await pause(3_000);
      const next = await alive(server);
      if (next === server) {
        survived += 1;
        const counts = await callProcess<object>(server.child, 'settle', null);
        printProgress(`crash ${crash}: the server goes on, ${JSON.stringify(counts)}`);
      }
      server = next;
    }
    await untilDelivered(cluster.url, 180_000);
    const disagreements = await compare(cluster.url, receivers);
    const { received } = receivers.recorder;
    const events = new Set(received.map(({ headers }) => headers['webhook-id'])).size;
    printProgress(
      JSON.stringify({ crashes: CRASHES, survived, events, requests: received.length, ...disagreements }),
    );
    expect(disagreements).toEqual({ lost: [], phantoms: [], duplicates: [] });
    expect(events).toBeGreaterThan(CRASHES);
  } finally {
    await kill(server);
    await receivers.close();
  }
});
