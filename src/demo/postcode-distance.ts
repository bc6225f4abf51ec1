import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { distanceKm, type GeoPoint } from '../domain/geo';

/** The smallest distance in km of any place with this postcode from the centre; undefined for an unknown postcode. */
export type PostcodeDistance = (postcode: string | undefined) => number | undefined;

/** Distances by the coordinates of `postcodes-de.csv` (GeoNames). */
export const postcodeDistances = (dataDir: string, centre: GeoPoint): PostcodeDistance => {
  const file = readFileSync(join(dataDir, 'postcodes-de.csv'));
  const rows = parse<Record<string, string>>(file, { columns: true });
  const distances = new Map<string, number>();
  for (const { plz = '', lat, lon } of rows) {
    const distance = distanceKm({ latitude: Number(lat), longitude: Number(lon) }, centre);
    distances.set(plz, Math.min(distance, distances.get(plz) ?? Infinity));
  }
  return (postcode) => (postcode === undefined ? undefined : distances.get(postcode));
};
