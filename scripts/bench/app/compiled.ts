import { createRequire } from 'node:module';
import { join } from 'node:path';
import { STRAPI_DIRECTORIES } from '../../lib/project';

/**
 * A module of the compiled application. Its state is in these modules, so loading the sources instead would give a
 * second, separate application.
 *
 * @param path below src/
 */
export const compiled = <Module>(path: string): Module =>
  createRequire(__filename)(join(STRAPI_DIRECTORIES.distDir, 'src', path)) as Module;
