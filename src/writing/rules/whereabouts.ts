import type { Borders } from '../../city/domain/borders';
import type { Whereabouts } from '../../city/domain/district-of-point';
import { checkLatitude, checkLongitude, type GeoPoint } from '../../domain/geo';
import { isEntry, type Entry, type Shape } from '../../platform/strapi/schema';

/** Whether documents of a type have a point and a district: `location` and `district`, by these names. */
export const hasPlace = ({ attributes }: Pick<Shape, 'attributes'>): boolean =>
  attributes.location?.component === 'place.geo-point' &&
  attributes.district?.target === 'api::district.district';

const pointIn = (value: unknown): GeoPoint | undefined => {
  if (!isEntry(value)) return undefined;
  const [latitude, longitude] = [checkLatitude(value.latitude), checkLongitude(value.longitude)];
  return latitude.ok && longitude.ok ? { latitude: latitude.value, longitude: longitude.value } : undefined;
};

/** A document's place as the borders see it. @param row with `district` and `location` populated */
export function whereabouts(row: Entry, borders: Borders): Whereabouts {
  const point = pointIn(row.location);
  const slug = isEntry(row.district) ? row.district.slug : null;
  return {
    district: typeof slug === 'string' ? slug : null,
    within: point && borders.districtAt(point),
  };
}
