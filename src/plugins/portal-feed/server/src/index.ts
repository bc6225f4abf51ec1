import type { Core } from '@strapi/strapi';
import { onPublicChanges } from '../../../../publication';
import { contentTypes } from './content-types';
import { createDeliveries, registerDelivery } from './delivery';
import { routes } from './routes';
import { appendEvents } from './services/append';
import { feedTypes } from './services/feed-types';
import { createPortals } from './services/portals';

interface Context {
  strapi: Core.Strapi;
}

/** Every public change, for other city portals (docs/feed.md). */
export default {
  register({ strapi }: Context): void {
    registerDelivery(strapi);
  },

  bootstrap({ strapi }: Context): void {
    // A schema that joins in a way that cannot work stops the start, not the first event.
    feedTypes(strapi);
    onPublicChanges(strapi, (changes) => appendEvents(strapi, changes));
  },

  contentTypes,
  routes,
  services: { portals: createPortals, deliveries: createDeliveries },
};
