import type { Note } from './notes';
import type { PointRecord } from './record';
import { tagsOf, type Tags } from './tags';
import { isObject } from '../../domain/is-object';

/** A GeoJSON feature (RFC 7946) reduced to what an import needs. */
export interface Feature {
  /** `node/123` where the source has an id, else a `geo:` URI (RFC 5870) made of the position. */
  externalId: string;
  /** Whether the id comes from OpenStreetMap. */
  isOsm: boolean;
  point?: PointRecord;
  /** A geometry that cannot be read, as the source has it. */
  badGeometry?: string;
  tags: Tags;
  /** What had to be put right in the tags. */
  notes: readonly Note[];
  /** Its OSM category ids, where something else than tags says them. */
  categories?: readonly string[];
}

type Json = Record<string, unknown>;

const OSM_ID = /^(node|way|relation)\/\d+$/;

// Some exports write numbers as strings.
const degrees = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;

const isPosition = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.length >= 2 && !Array.isArray(value[0]);

const positions = (value: unknown): unknown[][] => {
  if (isPosition(value)) return [value];
  return Array.isArray(value) ? value.flatMap(positions) : [];
};

const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

// 7 decimals are OSM's own precision, about a centimetre.
const rounded = (value: number): number => Number(value.toFixed(7));

const inRange = (longitude: number, latitude: number): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/** The position of a point, or the middle of the bounding box of a line or area. */
const pointOf = (geometry: unknown): PointRecord | undefined => {
  if (!isObject(geometry)) return undefined;
  const parts: unknown[] = Array.isArray(geometry.geometries) ? geometry.geometries : [geometry];
  const found = parts
    .flatMap((part) => (isObject(part) ? positions(part.coordinates) : []))
    .map(([longitude, latitude]) => [degrees(longitude), degrees(latitude)] as const);
  if (found.length === 0 || !found.every(([longitude, latitude]) => inRange(longitude, latitude)))
    return undefined;
  return {
    latitude: rounded(middle(found.map(([, latitude]) => latitude))),
    longitude: rounded(middle(found.map(([longitude]) => longitude))),
  };
};

const idOf = (feature: Json, properties: Json, point: PointRecord | undefined): string => {
  const id = [feature.id, properties['@id'], properties.id].find(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  if (id !== undefined && String(id).trim() !== '') return String(id).trim();
  return point ? `geo:${point.latitude},${point.longitude}` : '';
};

// A feature may have no geometry (RFC 7946, 3.2).
const badGeometryOf = (geometry: unknown, point: PointRecord | undefined): string | undefined =>
  geometry === undefined || geometry === null || point ? undefined : JSON.stringify(geometry).slice(0, 80);

/** @param index of the feature in its file; names it in the report if nothing else does */
export const featureOf = (value: unknown, index: number): Feature => {
  const feature = isObject(value) ? value : {};
  const given = isObject(feature.properties) ? feature.properties : {};
  // osmtogeojson keeps the tags of an element apart.
  const nested = isObject(given.tags) ? given.tags : {};
  const properties = { ...given, ...nested };
  const point = pointOf(feature.geometry);
  const badGeometry = badGeometryOf(feature.geometry, point);
  const externalId = idOf(feature, properties, point) || `#${index + 1}`;
  return {
    externalId,
    isOsm: OSM_ID.test(externalId),
    ...tagsOf(properties),
    ...(point ? { point } : {}),
    ...(badGeometry ? { badGeometry } : {}),
  };
};
