import type { Core } from '@strapi/strapi';
import type PgBoss from 'pg-boss';
import type { Queue, Worker } from './contract';

interface Jobs {
  boss?: PgBoss;
  queues: Map<string, Queue<object>>;
  workers: Map<string, Worker>;
}

// Kept by instance: tests boot several in one process.
const jobs = new WeakMap<Core.Strapi, Jobs>();

/** The queues of an instance and the pg-boss that works them, once it runs. */
export function jobsOf(strapi: Core.Strapi): Jobs {
  const known = jobs.get(strapi) ?? { queues: new Map(), workers: new Map() };
  jobs.set(strapi, known);
  return known;
}

/** The pg-boss of an instance. @throws when the background jobs do not run */
export function bossOf(strapi: Core.Strapi): PgBoss {
  const { boss } = jobsOf(strapi);
  if (!boss) throw new Error('The background jobs are not running.');
  return boss;
}

/**
 * Makes a queue known; to be called in `register()` of a plugin or of the application.
 * @throws when the name is taken or the jobs already run
 */
export function registerQueue<T extends object>(strapi: Core.Strapi, queue: Queue<T>): void {
  assertNew(strapi, queue.name);
  jobsOf(strapi).queues.set(queue.name, queue);
}

/**
 * Makes a queue known that takes its jobs by itself; like `registerQueue`.
 * @throws when the name is taken or the jobs already run
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

/** Whether jobs can be sent already. */
export const jobsRun = (strapi: Core.Strapi): boolean => jobsOf(strapi).boss !== undefined;
