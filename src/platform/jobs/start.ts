import type { Core } from '@strapi/strapi';
import { TypeOverrides } from 'pg';
import PgBoss from 'pg-boss';
import type { Queue, Worker } from './contract';
import { enqueue } from './enqueue';
import { watchQueues } from './queue-metrics';
import { jobsOf } from './registry';

// A crashed worker's job is started again after expire + 2 × maintenance + retry: 52 s with these values.
const MAINTENANCE_SECONDS = 5;
const CRON_SECONDS = 15;
const CONNECTIONS = 3;
const JSONB = 3802;
// In milliseconds; Docker's default is to kill after ten seconds.
const LONGEST_END = 9_000;

/** Strapi switches `pg`'s own JSONB parser off for the whole process; pg-boss needs it. */
function jsonTypes(): TypeOverrides {
  const types = new TypeOverrides();
  types.setTypeParser(JSONB, JSON.parse);
  return types;
}

/** Starts pg-boss on the same PostgreSQL and processes every registered queue. Call under the boot lock. */
export async function startJobs(strapi: Core.Strapi): Promise<void> {
  const jobs = jobsOf(strapi);
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL,
    application_name: 'stadtverbund jobs',
    schema: 'pgboss',
    max: CONNECTIONS,
    maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    cronMonitorIntervalSeconds: CRON_SECONDS,
    ...{ types: jsonTypes() },
  });
  boss.on('error', (error) => strapi.log.error(`Background jobs: ${error.message}`));
  await boss.start();
  for (const queue of jobs.queues.values()) await startQueue(strapi, boss, queue);
  for (const worker of jobs.workers.values()) await startWorker(boss, worker);
  await dropForgottenSchedules(boss, jobs.queues);
  jobs.boss = boss;
  for (const queue of jobs.queues.values()) if (await queue.dueAtStart?.()) await enqueue(strapi, queue, {});
  watchQueues(strapi);
}

async function startQueue(strapi: Core.Strapi, boss: PgBoss, queue: Queue<object>): Promise<void> {
  const { name } = queue;
  const options = {
    name,
    retryLimit: queue.retryLimit ?? 8,
    retryDelay: queue.retryDelay ?? 5,
    retryBackoff: true,
    expireInSeconds: queue.expireInSeconds ?? 60,
  };
  await ensureQueue(boss, options);
  if (queue.schedule) await boss.schedule(name, queue.schedule.cron, {}, { tz: queue.schedule.timeZone });
  const worker = await boss.work<object>(name, { batchSize: 1, pollingIntervalSeconds: 1 }, async (batch) => {
    // Only an empty queue is waited for: the next job is fetched at once.
    boss.notifyWorker(worker);
    for (const { id, data } of batch) await handle(strapi, queue, id, data);
  });
}

async function startWorker(boss: PgBoss, worker: Worker): Promise<void> {
  const { name, policy = 'standard', retryLimit, retryDelay, expireInSeconds } = worker;
  await ensureQueue(boss, { name, policy, retryLimit, retryDelay, retryBackoff: false, expireInSeconds });
  await worker.start(boss);
}

async function ensureQueue(boss: PgBoss, options: PgBoss.Queue): Promise<void> {
  if (await boss.getQueue(options.name)) await boss.updateQueue(options.name, options);
  else await boss.createQueue(options.name, options);
}

async function handle(strapi: Core.Strapi, queue: Queue<object>, id: string, data: object): Promise<void> {
  try {
    await queue.handle({ id, data });
  } catch (error) {
    strapi.log.error(`Job ${id} of ${queue.name} failed: ${(error as Error).message}`);
    throw error;
  }
}

/** Removes schedules whose queue is no longer in the code; they would fill the queue for ever. */
async function dropForgottenSchedules(
  boss: PgBoss,
  queues: ReadonlyMap<string, Queue<object>>,
): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    if (!queues.get(name)?.schedule) await boss.unschedule(name);
  }
}

/** Lets running jobs finish (at most 10 s) and closes the connections. */
export async function stopJobs(strapi: Core.Strapi): Promise<void> {
  const { boss, workers } = jobsOf(strapi);
  if (!boss) return;
  const stopping = [...workers.values()].map((worker) => worker.stop());
  // `boss` stays set, since HTTP still answers while Strapi is being destroyed, and sending still works.
  await Promise.all([...stopping, boss.stop({ graceful: true, wait: true, timeout: LONGEST_END })]);
}
