import type { GeoPoint } from '#src/domain/geo';
import type { ServiceArea } from '#src/listing/domain/service-area';

/** A place somebody asks for: who serves there? Whatever is known of one address, together. */
export interface ServedPlace {
  readonly point: GeoPoint | null;
  readonly postcodes: readonly string[];
  /** Slugs, with the district in which the point lies. */
  readonly districts: readonly string[];
}

const tokens = (districts: readonly string[], postcodes: readonly string[]): string[] => [
  ...districts.map((slug) => `district:${slug}`),
  ...postcodes.map((postcode) => `postcode:${postcode}`),
];

/** What a listing serves by name, as the read model stores it. */
export const servedTokens = ({ districts, postcodes }: ServiceArea): string[] =>
  [...new Set(tokens(districts, postcodes))].sort();

/** What a place is served by: any of these, or a radius that reaches its point. */
export const askedTokens = ({ districts, postcodes }: ServedPlace): string[] => tokens(districts, postcodes);
