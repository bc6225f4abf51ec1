import { setTimeout as pause } from 'node:timers/promises';
import { callProcess } from '../process-calls';
import type { StartedProcess } from '../start-process';
import { sharedClock } from './shared-clock';
import type { Publishing } from './publishing-app';
import type { Arrival } from './receiver';

/** A sender with its own instance of the application, and its receivers. */
export interface Side {
  name: 'portal feed' | 'webhooks';
  app: StartedProcess;
  receiver: StartedProcess;
  receivers: number;
}

/** From the call of publish to each arrival, in milliseconds. */
export interface Latencies {
  fromCall: number[];
  /** From the return of publish; arrivals before it count as 0 */
  fromAnswer: number[];
  missing: number;
  bytes: number;
}

export interface Burst {
  deliveriesPerSecond: number;
  missing: number;
}

// Editors, imports and contributors publish concurrently; this many keep Node busy.
const AT_A_TIME = 4;
const POLL_MS = 20;
const PATIENCE_MS = 60_000;

/** Publishes one after the other, at a pace that leaves no queue, and measures when each arrives. */
export async function publishAndWait(
  side: Side,
  documentIds: readonly string[],
  pauseMs: number,
): Promise<Latencies> {
  await callProcess(side.receiver.child, 'take', null);
  const note = `Neu ${Date.now()}`;
  const published = await callProcess<Publishing[]>(side.app.child, 'publish', {
    documentIds,
    pauseMs,
    note,
  });
  const arrivals = await arrivalsOf(side, documentIds.length * side.receivers);
  const latencies: Latencies = { fromCall: [], fromAnswer: [], missing: 0, bytes: arrivals[0]?.bytes ?? 0 };
  for (const { documentId, startedAt, answeredAt } of published) {
    const own = arrivals.filter((one) => one.documentId === documentId && one.at >= startedAt);
    latencies.missing += side.receivers - new Set(own.map(({ receiver }) => receiver)).size;
    latencies.fromCall.push(...own.map(({ at }) => at - startedAt));
    latencies.fromAnswer.push(...own.map(({ at }) => Math.max(0, at - answeredAt)));
  }
  return latencies;
}

/** Publishes as fast as the application can, several at a time, and measures how soon all receivers have everything. */
export async function sustain(side: Side, documentIds: readonly string[]): Promise<Burst> {
  await callProcess(side.receiver.child, 'take', null);
  const note = `Weiter ${Date.now()}`;
  const startedAt = sharedClock();
  const parts = Array.from({ length: AT_A_TIME }, (_, part) =>
    documentIds.filter((_id, at) => at % AT_A_TIME === part),
  );
  await Promise.all(
    parts.map((part) => callProcess(side.app.child, 'publish', { documentIds: part, pauseMs: 0, note })),
  );
  return speedOf(side, documentIds, startedAt);
}

/** Makes many changes at once, and measures how soon all receivers have everything. */
export async function burst(side: Side, documentIds: readonly string[]): Promise<Burst> {
  await callProcess(side.receiver.child, 'take', null);
  const call = side.name === 'webhooks' ? 'emitMany' : 'touchMany';
  const startedAt = await callProcess<number>(side.app.child, call, {
    documentIds,
    note: `Viel Neues ${Date.now()}`,
  });
  return speedOf(side, documentIds, startedAt);
}

async function speedOf(side: Side, documentIds: readonly string[], startedAt: number): Promise<Burst> {
  const wanted = documentIds.length * side.receivers;
  const arrivals = await arrivalsOf(side, wanted);
  const distinct = new Set(arrivals.map(({ receiver, documentId }) => `${receiver} ${documentId}`)).size;
  const last = Math.max(startedAt, ...arrivals.map(({ at }) => at));
  return {
    deliveriesPerSecond: distinct / Math.max(0.001, (last - startedAt) / 1000),
    missing: wanted - distinct,
  };
}

/** Waits until so many have arrived, or no more can be expected. */
async function arrivalsOf({ receiver }: Side, wanted: number): Promise<Arrival[]> {
  const deadline = Date.now() + PATIENCE_MS;
  while ((await callProcess<number>(receiver.child, 'count', null)) < wanted && Date.now() < deadline)
    await pause(POLL_MS);
  return callProcess<Arrival[]>(receiver.child, 'take', null);
}
