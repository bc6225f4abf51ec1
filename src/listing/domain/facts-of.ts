import type { ListingFacts } from './listing';

/** An entry with those of `categories`, `district`, `address` and `location` that it has. */
type Placed = Readonly<Record<string, unknown>>;

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const slugsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((category) => text(member(category, 'slug')) ?? []) : [];

const pointIn = (value: unknown): ListingFacts['point'] => {
  const [latitude, longitude] = [member(value, 'latitude'), member(value, 'longitude')];
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
};

/** The slugs of an entry's categories. */
export const categoriesOf = (place: Placed): string[] => slugsIn(place.categories);

/**
 * The facts of a listing.
 * @param place one of its entries or, if it belongs to a business, that business: it is where its business is
 * @param above for each category's slug, that slug and those above it
 */
export function factsOf(place: Placed, above: ReadonlyMap<string, readonly string[]>): ListingFacts {
  const { district, address, location } = place;
  const categories = categoriesOf(place).flatMap((slug) => above.get(slug) ?? [slug]);
  return {
    categories: [...new Set(categories)].sort(),
    district: text(member(district, 'slug')),
    postcode: text(member(address, 'postcode')),
    point: pointIn(location),
  };
}
