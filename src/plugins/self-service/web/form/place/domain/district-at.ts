import type { GeoPoint } from '#src/domain/geo';

type Ring = readonly (readonly number[])[];

/** A part of the map's background, as the city serves it (GeoJSON, RFC 7946). */
export interface Area {
  readonly properties: { readonly layer?: string; readonly name?: string };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** Whether a line to the east crosses the edge. */
function crosses(from: readonly number[], to: readonly number[], { latitude, longitude }: GeoPoint): boolean {
  const [x1 = 0, y1 = 0] = from;
  const [x2 = 0, y2 = 0] = to;
  return y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1;
}

/** Even-odd rule: inside if it crosses the borders an odd number of times, holes included. */
const isInside = (polygon: readonly Ring[], point: GeoPoint): boolean =>
  polygon.flatMap((ring) => ring.filter((to, at) => at > 0 && crosses(ring[at - 1] ?? [], to, point)))
    .length %
    2 ===
  1;

/** The name of the district in which a point is; `undefined` outside all of them. */
export const districtAt = (areas: readonly Area[], point: GeoPoint): string | undefined =>
  areas.find(
    ({ properties, geometry }) =>
      properties.layer === 'district' &&
      geometry.type === 'MultiPolygon' &&
      (geometry.coordinates as readonly (readonly Ring[])[]).some((polygon) => isInside(polygon, point)),
  )?.properties.name;
