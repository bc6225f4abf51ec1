import type { Core } from '@strapi/strapi';
import type PgBoss from 'pg-boss';
import type { Queue } from './contract';

interface Jobs {
  boss?: PgBoss;
  queues: Map<string, Queue<object>>;
}

// Kept by instance: tests boot several in one process.
const jobs = new WeakMap<Core.Strapi, Jobs>();

/** The queues of an instance and the pg-boss that works them, once it runs. */
export function jobsOf(strapi: Core.Strapi): Jobs {
  const known = jobs.get(strapi) ?? { queues: new Map<string, Queue<object>>() };
  jobs.set(strapi, known);
  return known;
}

/**
 * Makes a queue known; to be called in `register()` of a plugin or of the application.
 * @throws when the name is taken or the jobs already run
 */
export function registerQueue<T extends object>(strapi: Core.Strapi, queue: Queue<T>): void {
  const { boss, queues } = jobsOf(strapi);
  if (boss) throw new Error(`Register the queue ${queue.name} in register(), before the jobs start.`);
  if (queues.has(queue.name)) throw new Error(`There is already a queue named ${queue.name}.`);
  queues.set(queue.name, queue);
}
