import type { Core } from '@strapi/strapi';
import { registerPersonalData } from '#src/platform/personal-data/index';
import { describePaths } from '#src/reading/openapi/described-paths';
import { addPublicAddresses } from '#src/response-cache/index';
import { answer } from './answer';
import { directory } from './controllers/directory';
import { directoryPath } from './domain/public-path';
import { describeDirectory } from './openapi/paths';
import { followChanges } from './read-model/follow-changes';
import { directoryData } from './read-model/personal-data';
import { followLocales, registerMaintenance } from './read-model/maintenance-jobs';
import { routes } from './routes';
import { registerGraphql } from './search/graphql';
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
    registerGraphql(strapi);
    describePaths(strapi, () => describeDirectory(strapi));
    registerPersonalData(strapi, directoryData);
    addPublicAddresses(strapi, {
      matches: directoryPath,
      answer: (request, now) => answer(strapi, request, now),
    });
  },
  bootstrap({ strapi }: Context): void {
    openReadPool(strapi);
    followChanges(strapi);
    followLocales(strapi);
  },
  async destroy({ strapi }: Context): Promise<void> {
    await closeReadPool(strapi);
  },
  routes,
  controllers: { directory },
  services: { search: searchService, maintenance },
};
