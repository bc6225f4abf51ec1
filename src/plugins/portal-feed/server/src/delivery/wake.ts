import type PgBoss from 'pg-boss';
import { bossDb } from './delivery';
import type { Query } from './store/pool';

/** A job in this queue means: check what is due for this portal. */
export const DELIVER = 'portal-feed-deliver';

/** Notified after jobs were sent, so that no reader has to wait for a poll. */
export const WAKE_CHANNEL = 'stadtverbund_feed_wake';

export interface DeliverJob {
  readonly portalId: string;
}

type Insert = PgBoss.JobInsert<DeliverJob>;

const now = (portalId: string): Insert => ({ name: DELIVER, data: { portalId }, singletonKey: portalId });

/** One job per second and portal, since what is due in the same second is taken together. */
const later = (portalId: string, at: Date): Insert => {
  const second = Math.ceil(at.getTime() / 1_000);
  return {
    name: DELIVER,
    data: { portalId },
    singletonKey: `${portalId}@${second}`,
    startAfter: new Date(second * 1_000),
  };
};

/**
 * Wakes an instance for each of these portals. Call after the deliveries are committed, since an already waiting job
 * covers them only if its worker can see them.
 */
export async function wake(boss: PgBoss, query: Query, portalIds: readonly string[]): Promise<void> {
  if (portalIds.length === 0) return;
  await boss.insert(portalIds.map(now), { db: bossDb(query) });
  await query(`select pg_notify($1, '')`, [WAKE_CHANNEL], 'feed-wake');
}

/** Schedules the next attempt of a delivery. */
export async function wakeAt(boss: PgBoss, query: Query, portalId: string, at: Date): Promise<void> {
  await boss.insert([later(portalId, at)], { db: bossDb(query) });
}
