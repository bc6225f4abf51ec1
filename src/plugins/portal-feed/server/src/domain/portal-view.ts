import type { PortalFilter } from '../contract';
import type { FilterFacts } from './filter-facts';
import { isPublished, listingTypeOf, removedType, type EventData, type FeedEvent } from './feed-event';
import { matchesFacts, matchesType } from './portal-filter';
import { inLocales } from './in-locales';

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

const hasKnown = (
  filters: readonly PortalFilter[],
  type: string,
  states: readonly FilterFacts[] | null,
): boolean =>
  filters.some(
    (filter) =>
      matchesType(filter, type) &&
      // If it is no longer known whether it matched: a surplus removal does no harm, a missing one would.
      (states === null || states.some((facts) => matchesFacts(filter, facts))),
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
  const listingType = listingTypeOf(event.type);
  const timestamp = event.createdAt.toISOString();
  const known = { id: event.documentId, sequence: event.seq };
  if (isPublished(event) && event.facts && event.data && matchesType(filter, listingType)) {
    if (matchesFacts(filter, event.facts))
      return { type: event.type, timestamp, data: { ...known, ...inLocales(event.data, filter.locales) } };
  }
  const concerned =
    hasKnown([filter, ...former], listingType, event.prior) ||
    (event.facts !== null && hasKnown(former, listingType, [event.facts]));
  return concerned ? { type: removedType(listingType), timestamp, data: known } : null;
}
