import type { Core } from '@strapi/strapi';
import { onTransactionConnection } from '../sql/sql';
import type { Queue } from './contract';
import { jobsOf } from './registry';

/**
 * Sends a job in the surrounding `strapi.db.transaction`: it exists if and only if that commits.
 * @param afterSeconds delay before it may run
 * @returns the job's id
 * @throws if the jobs are not running or the queue is not registered
 */
export async function enqueue<T extends object>(
  strapi: Core.Strapi,
  queue: Pick<Queue<T>, 'name'>,
  data: T,
  { afterSeconds = 0 }: { afterSeconds?: number } = {},
): Promise<string> {
  const { boss, queues } = jobsOf(strapi);
  if (!boss) throw new Error(`No job can be sent to ${queue.name}: the background jobs are not running.`);
  if (!queues.has(queue.name)) throw new Error(`There is no queue named ${queue.name}.`);
  const id = await onTransactionConnection(strapi, (connection) =>
    boss.send(queue.name, data, {
      ...(afterSeconds > 0 ? { startAfter: Math.ceil(afterSeconds) } : {}),
      db: { executeSql: (text: string, values: unknown[]) => connection.query(text, values) },
    }),
  );
  if (!id) throw new Error(`The job for ${queue.name} was not taken.`);
  return id;
}
