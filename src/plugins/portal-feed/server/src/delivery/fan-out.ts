import type { Target } from './store/portals';
import { enqueue, itemsFor } from './store/enqueue';
import { eventsAfter, lastEventsBetween } from './store/events';
import type { Query, Store } from './store/pool';
import { allTargets, targetOf } from './store/portals';

const PAGE = 200;

/** What one page came to. */
export interface Page {
  /** Portals that something is due for now. */
  readonly portals: readonly string[];
  readonly isLast: boolean;
}

const NOTHING: Page = { portals: [], isLast: true };

const portalsIn = (items: readonly { readonly portal: string }[]): string[] => [
  ...new Set(items.map(({ portal }) => portal)),
];

/**
 * Turns the next events of the log into deliveries, for all portals in one statement, and moves the position: both or
 * neither. One instance of the cluster does it at a time; the others do not wait.
 */
export async function fanOutPage({ transaction }: Store): Promise<Page> {
  return transaction(async (query) => {
    const [position] = await query<{ seq: number }>(
      'select seq from stadtverbund.feed_fanout for update skip locked',
      [],
      'feed-position',
    );
    if (!position) return NOTHING;
    const events = await eventsAfter(query, position.seq, PAGE);
    const last = events.at(-1);
    if (!last) return NOTHING;
    const items = itemsFor(events, await allTargets(query));
    await enqueue(query, items);
    await query('update stadtverbund.feed_fanout set seq = $1', [last.seq], 'feed-move');
    return { portals: portalsIn(items), isLast: events.length < PAGE };
  });
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
  return { portals: made > 0 ? [portalId] : [], isLast: events.length < PAGE };
}

const NEXT_RESYNC = `
select portal_id as "portalId", seq, until, scheduled from stadtverbund.feed_resync
where seq < until and ($1::text is null or portal_id = $1) limit 1 for update`;

/**
 * Schedules the next page of what a portal is to get again.
 * @param portalId which one; `null` for any, except those that another instance works at
 */
export async function resyncPage({ transaction }: Store, portalId: string | null): Promise<Page> {
  return transaction(async (query) => {
    const text = portalId === null ? `${NEXT_RESYNC} skip locked` : NEXT_RESYNC;
    const [resync] = await query<Resync>(text, [portalId]);
    if (!resync) return NOTHING;
    return resyncEvents(query, resync, await targetOf(query, resync.portalId));
  });
}
