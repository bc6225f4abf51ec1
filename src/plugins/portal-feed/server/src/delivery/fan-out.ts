import { CONCURRENT_REQUESTS } from './domain/delivery-rules';
import { fanOutAndClaim, type Claimed } from './store/claim';
import { enqueue, itemsFor } from './store/enqueue';
import { lastEventsBetween, nextEvents } from './store/events';
import type { Query, Store } from './store/pool';
import { targetOf, type Target } from './store/portals';

const PAGE = 100;

/** The result of one page. */
export interface Page {
  /** Deliveries that this instance has claimed and must send. */
  readonly claimed: readonly Claimed[];
  /** Portals with due deliveries that any free instance may take. */
  readonly waiting: readonly string[];
  readonly isLast: boolean;
}

const NOTHING: Page = { claimed: [], waiting: [], isLast: true };

/**
 * Deliveries that fit into a portal's free places are sent by the instance that creates them; more are a burst, which
 * instances share.
 */
function bursts(items: readonly { readonly portal: string }[]): { few: string[]; many: string[] } {
  const counts = new Map<string, number>();
  for (const { portal } of items) counts.set(portal, (counts.get(portal) ?? 0) + 1);
  const portals = [...counts.keys()];
  const isFew = (portal: string): boolean => (counts.get(portal) ?? 0) <= CONCURRENT_REQUESTS;
  return { few: portals.filter(isFew), many: portals.filter((portal) => !isFew(portal)) };
}

/**
 * Turns the next events of the log into deliveries, for all portals in one statement, and moves the position in the
 * same statement. If several instances try at the same time, only one succeeds and the others find nothing to do.
 */
export async function fanOutPage(store: Store): Promise<Page> {
  const next = await nextEvents(store.query, PAGE);
  if (!next || next.events.length === 0) return NOTHING;
  const { position, events, targets } = next;
  const items = itemsFor(events, targets);
  const { few, many } = bursts(items);
  const claimed = await fanOutAndClaim(store, { position, events, items, takers: few });
  return { claimed, waiting: many, isLast: events.length < PAGE };
}

interface Resync {
  readonly portalId: string;
  readonly seq: number;
  readonly until: number;
  readonly scheduled: number;
}

async function resyncEvents(query: Query, resync: Resync, target: Target | undefined): Promise<Page> {
  const { portalId, seq, until } = resync;
  const events = target ? await lastEventsBetween(query, seq, until, PAGE) : [];
  const made = target ? await enqueue(query, itemsFor(events, [target])) : 0;
  await query(
    'update stadtverbund.feed_resync set seq = $2, scheduled = scheduled + $3 where portal_id = $1',
    [portalId, events.length < PAGE ? until : events.at(-1)?.seq, made],
  );
  return { claimed: [], waiting: made > 0 ? [portalId] : [], isLast: events.length < PAGE };
}

const NEXT_RESYNC = `
select portal_id as "portalId", seq, until, scheduled from stadtverbund.feed_resync
where seq < until and ($1::text is null or portal_id = $1) limit 1 for update`;

/**
 * Schedules the next page of a portal's resync.
 * @param portalId which one; `null` for any that no other instance is working on
 */
export async function resyncPage({ transaction }: Store, portalId: string | null): Promise<Page> {
  return transaction(async (query) => {
    const text = portalId === null ? `${NEXT_RESYNC} skip locked` : NEXT_RESYNC;
    const [resync] = await query<Resync>(text, [portalId]);
    if (!resync) return NOTHING;
    return resyncEvents(query, resync, await targetOf(query, resync.portalId));
  });
}
