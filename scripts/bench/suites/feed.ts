import { onDatabase } from '../bench-database';
import { appEnvironment } from '../app/environment';
import { burst, publishAndWait, sustain, type Burst, type Latencies, type Side } from '../feed/feed-side';
import { callProcess } from '../process-calls';
import type { Figure, Goal } from '../report/result';
import { median, percentile, ratioOfRounds } from '../report/statistics';
import { profiling, startUntilEnd } from '../start-servers';
import type { RunSuite, SuiteContext } from './context';

const TITLE =
  "feed: from publish to the receiver, against Strapi's own webhooks (same application, on the disk)";

// Documents published one by one, and in one burst.
const PACED = 30;
const BURST = 300;
const SUSTAINED = 100;
// Editors are slower; the queue is empty before the next one.
const PAUSE_MS = 40;

// The goal: at least equal throughput, p95 below a second.
const EQUAL = 1;
const SECOND = 1000;

const RECEIVERS = [1, 10] as const;

/** German businesses that are not shown in any other document, so that one change is one event and one webhook. */
const PLAIN = `
  select document_id from public.businesses b
  where published_at is not null and syndication_consent
    and not exists (select from public.businesses o where o.document_id = b.document_id and o.locale <> 'de')
    and not exists (select from public.offers_business_lnk l where l.business_id = b.id)
    and not exists (select from public.campaigns_business_lnk l where l.business_id = b.id)
  order by md5(document_id) limit $1`;

async function startSide(
  context: SuiteContext,
  name: Side['name'],
  receivers: number,
  documentIds: readonly string[],
): Promise<Side> {
  const database = `bench_feed_${name === 'webhooks' ? 'hooks' : 'portals'}_${receivers}`;
  const databaseUrl = await context.databases.copy(context.options.size, database);
  const environment = appEnvironment(databaseUrl, {
    PORT: '0',
    FEED_ALLOW_NETWORKS: '127.0.0.0/8',
    FEED_ALLOW_HTTP: 'true',
  });
  const profile = name === 'portal feed' ? context.options.profile : undefined;
  const app = await startUntilEnd(context.closing, 'feed/publishing-app.ts', environment, profiling(profile));
  const receiver = await startUntilEnd(context.closing, 'feed/receiver.ts', { ...process.env, PORT: '0' });
  const urls = Array.from({ length: receivers }, (_, at) => `${receiver.url}/${at}`);
  await callProcess(app.child, name === 'webhooks' ? 'webhooks' : 'portals', { urls, documentIds });
  return { name, app, receiver, receivers };
}

interface Measured {
  side: Side;
  latencies: Latencies[];
  sustained: Burst[];
  bursts: Burst[];
}

/** Both senders alternately, round by round. */
async function measureWith(context: SuiteContext, receivers: number): Promise<Measured[]> {
  const { options, progress, databases } = context;
  const all = await onDatabase(await databases.seeded(options.size), async (client) =>
    (await client.query<{ document_id: string }>(PLAIN, [BURST])).rows.map((row) => row.document_id),
  );
  const sides = [
    await startSide(context, 'portal feed', receivers, all),
    await startSide(context, 'webhooks', receivers, all),
  ];
  const measured: Measured[] = sides.map((side) => ({
    side,
    latencies: [],
    sustained: [],
    bursts: [],
  }));
  progress.step(`feed, ${receivers} receivers`, measured.length * 3 * (options.rounds + 1));
  for (let round = -1; round < options.rounds; round += 1) {
    for (const one of measured) {
      progress.advance(`${one.side.name}: one by one`);
      const latencies = await publishAndWait(one.side, all.slice(0, PACED), PAUSE_MS);
      progress.advance(`${one.side.name}: without a pause`);
      const sustained = await sustain(one.side, all.slice(0, SUSTAINED));
      progress.advance(`${one.side.name}: burst`);
      const burstOf = await burst(one.side, all);
      // The first round is a warm-up.
      if (round < 0) continue;
      one.latencies.push(latencies);
      one.sustained.push(sustained);
      one.bursts.push(burstOf);
    }
  }
  for (const { app, receiver } of sides) {
    await app.stop();
    await receiver.stop();
  }
  return measured;
}

const speed = (all: readonly Burst[]): number =>
  median(all.map(({ deliveriesPerSecond }) => deliveriesPerSecond));

const receiversText = (count: number): string => `${count} receiver${count === 1 ? '' : 's'}`;

function figuresOf({ side, latencies, sustained, bursts }: Measured): Figure[] {
  const name = `${side.name}, ${receiversText(side.receivers)}`;
  const fromCall = latencies.flatMap((one) => one.fromCall);
  const fromAnswer = latencies.flatMap((one) => one.fromAnswer);
  const missing = [...latencies, ...sustained, ...bursts].reduce((sum, one) => sum + one.missing, 0);
  const latency = (values: readonly number[], share: number): number =>
    values.length === 0 ? Number.NaN : percentile(values, share);
  return [
    { name: `${name}: call of publish to receiver, p50`, value: latency(fromCall, 0.5), unit: 'ms' },
    { name: `${name}: call of publish to receiver, p95`, value: latency(fromCall, 0.95), unit: 'ms' },
    { name: `${name}: answer of publish to receiver, p50`, value: latency(fromAnswer, 0.5), unit: 'ms' },
    { name: `${name}: answer of publish to receiver, p95`, value: latency(fromAnswer, 0.95), unit: 'ms' },
    { name: `${name}: publishing without a pause`, value: speed(sustained), unit: 'deliveries/s' },
    { name: `${name}: ${BURST} at once, without publishing`, value: speed(bursts), unit: 'deliveries/s' },
    { name: `${name}: payload`, value: latencies[0]?.bytes ?? 0, unit: 'bytes' },
    { name: `${name}: never arrived`, value: missing, unit: 'deliveries' },
  ];
}

function goalsOf([feed, webhooks]: Measured[]): Goal[] {
  if (!feed || !webhooks) return [];
  const name = receiversText(feed.side.receivers);
  const speeds = ({ sustained }: Measured): number[] => sustained.map((one) => one.deliveriesPerSecond);
  const latencies = feed.latencies.flatMap((one) => one.fromCall);
  return [
    {
      name: `${name}: publishing without a pause, deliveries of the portal feed times the webhooks'`,
      value: ratioOfRounds(speeds(feed), speeds(webhooks)),
      atLeast: EQUAL,
    },
    {
      name: `${name}: p95 from the call of publish to the receiver, ms`,
      value: latencies.length > 0 ? percentile(latencies, 0.95) : undefined,
      atMost: SECOND,
    },
  ];
}

/** Latency and throughput of both senders, with one receiver and with ten. */
export const runFeed: RunSuite = async (context) => {
  const figures: Figure[] = [];
  const goals: Goal[] = [];
  for (const receivers of RECEIVERS) {
    const measured = await measureWith(context, receivers);
    figures.push(...measured.flatMap(figuresOf));
    goals.push(...goalsOf(measured));
  }
  return { suite: 'feed', title: TITLE, workloads: [], figures, goals };
};
