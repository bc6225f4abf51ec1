import type { PortalFilter } from '../contract';
import { matches, mayHaveMatched, shownTo } from '../filters/portal-filter';
import type { FilterFacts } from './filter-facts';
import { isPublished, listingTypeOf, removedType, type EventData, type FeedEvent } from './feed-event';

/** An event as a portal sees it: the body of a delivery, an item of the pull feed, a line of the snapshot. */
export interface PortalEvent {
  readonly type: string;
  /** When the change was made, ISO 8601. */
  readonly timestamp: string;
  readonly data: PortalEventData;
}

export type PortalEventData = { readonly id: string; readonly sequence: number } & (
  EventData | { readonly url?: undefined; readonly locales?: undefined; readonly listing?: undefined }
);

/**
 * The event as a portal with this filter sees it, or `null` if it does not concern the portal. A listing that matched
 * before and no longer does is `removed` for it, with only its id.
 * @param event numbered, as read from the log
 * @param former earlier filters of the portal since which it has not been told what to drop
 */
export function portalView(
  event: FeedEvent,
  filter: PortalFilter,
  former: readonly PortalFilter[] = [],
): PortalEvent | null {
  if (event.seq === null) throw new Error(`Event ${event.id} has no number yet: read it after its commit.`);
  const type = listingTypeOf(event.type);
  const timestamp = event.createdAt.toISOString();
  const known = { id: event.documentId, sequence: event.seq };
  if (isPublished(event) && event.facts && event.data && matches(filter, { ...event.facts, type }))
    return { type: event.type, timestamp, data: { ...known, ...shownTo(filter, event.data) } };
  const hasKnown = (filters: readonly PortalFilter[], facts: FilterFacts): boolean =>
    filters.some((one) => mayHaveMatched(one, { ...facts, type }));
  // Of states that are erased, nothing is known but the type.
  const concerned =
    (event.prior ?? [{}]).some((facts) => hasKnown([filter, ...former], facts)) ||
    (event.facts !== null && hasKnown(former, event.facts));
  return concerned ? { type: removedType(type), timestamp, data: known } : null;
}
