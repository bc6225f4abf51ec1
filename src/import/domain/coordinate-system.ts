import { isObject } from '../../domain/is-object';
import { utmPoint } from './utm';

/** How the coordinates of a GeoJSON file are to be read. */
type CoordinateSystem =
  { kind: 'degrees' } | { kind: 'utm'; zone: number } | { kind: 'unknown'; name: string };

// WGS 84 and ETRS89, which are the same to within a metre.
const DEGREES = /(?:CRS84|:(?:4326|4258))$/;
const UTM = /:(?:258|326)(3[1-3])$/;

/** The coordinate system that a file names, as GeoJSON did before RFC 7946 and the servers of cities still do. */
export const coordinateSystemOf = (root: unknown): CoordinateSystem => {
  const crs = isObject(root) && isObject(root.crs) ? root.crs : {};
  const name = isObject(crs.properties) ? crs.properties.name : undefined;
  if (typeof name !== 'string' || DEGREES.test(name)) return { kind: 'degrees' };
  const zone = UTM.exec(name)?.[1];
  return zone === undefined ? { kind: 'unknown', name } : { kind: 'utm', zone: Number(zone) };
};

const converted = (value: unknown, zone: number): unknown => {
  if (!Array.isArray(value)) return value;
  const list = value as unknown[];
  const [first, second] = list;
  if (Array.isArray(first)) return list.map((one) => converted(one, zone));
  const point = utmPoint(Number(first), Number(second), undefined, zone);
  return point ? [point.longitude, point.latitude] : list;
};

const geometryInDegrees = (geometry: unknown, zone: number): unknown => {
  if (!isObject(geometry)) return geometry;
  return Array.isArray(geometry.geometries)
    ? { ...geometry, geometries: geometry.geometries.map((one) => geometryInDegrees(one, zone)) }
    : { ...geometry, coordinates: converted(geometry.coordinates, zone) };
};

/** A feature whose coordinates are metres in a zone of UTM, in degrees. What is no such position stays. */
export const featureInDegrees = (feature: unknown, zone: number): unknown =>
  isObject(feature) ? { ...feature, geometry: geometryInDegrees(feature.geometry, zone) } : feature;
