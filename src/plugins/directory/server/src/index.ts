import type { Core } from '@strapi/strapi';
import { describePaths } from '#src/reading/openapi/described-paths';
import { startCache, stopCache } from '#src/response-cache/index';
import { directory } from './controllers/directory';
import { followChanges } from './read-model/follow-changes';
import { followLocales, registerUpkeep } from './read-model/upkeep-jobs';
import { DIRECTORY_PATHS } from './openapi';
import { routes } from './routes';
import { closeReadPool, openReadPool } from './search/read-pool';
import { searchService } from './search/search-service';
import { upkeep } from './read-model/upkeep';

interface Context {
  strapi: Core.Strapi;
}

/**
 * Search, map and lists of everything public, from a read model that is updated on every publication
 * (docs/directory.md).
 */
export default {
  register({ strapi }: Context): void {
    registerUpkeep(strapi);
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
  services: { search: searchService, upkeep },
};
