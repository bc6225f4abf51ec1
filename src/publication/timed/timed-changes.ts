import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '../../domain/public-rule';
import { registerQueue, type Queue } from '../../platform/jobs';
import { publicRule } from '../../listing/listing-types';
import { inTransaction } from '../../platform/sql/sql';
import { keepFirstPublication } from '../first-publication';
import { touchPublic } from '../touch-public';
import { passedBetween } from './passed-between';

// Whoever publishes an offer a moment before it ends says that it is public, and may commit after we have looked: so we
// look again. Far longer than any transaction; what is told twice is compared by the listeners.
const LOOK_BACK_MS = 5 * 60_000;

// `for update`: of two that run at once the second sees what the first has announced.
const READ = `select announced_until as "until" from stadtverbund.timed_changes for update`;
const WRITE = `update stadtverbund.timed_changes set announced_until = :now`;

/**
 * Announces what changed by time alone since the last time: offers that ended, campaigns that began or ended, press
 * notices whose day has come.
 */
export function announceTimedChanges(strapi: Core.Strapi, now: Date): Promise<void> {
  return inTransaction(strapi, async (sql) => {
    const [last] = await sql<{ until: Date }>(READ);
    const from = new Date((last?.until ?? now).getTime() - LOOK_BACK_MS);
    const passed = await passedBetween(strapi, from, now);
    await keepFirstPublication(
      strapi,
      passed.filter(({ type }) => publicRule(strapi, type)?.from),
    );
    await touchPublic(strapi, passed);
    await sql(WRITE, { now });
  });
}

/** Once a minute, by one instance of all. */
const timedChanges = (strapi: Core.Strapi): Queue<object> => ({
  name: 'timed-changes',
  schedule: { cron: '* * * * *', timeZone: DEFAULT_TIME_ZONE },
  // The next minute does the work of a failed one.
  retryLimit: 0,
  handle: () => announceTimedChanges(strapi, new Date()),
});

/** To be called in `register()`, before the jobs start. */
export function registerTimedChanges(strapi: Core.Strapi): void {
  registerQueue(strapi, timedChanges(strapi));
}
