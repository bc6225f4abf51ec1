import { z } from 'zod';
import type { Listing } from '#src/listing/index';
import { mainEntryOf } from '#src/listing/domain/schema-org/mapping';
import { one } from '#src/listing/domain/schema-org/read';
import type { PortalFilter } from '../contract';
import type { Fact, FilterFacts } from '../domain/filter-facts';
import type { EventData } from '../domain/feed-event';
import { asksNothing } from '../domain/filter-values';
import { FILTERS } from './index';
import type { AnyFilter, Known } from './filter';

const BY_KEY: ReadonlyMap<string, AnyFilter> = new Map(FILTERS.map((filter) => [filter.key, filter]));

/** A filter that lets everything through. */
export const EVERYTHING: PortalFilter = Object.fromEntries(FILTERS.map(({ key, none }) => [key, none]));

/** The names of the facts that the log keeps of a listing. */
export const FACT_NAMES: readonly string[] = FILTERS.filter((filter) => filter.factOf !== undefined).map(
  ({ fact }) => fact,
);

/** What filters look at in a listing. */
export function factsOf(listing: Listing): FilterFacts {
  const main = mainEntryOf(listing) ?? {};
  const place = (listing.business && one(main, listing.business)) || main;
  return Object.fromEntries(
    FILTERS.flatMap((filter): [string, Fact][] =>
      filter.factOf ? [[filter.fact, filter.factOf(listing, place)]] : [],
    ),
  );
}

/** What a person may write as a filter; what is left out asks nothing. */
export const filterSchema = (known: Known): z.ZodType<PortalFilter> =>
  z.strictObject(
    Object.fromEntries(
      FILTERS.map((filter) => [filter.key, filter.schema(known).default(() => filter.none)]),
    ),
  );

/** A stored filter as people see it: with all there is to ask for now, whichever release it was stored by. */
export const shownFilter = (stored: PortalFilter): PortalFilter =>
  Object.fromEntries(FILTERS.map(({ key, none }) => [key, stored[key] ?? none]));

/** The names of the facts that a filter asks for. */
export const factsAskedBy = (filter: PortalFilter): string[] =>
  Object.entries(filter).flatMap(([key, wanted]) =>
    asksNothing(wanted) ? [] : (BY_KEY.get(key)?.fact ?? []),
  );

const meets = (filter: PortalFilter, facts: FilterFacts, unknown: boolean): boolean =>
  Object.entries(filter).every(([key, wanted]) => {
    if (asksNothing(wanted)) return true;
    const criterion = BY_KEY.get(key);
    const fact = criterion && facts[criterion.fact];
    return criterion && fact !== undefined ? criterion.matches(wanted, fact) : unknown;
  });

/**
 * Whether a listing with these facts is one the portal asked for. Every criterion that is given must match; what is not
 * known of the listing, or asked by a criterion that there is no longer, does not.
 */
export const matches = (filter: PortalFilter, facts: FilterFacts): boolean => meets(filter, facts, false);

/** Whether it may have been one: a removal too many harms no one, one too few would. */
export const mayHaveMatched = (filter: PortalFilter, facts: FilterFacts): boolean =>
  meets(filter, facts, true);

/** What the portal sees of a listing that matches. */
export const shownTo = (filter: PortalFilter, data: EventData): EventData =>
  FILTERS.reduce(
    (seen, criterion) => criterion.shown?.(seen, filter[criterion.key] ?? criterion.none) ?? seen,
    data,
  );
