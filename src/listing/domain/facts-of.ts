import type { ListingFacts } from '../listing';

interface Placed {
  readonly categories?: unknown;
  readonly district?: unknown;
  readonly address?: unknown;
  readonly location?: unknown;
  readonly business?: unknown;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const slugsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((category) => text(member(category, 'slug')) ?? []) : [];

const pointIn = (value: unknown): ListingFacts['point'] => {
  const [latitude, longitude] = [member(value, 'latitude'), member(value, 'longitude')];
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
};

/** What belongs to a business is where that one is. */
const placeOf = (entry: Placed): Placed => (entry.business ? entry.business : entry);

/** The slugs of the categories that an entry, or its business, is in. */
export const categoriesOf = (entry: Placed): string[] => slugsIn(placeOf(entry).categories);

/**
 * The facts of a listing, read off one of its entries.
 * @param above for each category's slug, its own and those above it
 */
export function factsOf(entry: Placed, above: ReadonlyMap<string, readonly string[]>): ListingFacts {
  const { district, address, location } = placeOf(entry);
  const categories = categoriesOf(entry).flatMap((slug) => above.get(slug) ?? [slug]);
  return {
    categories: [...new Set(categories)].sort(),
    district: text(member(district, 'slug')),
    postcode: text(member(address, 'postcode')),
    point: pointIn(location),
  };
}
