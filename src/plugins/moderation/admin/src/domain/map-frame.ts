export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** A drawing of the city: its size, and where a position lies in it, in the same units from the top left. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  place(position: Position): { readonly x: number; readonly y: number };
}

// Keeps a position outside the city visible, with some room around it.
const MARGIN = 0.05;

/**
 * Frames a city and the positions to show, in the equirectangular projection at the city's latitude: accurate to a
 * pixel within the distance a listing may have from the city.
 * @param width of the drawing; the height depends on the shape of the box
 */
export function frameMap(city: BoundingBox, positions: readonly Position[], width: number): MapFrame {
  const box = grow(positions.reduce(include, city));
  const shrink = Math.cos((((box.north + box.south) / 2) * Math.PI) / 180);
  const scale = width / ((box.east - box.west) * shrink);
  return {
    width,
    height: (box.north - box.south) * scale,
    place: ({ latitude, longitude }) => ({
      x: (longitude - box.west) * shrink * scale,
      y: (box.north - latitude) * scale,
    }),
  };
}

function include(box: BoundingBox, { latitude, longitude }: Position): BoundingBox {
  return {
    south: Math.min(box.south, latitude),
    west: Math.min(box.west, longitude),
    north: Math.max(box.north, latitude),
    east: Math.max(box.east, longitude),
  };
}

function grow({ south, west, north, east }: BoundingBox): BoundingBox {
  const up = (north - south) * MARGIN || MARGIN;
  const along = (east - west) * MARGIN || MARGIN;
  return { south: south - up, west: west - along, north: north + up, east: east + along };
}

const EARTH_RADIUS = 6_371_000; // metres, mean radius (IUGG)

/** The distance between two positions in metres (haversine). */
export function distance(one: Position, other: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const up = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const part = up + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * along;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(part));
}
