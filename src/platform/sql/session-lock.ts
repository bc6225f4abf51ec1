import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { LOCKS } from './advisory-locks';
import { connectionString } from './connection-string';

/**
 * Runs the work while no process runs anything else under the same lock on this database, waiting if necessary.
 * @param onWait called once if something else is running
 */
export async function withSessionLock<T>(
  strapi: Core.Strapi,
  lock: 'import' | 'rebuild',
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  // A separate session, since a lock on a pooled connection would outlive the work or end with someone else's.
  const client = new Client({ connectionString: connectionString(strapi) });
  // If the database goes away, the work fails on its own connections.
  client.on('error', (error) => strapi.log.warn(`The lock "${lock}" was lost: ${error.message}`));
  await client.connect();
  try {
    const key = LOCKS[lock];
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [key]);
    if (!rows[0]?.free) {
      onWait?.();
      await client.query('select pg_advisory_lock($1)', [key]);
    }
    return await work();
  } finally {
    await client.end();
  }
}
