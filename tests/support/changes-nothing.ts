import { eventually } from './eventually';
import { startedApp } from './started-app';
import { differences, readTables } from './table-rows';

// Moves with time, or counts who asks.
const MOVES_BY_ITSELF = /rate_limit|pgboss|strapi_sessions|timed_changes/;

/** How many jobs may still write something: each mail makes its links when it is sent. */
async function openJobs(): Promise<number> {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { open: number }[] }>(
    `select count(*)::int as open from pgboss.job where name in ('mail', 'data-export')
     and (state = 'active' or state in ('created', 'retry') and start_after <= now())`,
  );
  return rows[0]?.open ?? 0;
}

/** Asserts that something leaves every row as it is, except counters of limits. */
export async function changesNothing(what: () => Promise<unknown>): Promise<void> {
  await eventually('all mails are sent', async () => (await openJobs()) === 0, 60_000);
  const { databaseUrl } = startedApp();
  const before = await readTables(databaseUrl);
  await what();
  const changed = differences(before, await readTables(databaseUrl));
  expect(changed.filter(({ table }) => !MOVES_BY_ITSELF.test(table))).toEqual([]);
}
