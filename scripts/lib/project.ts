import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest parent folder with a package.json, since the compiled file is one folder deeper, in dist/. */
function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}

/** The root of this checkout. */
export const PROJECT_ROOT = rootAbove(__dirname);

/** The data of an installation: the embedded database, demo accounts. Never in git. */
export const DATA_DIRECTORY = resolve(PROJECT_ROOT, '.data');

/** What `npm run processing-record` writes. */
export const PROCESSING_RECORD = resolve(PROJECT_ROOT, 'docs', 'verarbeitungsverzeichnis.md');

/** Strapi's directories: the sources, and the output of `tsc`. */
export const STRAPI_DIRECTORIES = { appDir: PROJECT_ROOT, distDir: resolve(PROJECT_ROOT, 'dist') };
