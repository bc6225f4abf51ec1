import type { FeedEvent } from '../../domain/feed-event';
import { CLAIM_SECONDS, CONCURRENT_REQUESTS } from '../domain/delivery-rules';
import type { Item } from './enqueue';
import { wholeEvents } from './events';
import { grouped } from './grouped';
import type { Query, Store } from './pool';
import { TARGET, type Target } from './portals';

/** A delivery that only this worker is sending. */
export interface Claimed {
  readonly deliveryId: string;
  /** The portal at the time of the claim. */
  readonly target: Target;
  readonly messageId: string;
  /** Number of this attempt. */
  readonly attempt: number;
  /** Attempts under the current plan that have failed. */
  readonly failures: number;
  /** `null` if the log has deleted it because a later event of the document replaced it. */
  readonly event: FeedEvent | null;
}

/** Claims what is due for a portal, up to its limit; nothing for an inactive one. */
export type Claimer = (portalId: string) => Promise<readonly Claimed[]>;

type Row = Omit<Claimed, 'event' | 'target'> & {
  readonly eventId: string | null;
  /** `null` if it was removed at this moment, together with its deliveries. */
  readonly target: Target | null;
};

const COLUMNS = `d.id as "deliveryId", d.message_id as "messageId", d.attempts as attempt, d.failures,
  d.event_id as "eventId", ${TARGET}`;

// A left join, because with an inner join PostgreSQL would not call the function if there are no portals.
const WITH_TARGETS = 'left join public.portal_feed_portals p on p.document_id = d.portal_id';

const CLAIM = `select ${COLUMNS} from stadtverbund.feed_claim($1, $2, $3) d ${WITH_TARGETS}`;

const FAN_OUT = `select ${COLUMNS} from stadtverbund.feed_fan_out($1, $2, $3::jsonb, $4, $5, $6) d ${WITH_TARGETS}`;

// So few that what is read at once, ten listings each, stays small.
const MOST_PORTALS = 20;

/**
 * Adds the content of the events. Most portals get the same ones, so each is read once, and known ones are not read
 * again.
 */
async function withEvents(
  query: Query,
  rows: readonly Row[],
  known: readonly FeedEvent[],
): Promise<Claimed[]> {
  const events = new Map(known.map((event) => [event.id, event]));
  const unknown = new Set(rows.flatMap(({ eventId }) => (eventId && !events.has(eventId) ? eventId : [])));
  for (const event of await wholeEvents(query, [...unknown])) events.set(event.id, event);
  return rows.flatMap(({ eventId, target, ...row }) =>
    target ? [{ ...row, target, event: events.get(eventId ?? '') ?? null }] : [],
  );
}

async function claim({ query }: Store, portalIds: readonly string[]): Promise<Claimed[]> {
  const rows = await query<Row>(CLAIM, [portalIds, CONCURRENT_REQUESTS, CLAIM_SECONDS], 'feed-claim');
  return withEvents(query, rows, []);
}

/** Events of the log in order, and what follows from them. */
export interface FanOut {
  /** The position at which they were read. */
  readonly position: number;
  readonly events: readonly FeedEvent[];
  readonly items: readonly Item[];
  /** Portals whose deliveries this instance claims immediately. */
  readonly takers: readonly string[];
}

/**
 * Creates deliveries from events and moves the position of the log past them, in one statement; does nothing if another
 * instance was first.
 * @returns what this instance must send now
 */
export async function fanOutAndClaim(
  { query }: Store,
  { position, events, items, takers }: FanOut,
): Promise<Claimed[]> {
  const until = events.at(-1)?.seq ?? position;
  const values = [position, until, JSON.stringify(items), takers, CONCURRENT_REQUESTS, CLAIM_SECONDS];
  return withEvents(query, await query<Row>(FAN_OUT, values, 'feed-fan-out'), events);
}

/** Claims what is due, for many portals in one statement. */
export const createClaimer = (store: Store): Claimer =>
  grouped(MOST_PORTALS, async (portalIds: readonly string[]) => {
    const claimed = new Map(portalIds.map((portalId) => [portalId, [] as Claimed[]]));
    for (const one of await claim(store, [...claimed.keys()])) claimed.get(one.target.portalId)?.push(one);
    // A second request for the same portal gets nothing.
    return portalIds.map((portalId) => claimed.get(portalId)?.splice(0) ?? []);
  });

/** Removes a claimed delivery from the queue without a request, since there is nothing left to send to this portal. */
export async function withdraw(query: Query, { deliveryId, attempt }: Claimed): Promise<void> {
  await query(
    `update stadtverbund.feed_delivery set state = 'cancelled', attempts = attempts - 1, claimed_until = null,
       next_attempt_at = null
     where id = $1 and state = 'sending' and attempts = $2`,
    [deliveryId, attempt],
  );
}

/** Portals with unclaimed deliveries that are due, or were claimed by a worker that died. */
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
