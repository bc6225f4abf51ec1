import type { Core } from '@strapi/strapi';
import { describePaths } from '#src/reading/openapi/described-paths';
import { startCache, stopCache } from '#src/response-cache/index';
import { directory } from './controllers/directory';
import { followChanges } from './read-model/follow-changes';
import { followLocales, registerMaintenance } from './read-model/maintenance-jobs';
import { DIRECTORY_PATHS } from './openapi';
import { routes } from './routes';
import { closeReadPool, openReadPool } from './search/read-pool';
import { searchService } from './search/search-service';
import { maintenance } from './read-model/maintenance';

interface Context {
  strapi: Core.Strapi;
}

/**
 * Search, map and lists of everything public, from a read model that is updated on every publication
 * (docs/directory.md).
 */
export default {
  register({ strapi }: Context): void {
    registerMaintenance(strapi);
    describePaths(strapi, DIRECTORY_PATHS);
  },
  async bootstrap({ strapi }: Context): Promise<void> {
    openReadPool(strapi);
    followChanges(strapi);
    followLocales(strapi);
    await startCache(strapi);
  },
  async destroy({ strapi }: Context): Promise<void> {
    await stopCache(strapi);
    await closeReadPool(strapi);
  },
  routes,
  controllers: { directory },
  services: { search: searchService, maintenance },
};
