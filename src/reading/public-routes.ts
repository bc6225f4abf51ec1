import { factories } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { readingActions } from '../domain/content-api-access';
import { listingTypes } from '../listing/listing-types';
import { addTypeRoutes, keepTypeRoutes } from '../platform/strapi/patches';
import { publicController } from './public-controller';

interface Registry {
  keys(): string[];
  set(uid: string, value: unknown): unknown;
}

type Uid = 'api::business.business';

/** Gives the registry what it lacks: a file in the type's folder goes first. */
function provide(registry: Registry, uid: string, value: unknown): void {
  if (!registry.keys().includes(uid)) registry.set(uid, value);
}

const CORE_ACTION = /^(api::[^.]+\.[^.]+)\.(find|findOne|create|update|delete)$/;

/** Whether a route leads to what nobody outside may do: anything with a type that is not public, writing any other. */
function isClosed(strapi: Core.Strapi, handler: unknown): boolean {
  const [, uid = '', action = ''] = CORE_ACTION.exec(String(handler)) ?? [];
  if (!(uid in strapi.contentTypes)) return false;
  const type = listingTypes(strapi).public.get(uid);
  return !type || !readingActions(type).some((one) => one === action);
}

/**
 * Gives every public type that has none its routes, controller and service: a schema file is enough. To be called in
 * `register`, before Strapi builds its routes.
 */
export function addPublicRoutes(strapi: Core.Strapi): void {
  const controllers = strapi.get<Registry>('controllers');
  const services = strapi.get<Registry>('services');
  for (const type of listingTypes(strapi).public.values()) {
    provide(services, type.uid, factories.createCoreService(type.uid as Uid));
    provide(controllers, type.uid, publicController(type.uid));
    // Behind what the folder has: `/press-notices/feed.rss` is not to be taken for a document's id.
    addTypeRoutes(strapi, type.uid, () =>
      factories.createCoreRouter(type.uid as Uid, { only: [...readingActions(type)] }),
    );
  }
  // Strapi's content-type builder writes others: a token with full access would pass a permission.
  keepTypeRoutes(strapi, ({ handler }) => !isClosed(strapi, handler));
}
