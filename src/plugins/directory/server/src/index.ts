import type { Core } from '@strapi/strapi';
import { startCache, stopCache } from './cache';
import { directory } from './controllers/directory';
import { followChanges } from './read-model/follow-changes';
import { routes } from './routes';
import { directoryTypes } from './services/directory-types';
import { closeReadPool, openReadPool } from './services/read-pool';

/** Search, map and lists of everything public, from a read model that is kept as things are published (docs/directory.md). */
export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // A schema that joins in a way that cannot work stops the start, not the first request.
    directoryTypes(strapi);
    openReadPool(strapi);
    await startCache(strapi);
    followChanges(strapi);
  },
  async destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await stopCache(strapi);
    await closeReadPool(strapi);
  },
  routes,
  controllers: { directory },
};
