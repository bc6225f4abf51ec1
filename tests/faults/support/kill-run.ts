import { callProcess } from '#scripts/bench/process-calls';
import {
  compare,
  kill,
  startReceivers,
  startServerProcess,
  untilDelivered,
  type Disagreements,
} from './feed-run';
import { KILL_POINTS, type Kill } from './kill-points';
import { seededRandom } from './seeded-random';

// A server that does not reach its point is killed anyway.
const LONGEST_LIFE_MS = 30_000;

const WRITERS = 4;
const MOST_PASSES = 12;
// Coprime to the number of points, so that a few kills are spread over them and many cover each.
const STRIDE = 5;

/** The seeded points: all kinds in turn, each at a random occurrence. */
export function killsOf(seed: number, howMany: number): Kill[] {
  const random = seededRandom(seed);
  const start = Math.floor(random() * KILL_POINTS.length);
  return Array.from({ length: howMany }, (_, index) => ({
    point: KILL_POINTS[(start + index * STRIDE) % KILL_POINTS.length] ?? 'commit.before',
    nth: 1 + Math.floor(random() * MOST_PASSES),
  }));
}

export interface KillReport extends Disagreements {
  /** How many died at their point; the others were killed after their time was up. */
  readonly hit: number;
  readonly received: number;
  /** Requests that were sent again under the same id. */
  readonly repeated: number;
  readonly events: number;
}

/** Lets a server write under load until it reaches its point. @returns whether it died there */
async function liveAndDie(databaseUrl: string, seed: number, at: Kill): Promise<boolean> {
  const server = await startServerProcess(databaseUrl);
  await callProcess(server.child, 'dieAt', at);
  // It may die while answering.
  await callProcess(server.child, 'write', { seed, howMany: WRITERS }).catch(() => undefined);
  const late = setTimeout(() => server.child.kill('SIGKILL'), LONGEST_LIFE_MS);
  const began = Date.now();
  await server.ended;
  clearTimeout(late);
  return Date.now() - began < LONGEST_LIFE_MS;
}

/** Kills a server at each of these points, one after the other, and in the end compares what arrived. */
export async function runKills(
  databaseUrl: string,
  kills: readonly Kill[],
  onProgress: (done: number, at: Kill, hit: boolean) => void = () => undefined,
): Promise<KillReport> {
  const first = await startServerProcess(databaseUrl);
  await callProcess(first.child, 'prepare', null);
  const receivers = await startReceivers(first);
  await kill(first);
  try {
    let hit = 0;
    for (const [index, at] of kills.entries()) {
      const died = await liveAndDie(databaseUrl, index + 1, at);
      if (died) hit += 1;
      onProgress(index + 1, at, died);
    }
    const last = await startServerProcess(databaseUrl);
    await untilDelivered(databaseUrl, 180_000);
    await kill(last);
    const { received } = receivers.recorder;
    const ids = new Set(received.map(({ headers }) => headers['webhook-id']));
    const disagreements = await compare(databaseUrl, receivers);
    return {
      hit,
      received: received.length,
      repeated: received.length - ids.size,
      events: ids.size,
      ...disagreements,
    };
  } finally {
    await receivers.close();
  }
}
