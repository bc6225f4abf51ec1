import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '../../domain/public-rule';
import { wallClockAt } from '../../domain/wall-clock';
import { registerQueue } from '../jobs';
import { inTransaction } from '../sql/sql';
import { personalDataOf } from './registry';

/** Rows that were deleted, by the name of the declaration. */
export type Deleted = Readonly<Record<string, number>>;

/**
 * Deletes what has had its time, module by module: one that fails does not keep the others from it.
 * @param today ISO date by the city's clock
 * @throws AggregateError after all were tried
 */
export async function runRetention(strapi: Core.Strapi, today: string): Promise<Deleted> {
  const deleted: Record<string, number> = {};
  const failures: Error[] = [];
  for (const data of personalDataOf(strapi)) {
    if (!data.retention) continue;
    try {
      deleted[data.name] = await inTransaction(
        strapi,
        async (sql) => (await data.retention?.(sql, today)) ?? 0,
      );
    } catch (cause) {
      failures.push(new Error(`${data.name}: ${(cause as Error).message}`, { cause }));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Retention failed for ${failures.map(({ message }) => message).join('; ')}`,
    );
  return deleted;
}

const dayIn = (timeZone: string, now: Date): string =>
  new Date(wallClockAt(timeZone, now.getTime())).toISOString().slice(0, 10);

/** Every night, once per cluster. Call in `register()`. */
export function registerRetention(strapi: Core.Strapi): void {
  registerQueue<object>(strapi, {
    name: 'retention',
    expireInSeconds: 3_600,
    schedule: { cron: '19 3 * * *', timeZone: DEFAULT_TIME_ZONE },
    async handle() {
      const deleted = await runRetention(strapi, dayIn(DEFAULT_TIME_ZONE, new Date()));
      const some = Object.entries(deleted).filter(([, rows]) => rows > 0);
      if (some.length > 0)
        strapi.log.info(`Retention deleted ${some.map(([name, rows]) => `${rows} of ${name}`).join(', ')}.`);
    },
  });
}
