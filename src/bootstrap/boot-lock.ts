import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { LOCKS } from '../platform/sql/advisory-locks';
import { onSchemaSync } from '../platform/strapi/schema-sync';

let holder: Client | undefined;

/**
 * Lets only one instance at a time run Strapi's schema sync and our setup, so that several may start on one empty
 * database. It is a session lock on a separate connection, so it ends with the process, even after a crash.
 */
export function registerBootLock(strapi: Core.Strapi): void {
  onSchemaSync(strapi, 'before', async () => {
    holder = new Client({
      connectionString: process.env.DATABASE_URL,
      application_name: 'stadtverbund boot lock',
    });
    await holder.connect();
    await holder.query('select pg_advisory_lock($1)', [LOCKS.boot]);
  });
}

/** Releases the lock; safe to call when it is not held. */
export async function releaseBootLock(): Promise<void> {
  const client = holder;
  holder = undefined;
  await client?.end();
}
