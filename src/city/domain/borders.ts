import whichPolygon from 'which-polygon';
import { z } from 'zod';
import type { GeoPoint } from '#src/domain/geo';

/** The borders of a city's districts. */
export interface Borders {
  /** Whether no borders are known, so that nothing can be said of any point. */
  readonly isEmpty: boolean;
  /**
   * The district in which a point lies, by its slug; `null`: outside all of them. On a border between two it is one of
   * them, always the same. Takes a look into an index of boxes and a walk along one or two borders.
   */
  readonly districtAt: (point: GeoPoint) => string | null;
}

/** A city whose borders nobody has brought. */
export const NO_BORDERS: Borders = { isEmpty: true, districtAt: () => null };

// RFC 7946, 3.1.6: a ring is closed and has four positions or more; heights are ignored.
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const ring = z
  .array(position)
  .min(4)
  .refine(
    (positions) => positions[0]?.[0] === positions.at(-1)?.[0] && positions[0]?.[1] === positions.at(-1)?.[1],
    'the ring is not closed',
  );
const polygon = z.array(ring).min(1);

const schema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/) }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: polygon }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
      ]),
    }),
  ),
});

/**
 * Borders from GeoJSON (RFC 7946): a FeatureCollection of polygons, each with the slug of its district in `properties`.
 * @throws ZodError which says where the file is not that
 */
export function readBorders(geoJson: unknown): Borders {
  const collection = schema.parse(geoJson);
  if (collection.features.length === 0) return NO_BORDERS;
  const find = whichPolygon(collection);
  return {
    isEmpty: false,
    districtAt: ({ latitude, longitude }) => find([longitude, latitude])?.slug ?? null,
  };
}
