import { resolve } from 'node:path';

/** The root of this checkout. */
export const PROJECT_ROOT = resolve(__dirname, '..', '..');

/** Where an installation keeps its data: the embedded database, demo accounts. Never in git. */
export const DATA_DIRECTORY = resolve(PROJECT_ROOT, '.data');

/** Strapi's directories: sources, and what `tsc` makes of them. */
export const STRAPI_DIRECTORIES = { appDir: PROJECT_ROOT, distDir: resolve(PROJECT_ROOT, 'dist') };
