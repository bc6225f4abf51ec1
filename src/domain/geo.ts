import { accept, refuse, type Checked } from './checked';

/** WGS 84, in degrees. */
export interface GeoPoint {
  latitude: number;
  longitude: number;
}

// Mean Earth radius of the IUGG, in km.
const EARTH_RADIUS_KM = 6_371.0088;

/** Of WGS 84, in degrees. */
export const MAX_LATITUDE = 90;
export const MAX_LONGITUDE = 180;

/** The listing area around a city's centre, in km. */
export const MAX_DISTANCE_KM = 50;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in km (haversine). */
export const distanceKm = (a: GeoPoint, b: GeoPoint): number => {
  const dLat = radians(b.latitude - a.latitude);
  const dLon = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
};

const within = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;

export const checkLatitude = (value: unknown): Checked<number> =>
  within(value, MAX_LATITUDE) ? accept(value) : refuse('latitude-range', { found: String(value) });

export const checkLongitude = (value: unknown): Checked<number> =>
  within(value, MAX_LONGITUDE) ? accept(value) : refuse('longitude-range', { found: String(value) });

/** A point within reach of the city: at most 50 km from its centre. */
export const checkNearCity = (point: GeoPoint, centre: GeoPoint): Checked<GeoPoint> => {
  const distance = distanceKm(point, centre);
  if (distance <= MAX_DISTANCE_KM) return accept(point);
  return refuse('too-far-from-city', { distance: Math.ceil(distance), maximum: MAX_DISTANCE_KM });
};
