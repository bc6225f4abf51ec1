import { distanceKm, type GeoPoint } from '../../domain/geo';
import type { PointRecord } from './record';

/** Zones of UTM that German cities use. */
const ZONES = [31, 32, 33] as const;

// GRS 80, the ellipsoid of ETRS89; that of WGS 84 differs by a tenth of a millimetre.
const EQUATOR = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const SCALE = 0.9996;
const FALSE_EASTING = 500_000;
const N = FLATTENING / (2 - FLATTENING);
const RECTIFYING = (EQUATOR / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
// Krüger's series to the third power, exact to a millimetre within a zone.
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96,
  N ** 2 / 48 + N ** 3 / 15,
  (17 * N ** 3) / 480,
] as const;
const DELTA = [
  2 * N - (2 * N ** 2) / 3 - 2 * N ** 3,
  (7 * N ** 2) / 3 - (8 * N ** 3) / 5,
  (56 * N ** 3) / 15,
] as const;

const sum = (series: readonly number[], term: (twice: number) => number): number =>
  series.reduce((total, factor, at) => total + factor * term(2 * (at + 1)), 0);

const inDegrees = (radians: number): number => Number(((radians * 180) / Math.PI).toFixed(7));

/**
 * A position in ETRS89/UTM or WGS 84/UTM as degrees (J. H. Louis Krüger 1912).
 * @param easting in metres, without the number of the zone
 * @param northing in metres from the equator, on the northern half
 */
export const fromUtm = (zone: number, easting: number, northing: number): PointRecord => {
  const xi = northing / (SCALE * RECTIFYING);
  const eta = (easting - FALSE_EASTING) / (SCALE * RECTIFYING);
  const north = xi - sum(BETA, (twice) => Math.sin(twice * xi) * Math.cosh(twice * eta));
  const east = eta - sum(BETA, (twice) => Math.cos(twice * xi) * Math.sinh(twice * eta));
  const conformal = Math.asin(Math.sin(north) / Math.cosh(east));
  const meridian = ((zone * 6 - 183) * Math.PI) / 180;
  return {
    latitude: inDegrees(conformal + sum(DELTA, (twice) => Math.sin(twice * conformal))),
    longitude: inDegrees(meridian + Math.atan2(Math.sinh(east), Math.cos(north))),
  };
};

const isEasting = (value: number): boolean => value >= 100_000 && value < 1_000_000;
// From 45° to 57° north.
const isNorthing = (value: number): boolean => value >= 4_980_000 && value < 6_320_000;

interface Grid {
  /** Stated before the easting ("32 390 306"). */
  zone?: number;
  easting: number;
  northing: number;
}

const gridOf = (easting: number, northing: number): Grid | undefined => {
  if (!isNorthing(northing)) return undefined;
  if (isEasting(easting)) return { easting, northing };
  const zone = Math.floor(easting / 1_000_000);
  const rest = easting - zone * 1_000_000;
  return ZONES.some((one) => one === zone) && isEasting(rest) ? { zone, easting: rest, northing } : undefined;
};

/**
 * Two numbers as a position in metres, in either order, since no two of them can be mistaken for each other or for degrees.
 * @param near decides on the zone where nothing states it: two zones are 400 km apart
 * @param zone of the file
 * @returns undefined where they are none
 */
export const utmPoint = (
  first: number,
  second: number,
  near: GeoPoint | undefined,
  zone?: number,
): PointRecord | undefined => {
  const grid = gridOf(first, second) ?? gridOf(second, first);
  if (!grid) return undefined;
  const stated = grid.zone ?? zone;
  if (stated !== undefined) return fromUtm(stated, grid.easting, grid.northing);
  if (!near) return undefined;
  const points = ZONES.map((one) => fromUtm(one, grid.easting, grid.northing));
  return points.reduce((best, point) => (distanceKm(point, near) < distanceKm(best, near) ? point : best));
};
