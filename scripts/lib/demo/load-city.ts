import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as CityLoader from '#src/demo/load-city';
import { PROJECT_ROOT, STRAPI_DIRECTORIES } from '../project';

export const CITY_DATA = join(PROJECT_ROOT, 'data');

/**
 * The compiled loader. Not imported from the sources, since it has to share its modules and their state with the
 * running Strapi.
 */
export function cityLoader(): typeof CityLoader {
  const file = join(STRAPI_DIRECTORIES.distDir, 'src', 'demo', 'load-city.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build".`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  return require(file) as typeof CityLoader;
}
