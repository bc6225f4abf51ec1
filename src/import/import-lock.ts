import type { Core } from '@strapi/strapi';
import { Client } from 'pg';

// Any number that no other advisory lock of ours uses; the boot lock is 7003.
const LOCK = 7010;

const connectionString = (strapi: Core.Strapi): string =>
  strapi.config.get<string>('database.connection.connection.connectionString');

/**
 * Runs the work while no other import runs on this database, in whatever process. Waits its turn.
 * @param onWait is told once when another import is running
 */
export async function withImportLock<T>(
  strapi: Core.Strapi,
  work: () => Promise<T>,
  onWait?: () => void,
): Promise<T> {
  // A session of its own: a lock taken on a pooled connection would outlive the work or end with another's.
  const client = new Client({ connectionString: connectionString(strapi) });
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK]);
    if (!rows[0]?.free) {
      onWait?.();
      await client.query('select pg_advisory_lock($1)', [LOCK]);
    }
    return await work();
  } finally {
    await client.end();
  }
}
