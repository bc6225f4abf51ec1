import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '../../domain/public-rule';
import { registerQueue, type Queue } from '../../platform/jobs';
import { publicRule } from '../../listing/listing-types';
import { inTransaction } from '../../platform/sql/sql';
import { dependentsOf } from '../dependents/dependents-of';
import { idsByType, type DocumentName } from '../domain/document-set';
import { keepFirstPublication } from '../first-publication';
import { publishedRows } from '../published-rows';
import { announceChanged } from '../announce-changed';
import { passedBetween } from './passed-between';

// A transaction that publishes an offer just before it ends announces it as public, and may commit after we have
// looked, so we look again. Far longer than any transaction; listeners compare what is announced twice.
const LOOK_BACK_MS = 5 * 60_000;

// `for update`: of two concurrent runs the second sees what the first has announced.
const READ = `select announced_until as "until" from stadtverbund.timed_changes for update`;
const WRITE = `update stadtverbund.timed_changes set announced_until = :now`;

/**
 * Announces what has changed with time alone since the last run: offers that ended, campaigns that began or ended,
 * press notices whose day has come.
 */
export function announceTimedChanges(strapi: Core.Strapi, now: Date): Promise<void> {
  return inTransaction(strapi, async (sql) => {
    const [last] = await sql<{ until: Date }>(READ);
    const from = new Date((last?.until ?? now).getTime() - LOOK_BACK_MS);
    const passed = await passedBetween(strapi, from, now);
    await keepFirstPublication(strapi, await appearedAmong(strapi, passed, now));
    await announceChanged(strapi, passed);
    await sql(WRITE, { now });
  });
}

/** Which of them, and of what belongs to them, had to wait for a day and are public now. */
async function appearedAmong(
  strapi: Core.Strapi,
  passed: readonly DocumentName[],
  now: Date,
): Promise<DocumentName[]> {
  const waits = ({ type }: DocumentName): boolean => {
    const rule = publicRule(strapi, type);
    return rule?.from !== undefined || rule?.business?.rule.from !== undefined;
  };
  const waiting = [...passed, ...(await dependentsOf(strapi, passed.filter(waits)))].filter(waits);
  const appeared: DocumentName[] = [];
  for (const [type, ids] of idsByType(waiting))
    for (const [documentId, rows] of await publishedRows(strapi, type, ids, now))
      if (rows.some(({ visible }) => visible)) appeared.push({ type, documentId });
  return appeared;
}

/** Once a minute, by one instance. */
const timedChanges = (strapi: Core.Strapi): Queue<object> => ({
  name: 'timed-changes',
  schedule: { cron: '* * * * *', timeZone: DEFAULT_TIME_ZONE },
  // The next run does the work of a failed one.
  retryLimit: 0,
  handle: () => announceTimedChanges(strapi, new Date()),
});

/** Call in `register()`, before the jobs start. */
export function registerTimedChanges(strapi: Core.Strapi): void {
  registerQueue(strapi, timedChanges(strapi));
}
