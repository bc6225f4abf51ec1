import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { NO_BORDERS, readBorders, type Borders } from './domain/borders';

const FILE = 'districts.geojson';

const citiesIn = (strapi: Core.Strapi): string => join(strapi.dirs.app.root, 'data', 'cities');

const read = new Map<string, Borders>();

/** @throws Error which names the file and says what is wrong with it */
function bordersIn(file: string): Borders {
  const known = read.get(file);
  if (known) return known;
  try {
    const borders = readBorders(JSON.parse(readFileSync(file, 'utf8')));
    read.set(file, borders);
    return borders;
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `${file} does not hold borders of districts: polygons in GeoJSON, each with the slug of its district in "properties" (docs/operations.md). ${problem}`,
      { cause },
    );
  }
}

/**
 * The borders that the folder of a city brings (`data/cities/<slug>/districts.geojson`), read once and kept in memory:
 * they are part of the installation and change with it.
 * @param slug of the city profile
 */
export function cityBorders(strapi: Core.Strapi, slug: string | null | undefined): Borders {
  // A slug has no dots and slashes.
  if (!slug || !/^[a-z0-9-]+$/.test(slug)) return NO_BORDERS;
  const file = join(citiesIn(strapi), slug, FILE);
  return existsSync(file) ? bordersIn(file) : NO_BORDERS;
}

/** Reads the borders of every city at the start. @throws Error which ends it if a file cannot be read */
export function assertBordersReadable(strapi: Core.Strapi): void {
  const folder = citiesIn(strapi);
  if (!existsSync(folder)) return;
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    cityBorders(strapi, name);
}
