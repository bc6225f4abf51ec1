import { randomUUID } from 'node:crypto';
import { recordOf, send } from './attempt';
import type { Delivery } from './delivery';
import { CLAIM_SECONDS } from './domain/delivery-rules';
import { outcomeOf, type Outcome } from './domain/outcome';
import { targetOf } from './store/portals';

export const PING = 'feed.ping';

const INSERT = `
insert into stadtverbund.feed_delivery (portal_id, message_id, type, state, attempts, last_attempt_at, claimed_until)
values ($1, $2, $3, 'sending', 1, now(), now() + make_interval(secs => $4)) returning id`;

// A test says nothing about real deliveries, so it neither counts for the portal's health nor switches it off.
const uncounted = (outcome: Outcome): Outcome =>
  outcome.ok ? outcome : { ...outcome, counts: false, disables: null };

/**
 * Sends a test event to a portal, immediately and only once, also to one that is paused or disabled.
 * @returns the delivery's id; `null` if there is no such portal or it only pulls
 */
export async function ping(delivery: Delivery, portalId: string): Promise<string | null> {
  const { query } = delivery.store;
  const target = await targetOf(query, portalId);
  if (!target) return null;
  const id = randomUUID();
  const [row] = await query<{ id: string }>(INSERT, [portalId, id, PING, CLAIM_SECONDS]);
  if (!row) throw new Error('The test event was not stored.');
  const started = new Date();
  const data = { portal: portalId, name: target.name };
  const body = JSON.stringify({ type: PING, timestamp: started.toISOString(), data });
  const answered = await send(delivery, target, { id, body }, started);
  const attempted = { outcome: uncounted(outcomeOf(answered.reply)), next: null };
  const claimed = { deliveryId: row.id, target, attempt: 1 };
  await delivery.record({ ...recordOf(claimed, started, answered, attempted), counts: false });
  return row.id;
}
