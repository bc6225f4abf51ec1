import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
  numPendingCreates(): number;
}

const POLL_MS = 25;
// After a commit Strapi reads the entry again for its events, without anyone waiting for it; between two such reads the
// pool looks idle for a moment.
const QUIET_POLLS = 6;

/**
 * Waits until Strapi has finished its background work after writes. Destroying it earlier makes an open query fail
 * where nothing catches the error, which ends the process.
 */
export async function idlePool(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let quiet = 0; quiet < QUIET_POLLS; quiet += 1) {
    if (pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates() > 0) quiet = -1;
    await pause(POLL_MS);
  }
}
