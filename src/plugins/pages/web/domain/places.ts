/** Something on the map. */
export interface Place {
  /** Type and slug, as the list names it. */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  /** Where people read about it. */
  readonly url: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** A feature of `GET /api/directory/map.geojson`. */
export interface PointFeature {
  readonly geometry: { readonly coordinates: readonly [longitude: number, latitude: number] };
  readonly properties: {
    readonly type: string;
    readonly slug: string;
    readonly name: string;
    readonly url: string;
  };
}

export const placeOf = ({ geometry, properties }: PointFeature): Place => ({
  key: `${properties.type}/${properties.slug}`,
  type: properties.type,
  name: properties.name,
  url: properties.url,
  longitude: geometry.coordinates[0],
  latitude: geometry.coordinates[1],
});

/**
 * The places in the order of the list beside the map; those that stand on its other pages follow as they come.
 * @param listed their keys
 */
export function inListOrder(places: readonly Place[], listed: readonly string[]): Place[] {
  const rank = new Map(listed.map((key, at) => [key, at]));
  const rankOf = ({ key }: Place): number => rank.get(key) ?? listed.length;
  // Stable since ES2019.
  return [...places].sort((one, other) => rankOf(one) - rankOf(other));
}

/** What is drawn at one point: a place, or a group of places too near to each other. */
export interface Drawn {
  /** Of the place that comes first, among all. */
  readonly first: number;
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * The one that takes the focus after the map was drawn again: that with the same first place, which is what a group falls
 * into when it is enlarged, or else the nearest to where it was, which is the group that it went into.
 */
export function successorOf<One extends Drawn>(before: Drawn, drawn: readonly One[]): One | undefined {
  const same = drawn.find(({ first }) => first === before.first);
  if (same) return same;
  const distance = (one: Drawn): number =>
    Math.hypot(one.longitude - before.longitude, one.latitude - before.latitude);
  return [...drawn].sort((one, other) => distance(one) - distance(other))[0];
}
