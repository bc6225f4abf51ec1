import { refuse, type Refused } from '../../domain/checked';
import { isEntry } from '../../platform/strapi/schema';

/** A refusal at one entry of a list. */
interface EntryRefusal extends Refused {
  readonly index: number;
}

type ListRule = (given: readonly unknown[], stored: readonly unknown[]) => EntryRefusal[];

// One rule of 255 characters can describe a week; the rest is for holidays and seasons with their own dates.
const MAX_HOURS_OF_A_SERVICE = 20;

// There are four services; rows that name none of them are refused anyway.
const MAX_HOURS = 4 * MAX_HOURS_OF_A_SERVICE;

const serviceOf = (row: unknown): unknown => (isEntry(row) ? row.service : undefined);

/** A list may not grow beyond the limit; one that was already longer may stay. */
const fewHoursOfAService: ListRule = (given, stored) => {
  const counts = new Map<unknown, number>();
  const storedCounts = new Map<unknown, number>();
  for (const row of stored) storedCounts.set(serviceOf(row), (storedCounts.get(serviceOf(row)) ?? 0) + 1);
  return given.flatMap((row, index) => {
    const service = serviceOf(row);
    const count = (counts.get(service) ?? 0) + 1;
    counts.set(service, count);
    const before = storedCounts.get(service) ?? 0;
    if (index >= Math.max(MAX_HOURS, stored.length))
      return [{ index, ...refuse('hours-too-many', { count: index + 1, maximum: MAX_HOURS }) }];
    if (count <= Math.max(MAX_HOURS_OF_A_SERVICE, before)) return [];
    return [{ index, ...refuse('hours-too-many', { count, maximum: MAX_HOURS_OF_A_SERVICE }) }];
  });
};

/** How many rows a list may have, and how many of them with the same value in one field. */
export interface ListShape {
  readonly maxItems: number;
  readonly maxItemsEach: { readonly field: string; readonly maxItems: number };
}

/** What the rules below admit. */
export const LIST_SHAPES: Readonly<Record<string, ListShape>> = {
  'time.service-hours': {
    maxItems: MAX_HOURS,
    maxItemsEach: { field: 'service', maxItems: MAX_HOURS_OF_A_SERVICE },
  },
};

/** Rules over all entries of a repeatable component. */
export const LIST_RULES: Readonly<Record<string, ListRule>> = { 'time.service-hours': fewHoursOfAService };
