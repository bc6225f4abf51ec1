import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { NO_BACKGROUND, readBackground, type Background } from './domain/background';
import { NO_BORDERS, readBorders, type Borders } from './domain/borders';

const BORDERS = 'districts.geojson';
const DRAWN = 'background.geojson';

const citiesIn = (strapi: Core.Strapi): string => join(strapi.dirs.app.root, 'data', 'cities');

/** What the folder of a city says of its ground. */
interface Ground {
  readonly borders: Borders;
  readonly background: Background;
}

const NO_GROUND: Ground = { borders: NO_BORDERS, background: NO_BACKGROUND };

const known = new Map<string, Ground>();

/** What a file holds; `undefined` if there is none. @throws Error which names the file and says what it has to hold */
function readFile<Read>(file: string, read: (json: unknown) => Read, holds: string): Read | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file} does not hold ${holds} (docs/operations.md). ${problem}`, { cause });
  }
}

function groundIn(folder: string): Ground {
  const found = known.get(folder);
  if (found) return found;
  let borders: unknown;
  const read = readFile(
    join(folder, BORDERS),
    (json) => {
      borders = json;
      return readBorders(json);
    },
    'borders of districts: polygons in GeoJSON, each with the slug of its district in "properties"',
  );
  const background =
    readFile(
      join(folder, DRAWN),
      (drawn) => readBackground({ borders, drawn }),
      'what a map shows below its points: GeoJSON with "kind" in "properties"',
    ) ?? readBackground({ borders });
  const ground = { borders: read ?? NO_BORDERS, background };
  known.set(folder, ground);
  return ground;
}

/**
 * What the folder of a city (`data/cities/<slug>`) brings: the borders of its districts and the background of a map, read
 * once and kept in memory: they are part of the installation and change with it.
 * @param slug of the city profile
 */
export function cityGround(strapi: Core.Strapi, slug: string | null | undefined): Ground {
  // A slug has no dots and slashes.
  if (!slug || !/^[a-z0-9-]+$/.test(slug)) return NO_GROUND;
  return groundIn(join(citiesIn(strapi), slug));
}

/** Reads the files of every city at the start. @throws Error which ends it if one cannot be read */
export function assertGroundReadable(strapi: Core.Strapi): void {
  const folder = citiesIn(strapi);
  if (!existsSync(folder)) return;
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    cityGround(strapi, name);
}
