import { createRequire } from 'node:module';
import { join } from 'node:path';
import { STRAPI_DIRECTORIES } from '../../lib/project';

/**
 * A module of the compiled application. What it keeps in its modules it keeps in these, so that the sources, loaded a
 * second time by the bench, would be another application.
 *
 * @param path below src/
 */
export const compiled = <Module>(path: string): Module =>
  createRequire(__filename)(join(STRAPI_DIRECTORIES.distDir, 'src', path)) as Module;
