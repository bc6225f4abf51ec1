import type { FeedEvent } from '../../domain/feed-event';
import { CLAIM_SECONDS, CONCURRENT_REQUESTS } from '../domain/delivery-rules';
import { WHOLE_EVENT } from './events';
import type { Query } from './pool';

/** A delivery that this worker, and no other, sends now. */
export interface Claimed {
  readonly deliveryId: string;
  readonly portalId: string;
  readonly messageId: string;
  /** Number of this attempt. */
  readonly attempt: number;
  /** Attempts of the present plan that failed before. */
  readonly failures: number;
  /** `null`: the log has forgotten it, since a later event of the document replaced it. */
  readonly event: FeedEvent | null;
}

type Row = Omit<Claimed, 'event'> & Partial<FeedEvent>;

const CLAIM = `
select d.id as "deliveryId", d.portal_id as "portalId", d.message_id as "messageId", d.attempts as attempt, d.failures,
  ${WHOLE_EVENT}
from stadtverbund.feed_claim($1, $2, $3) d
left join stadtverbund.feed_event e on e.id = d.event_id`;

/** Takes what is due for a portal, up to its limit. */
export async function claim(query: Query, portalId: string): Promise<Claimed[]> {
  const rows = await query<Row>(CLAIM, [portalId, CONCURRENT_REQUESTS, CLAIM_SECONDS], 'feed-claim');
  return rows.map(({ deliveryId, messageId, attempt, failures, ...event }) => ({
    deliveryId,
    portalId,
    messageId,
    attempt,
    failures,
    event: event.id ? (event as FeedEvent) : null,
  }));
}

/** Takes a claimed delivery out of the queue without a request: there is nothing to say to this portal any more. */
export async function withdraw(query: Query, { deliveryId, attempt }: Claimed): Promise<void> {
  await query(
    `update stadtverbund.feed_delivery set state = 'cancelled', attempts = attempts - 1, claimed_until = null,
       next_attempt_at = null
     where id = $1 and state = 'sending' and attempts = $2`,
    [deliveryId, attempt],
  );
}

/** Portals whose deliveries are due, or were held by a worker that died, and that nobody has taken up. */
export async function portalsDue(query: Query): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `select p.document_id as id from public.portal_feed_portals p
     where p.state = 'active' and p.target_url is not null and (
       -- The first of the queue, by its index: of a long one that is not due yet, no other is looked at.
       (select d.next_attempt_at from stadtverbund.feed_delivery d
         where d.portal_id = p.document_id and d.state in ('waiting', 'retrying')
         order by d.next_attempt_at, d.seq limit 1) < now() - interval '1 second'
       or exists (select from stadtverbund.feed_delivery d
         where d.portal_id = p.document_id and d.state = 'sending' and d.claimed_until < now()))`,
    [],
    'feed-portals-due',
  );
  return rows.map(({ id }) => id);
}

/** Whether something is due for this portal that may be taken now. */
export async function isDue(query: Query, portalId: string): Promise<boolean> {
  const rows = await query<{ due: boolean }>(
    `select exists (
         select from stadtverbund.feed_delivery d
         join public.portal_feed_portals p on p.document_id = d.portal_id and p.state = 'active'
         where d.portal_id = $1 and d.state in ('waiting', 'retrying') and d.next_attempt_at <= now()
           and not exists (select from stadtverbund.feed_delivery s
             where s.portal_id = $1 and s.document_id = d.document_id and s.state = 'sending'))
       and (select count(*) from stadtverbund.feed_delivery s
         where s.portal_id = $1 and s.state = 'sending') < $2 as due`,
    [portalId, CONCURRENT_REQUESTS],
    'feed-is-due',
  );
  return rows[0]?.due ?? false;
}
