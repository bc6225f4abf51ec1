import type { Entry } from './listing';

/** Where a business serves people, as far as it says so. Each of the three counts on its own. */
export interface ServiceArea {
  /** Slugs. */
  readonly districts: readonly string[];
  readonly postcodes: readonly string[];
  /** Around its position. */
  readonly radiusKm: number | null;
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const texts = (values: unknown): string[] =>
  Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];

/** The service area of a business. @param business an entry with everything populated */
export function serviceAreaOf(business: Entry): ServiceArea {
  const { servedDistricts, serviceArea } = business;
  const radius = member(serviceArea, 'radiusKm');
  return {
    districts: Array.isArray(servedDistricts)
      ? texts(servedDistricts.map((district) => member(district, 'slug')))
      : [],
    postcodes: texts(member(serviceArea, 'postcodes')),
    radiusKm: typeof radius === 'number' && radius > 0 ? radius : null,
  };
}
