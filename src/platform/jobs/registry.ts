import type { Core } from '@strapi/strapi';
import type PgBoss from 'pg-boss';
import type { Queue, Worker } from './contract';

interface Jobs {
  boss?: PgBoss;
  queues: Map<string, Queue<object>>;
  workers: Map<string, Worker>;
}

// One per instance, since tests boot several in one process.
const jobs = new WeakMap<Core.Strapi, Jobs>();

/** The queues of an instance, and pg-boss once it is running. */
export function jobsOf(strapi: Core.Strapi): Jobs {
  const known = jobs.get(strapi) ?? { queues: new Map(), workers: new Map() };
  jobs.set(strapi, known);
  return known;
}

/** The pg-boss of an instance. @throws if the background jobs are not running */
export function bossOf(strapi: Core.Strapi): PgBoss {
  const { boss } = jobsOf(strapi);
  if (!boss) throw new Error('The background jobs are not running.');
  return boss;
}

/**
 * Registers a queue. Call in `register()` of a plugin or the application.
 * @throws if the name is taken or the jobs are already running
 */
export function registerQueue<T extends object>(strapi: Core.Strapi, queue: Queue<T>): void {
  assertNew(strapi, queue.name);
  jobsOf(strapi).queues.set(queue.name, queue);
}

/**
 * Registers a queue that fetches its own jobs; otherwise like `registerQueue`.
 * @throws if the name is taken or the jobs are already running
 */
export function registerWorker(strapi: Core.Strapi, worker: Worker): void {
  assertNew(strapi, worker.name);
  jobsOf(strapi).workers.set(worker.name, worker);
}

function assertNew(strapi: Core.Strapi, name: string): void {
  const { boss, queues, workers } = jobsOf(strapi);
  if (boss) throw new Error(`Register the queue ${name} in register(), before the jobs start.`);
  if (queues.has(name) || workers.has(name)) throw new Error(`There is already a queue named ${name}.`);
}

/** Whether jobs can already be sent. */
export const jobsRun = (strapi: Core.Strapi): boolean => jobsOf(strapi).boss !== undefined;
