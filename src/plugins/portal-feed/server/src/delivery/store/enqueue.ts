import type { FeedEvent } from '../../domain/feed-event';
import { portalView } from '../../domain/portal-view';
import { messageId } from '../domain/message-id';
import type { Query } from './pool';
import type { Target } from './portals';

/** A delivery to be created. */
export interface Item {
  readonly portal: string;
  readonly message: string;
  readonly event: string;
  readonly seq: number;
  readonly uid: string;
  readonly document: string;
  readonly type: string;
}

function itemOf(event: FeedEvent, target: Target): Item | null {
  const view = portalView(event, target.filter, target.formerFilters ?? []);
  if (!view) return null;
  return {
    portal: target.portalId,
    message: messageId(event.id, target.filterVersion),
    event: event.id,
    seq: view.data.sequence,
    uid: event.uid,
    document: event.documentId,
    type: view.type,
  };
}

/**
 * What these portals should get of these events: the last one of each document.
 * @param events in the order of the log
 */
export function itemsFor(events: readonly FeedEvent[], targets: readonly Target[]): Item[] {
  const newest = new Map<string, Item>();
  for (const event of events) {
    for (const target of targets) {
      const item = itemOf(event, target);
      if (item) newest.set(`${item.portal} ${item.document}`, item);
    }
  }
  return [...newest.values()];
}

/** Makes deliveries pending in one statement. @returns how many became due */
export async function enqueue(query: Query, items: readonly Item[]): Promise<number> {
  if (items.length === 0) return 0;
  const rows = await query<{ made: number }>(
    'select stadtverbund.feed_enqueue($1::jsonb) as made',
    [JSON.stringify(items)],
    'feed-enqueue',
  );
  return rows[0]?.made ?? 0;
}
