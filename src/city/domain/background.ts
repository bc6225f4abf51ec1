import { z } from 'zod';

type Position = readonly [longitude: number, latitude: number];
type Line = readonly Position[];

/** What a map shows below the points where there are no tiles. */
export interface Background {
  readonly isEmpty: boolean;
  /** GeoJSON (RFC 7946); the features in the order in which they are drawn. */
  readonly geoJson: string;
}

/** A city whose folder has nothing to be drawn. */
export const NO_BACKGROUND: Background = {
  isEmpty: true,
  geoJson: '{"type":"FeatureCollection","features":[]}',
};

/** In the order in which they are drawn, and whether they are areas. */
const LAYERS = {
  built: true,
  green: true,
  water: true,
  waterway: false,
  road: false,
  rail: false,
} as const satisfies Readonly<Record<string, boolean>>;
type Layer = keyof typeof LAYERS;
const NAMES = Object.keys(LAYERS) as Layer[];

// RFC 7946, 3.1.1: heights are ignored.
const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number())
  .transform(([longitude, latitude]): Position => [longitude, latitude]);
const line = z.array(position).min(2);
const lines = z.array(line).min(1);

const area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: lines }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(lines).min(1) }),
]);
const way = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: lines }),
]);

const drawn = z.object({
  type: z.literal('FeatureCollection'),
  /** Whom to name for it. */
  attribution: z.string().max(200).optional(),
  features: z.array(
    z
      .object({
        type: z.literal('Feature'),
        properties: z.object({
          kind: z.enum(NAMES as [Layer, ...Layer[]]),
          /** Of a road: from 1, a motorway, to 6, for those on foot. */
          class: z.string().nullish(),
        }),
        geometry: z.union([area, way]),
      })
      .refine(
        ({ properties, geometry }) => LAYERS[properties.kind] === geometry.type.endsWith('Polygon'),
        'roads, rails and waterways are lines; green, water and what is built are polygons',
      ),
  ),
});

const borders = z.object({
  attribution: z.string().max(200).optional(),
  features: z.array(z.object({ properties: z.object({ name: z.string().optional() }), geometry: area })),
});

type Drawn = z.infer<typeof drawn>;
type Borders = z.infer<typeof borders>;
type Area = z.infer<typeof area>;

// About a metre (RFC 7946, 11.2).
const DIGITS = 5;
const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** A line without what cannot be seen: digits below a metre, and positions that are then the same as the one before. */
export function shortened(positions: Line): Line {
  const all = positions.map(([longitude, latitude]): Position => [rounded(longitude), rounded(latitude)]);
  return all.filter(
    ([longitude, latitude], at) =>
      at === 0 || longitude !== all[at - 1]?.[0] || latitude !== all[at - 1]?.[1],
  );
}

const polygonsOf = ({ type, coordinates }: Area): readonly (readonly Line[])[] =>
  type === 'Polygon' ? [coordinates] : coordinates;

/** Rings that are still rings (RFC 7946, 3.1.6). */
const ringsOf = (polygon: readonly Line[]): Line[] =>
  polygon.map(shortened).filter((ring) => ring.length >= 4);

/** Twice the area of a ring, signed, and its centre of mass. */
function massOf(ring: Line): { readonly area: number; readonly centre: Position } {
  const [origin = [0, 0]] = ring;
  let [area, x, y] = [0, 0, 0];
  for (const [at, [longitude, latitude]] of ring.entries()) {
    const [toLongitude, toLatitude] = ring[at + 1] ?? origin;
    // Seen from a corner, since the differences are small beside the degrees.
    const [x0, y0, x1, y1] = [
      longitude - origin[0],
      latitude - origin[1],
      toLongitude - origin[0],
      toLatitude - origin[1],
    ];
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  const centre: Position = area === 0 ? origin : [origin[0] + x / (3 * area), origin[1] + y / (3 * area)];
  return { area: Math.abs(area), centre };
}

/** Where the name of an area stands: in the middle of its largest part. */
export function nameAt(polygons: readonly (readonly Line[])[]): Position | undefined {
  const [largest] = polygons
    .flatMap(([outer]) => (outer ? [massOf(outer)] : []))
    .sort((one, other) => other.area - one.area);
  return largest && [rounded(largest.centre[0]), rounded(largest.centre[1])];
}

interface Feature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry:
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Line[])[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: readonly Line[] };
}

function districtsOf({ features }: Borders): Feature[] {
  return features.map(({ properties: { name }, geometry }) => {
    const coordinates = polygonsOf(geometry).map(ringsOf);
    return {
      type: 'Feature',
      properties: { layer: 'district', ...(name ? { name, at: nameAt(coordinates) } : {}) },
      geometry: { type: 'MultiPolygon', coordinates },
    };
  });
}

/** All of a layer as one feature, roads by their class: one path to draw for each. Smaller roads first. */
function layerOf({ features }: Drawn, layer: Layer): Feature[] {
  const ofLayer = features.filter(({ properties }) => properties.kind === layer);
  const classes =
    layer === 'road'
      ? [...new Set(ofLayer.map(({ properties }) => properties.class ?? ''))].sort().reverse()
      : [undefined];
  return classes.flatMap((name): Feature[] => {
    const ofClass = ofLayer.filter(
      ({ properties }) => name === undefined || (properties.class ?? '') === name,
    );
    const properties = { layer, ...(name ? { class: name } : {}) };
    const geometries = ofClass.map(({ geometry }) => geometry);
    if (geometries.length === 0) return [];
    if (LAYERS[layer]) {
      const coordinates = (geometries as Area[]).flatMap(polygonsOf).map(ringsOf);
      return [{ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } }];
    }
    const coordinates = (geometries as z.infer<typeof way>[])
      .flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : one.coordinates))
      .map(shortened)
      .filter((positions) => positions.length >= 2);
    return [{ type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates } }];
  });
}

function boxOf(features: readonly Feature[]): readonly number[] | undefined {
  const all = features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : geometry.coordinates.flat(),
  );
  const box = all.reduce<[number, number, number, number]>(
    ([west, south, east, north], [longitude, latitude]) => [
      Math.min(west, longitude),
      Math.min(south, latitude),
      Math.max(east, longitude),
      Math.max(north, latitude),
    ],
    [180, 90, -180, -90],
  );
  return all.length === 0 ? undefined : box;
}

/**
 * The background of a map, as small as it can be sent.
 * @param files of the city's folder: `districts.geojson` (docs/adr/0080) and `background.geojson`, whose features have
 *   `kind` (built, green, water, waterway, road, rail) and roads a `class` from 1 to 6
 * @throws ZodError which says where a file is not that
 */
export function readBackground(files: { borders?: unknown; drawn?: unknown }): Background {
  const known = files.borders === undefined ? undefined : borders.parse(files.borders);
  const lines = files.drawn === undefined ? undefined : drawn.parse(files.drawn);
  const features = [
    ...(known ? districtsOf(known) : []),
    ...(lines ? NAMES.flatMap((layer) => layerOf(lines, layer)) : []),
  ];
  if (features.length === 0) return NO_BACKGROUND;
  const credits = [known?.attribution, lines?.attribution].filter(Boolean).join(', ');
  const collection = {
    type: 'FeatureCollection',
    ...(credits ? { attribution: credits } : {}),
    bbox: boxOf(features),
    features,
  };
  return { isEmpty: false, geoJson: JSON.stringify(collection) };
}
