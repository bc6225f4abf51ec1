import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest folder above that holds a package.json: compiled, this file lies one folder deeper, in dist/. */
function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}

/** The root of this checkout. */
export const PROJECT_ROOT = rootAbove(__dirname);

/** Where an installation keeps its data: the embedded database, demo accounts. Never in git. */
export const DATA_DIRECTORY = resolve(PROJECT_ROOT, '.data');

/** Strapi's directories: sources, and what `tsc` makes of them. */
export const STRAPI_DIRECTORIES = { appDir: PROJECT_ROOT, distDir: resolve(PROJECT_ROOT, 'dist') };
