import { isObject } from '../../domain/is-object';

type Json = Record<string, unknown>;
type Position = readonly [longitude: number, latitude: number];

const isPoint = (value: unknown): value is Json & { lat: number; lon: number } =>
  isObject(value) && typeof value.lat === 'number' && typeof value.lon === 'number';

const cornersOf = (bounds: unknown): Position[] => {
  if (!isObject(bounds)) return [];
  const southWest: Position = [Number(bounds.minlon), Number(bounds.minlat)];
  const northEast: Position = [Number(bounds.maxlon), Number(bounds.maxlat)];
  return [...southWest, ...northEast].every(Number.isFinite) ? [southWest, northEast] : [];
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Where an element is, as far as the query asked for it: `out center`, `out bb`, `out geom`, or its nodes in the file. */
const positionsOf = (element: Json, nodes: ReadonlyMap<unknown, Position>): Position[] => {
  const at = isPoint(element) ? element : element.center;
  if (isPoint(at)) return [[at.lon, at.lat]];
  const corners = cornersOf(element.bounds);
  if (corners.length > 0) return corners;
  const drawn = listOf(element.geometry).filter(isPoint);
  if (drawn.length > 0) return drawn.map(({ lon, lat }): Position => [lon, lat]);
  return listOf(element.nodes)
    .map((id) => nodes.get(id))
    .filter((at) => at !== undefined);
};

/** The elements of an Overpass answer; undefined if it is none. */
export const overpassElements = (root: unknown): Json[] | undefined => {
  if (!isObject(root) || !Array.isArray(root.elements)) return undefined;
  return root.elements.filter(isObject);
};

/**
 * The elements of an Overpass answer (`[out:json]`) as GeoJSON features. Those without tags only give others their shape,
 * and that of `out count` is none.
 * https://wiki.openstreetmap.org/wiki/OSM_JSON
 */
export const overpassFeatures = (elements: readonly Json[]): Json[] => {
  const nodes = new Map<unknown, Position>(
    elements.flatMap((element): [unknown, Position][] =>
      element.type === 'node' && isPoint(element) ? [[element['id'], [element.lon, element.lat]]] : [],
    ),
  );
  return elements
    .filter(({ type, tags }) => type !== 'count' && isObject(tags) && Object.keys(tags).length > 0)
    .map((element) => {
      const coordinates = positionsOf(element, nodes);
      return {
        type: 'Feature',
        id: `${String(element.type)}/${String(element.id)}`,
        properties: element.tags,
        geometry: coordinates.length > 0 ? { type: 'MultiPoint', coordinates } : null,
      };
    });
};
