import type { Core } from '@strapi/strapi';
import { registerPermissions } from '#src/platform/http/panel-permissions';
import { registerQueue } from '#src/platform/jobs/index';
import { registerPersonalData } from '#src/platform/personal-data/index';
import { onPublicChanges } from '#src/publication/index';
import { describePaths } from '#src/reading/openapi/described-paths';
import { addPublicAddresses } from '#src/response-cache/index';
import { addStep } from '#src/writing/pipeline';
import { createAdminDeliveries } from './admin-api/controllers/admin-deliveries';
import { createAdminPortals } from './admin-api/controllers/admin-portals';
import { adminRoutes, PERMISSIONS } from './admin-api/routes';
import { createFeedController } from './controllers/feed';
import { createDeliveries, registerDelivery } from './delivery';
import { schemaPath } from './domain/schema-path';
import { describeFeed } from './openapi';
import { contentApiRoutes } from './routes';
import { appendEvents } from './services/append';
import { compactionQueue } from './services/compaction';
import { feedSignal } from './services/feed-signal';
import { portals } from './services/guard-portals';
import { personalData } from './services/personal-data';
import { createPortals } from './services/portals';
import { reconcileQueue } from './services/reconcile';
import portal from './content-types/portal/schema.json';

const contentTypes = { portal: { schema: portal } };

interface Context {
  strapi: Core.Strapi;
}

/** Every public change, for other city portals (docs/feed.md). */
export default {
  config: {
    // The types whose values the panel's pickers offer; null for none.
    default: { categoryType: null, districtType: null, cityType: null },
  },

  register({ strapi }: Context): void {
    registerDelivery(strapi);
    registerQueue(strapi, compactionQueue(strapi));
    registerQueue(strapi, reconcileQueue(strapi));
    describePaths(strapi, () => describeFeed(strapi));
    addPublicAddresses(strapi, { matches: schemaPath });
    for (const data of personalData) registerPersonalData(strapi, data);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    addStep(strapi, portals);
    onPublicChanges(strapi, (changes) => appendEvents(strapi, changes));
    await registerPermissions(strapi, 'portal-feed', PERMISSIONS);
  },

  // Before the server closes its connections, since long polls would keep them open.
  destroy({ strapi }: Context): void {
    feedSignal(strapi).stop();
  },

  contentTypes,
  routes: { 'content-api': contentApiRoutes, admin: adminRoutes },
  controllers: {
    feed: createFeedController,
    adminPortals: createAdminPortals,
    adminDeliveries: createAdminDeliveries,
  },
  services: { portals: createPortals, deliveries: createDeliveries },
};
