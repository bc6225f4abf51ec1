import type { Delivery } from './delivery';
import { resyncPage } from './fan-out';
import type { Query } from './store/pool';

/** Notified when a resync is requested. */
export const RESYNC_CHANNEL = 'stadtverbund_feed_resync';

/** Requests a resync of a portal (`?`), in the transaction that it belongs to. */
export const REQUEST_RESYNC = `
insert into stadtverbund.feed_resync as r (portal_id, seq, until, scheduled)
select ?, 0, coalesce(max(seq), 0), 0 from stadtverbund.feed_event
on conflict (portal_id) do update set seq = 0, until = excluded.until, scheduled = 0`;

async function scheduled(query: Query, portalId: string): Promise<number> {
  const rows = await query<{ scheduled: number }>(
    'select scheduled from stadtverbund.feed_resync where portal_id = $1',
    [portalId],
  );
  return rows[0]?.scheduled ?? 0;
}

/**
 * Schedules everything that the portal's filter currently matches, and the removal of what it no longer matches, page
 * by page. If the process dies, another instance continues.
 * @returns how many events were scheduled
 */
export async function resync(
  { store }: Delivery,
  portalId: string,
  woken: (portals: readonly string[]) => Promise<void>,
): Promise<number> {
  await store.query(REQUEST_RESYNC.replace('?', '$1'), [portalId]);
  for (let isLast = false; !isLast;) {
    const page = await resyncPage(store, portalId);
    await woken(page.waiting);
    isLast = page.isLast;
  }
  return scheduled(store.query, portalId);
}
