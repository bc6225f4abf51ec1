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

/** Adds to a registry what is missing: a file in the type's folder takes precedence. */
function provide(registry: Registry, uid: string, value: unknown): void {
  if (!registry.keys().includes(uid)) registry.set(uid, value);
}

const CORE_ACTION = /^(api::[^.]+\.[^.]+)\.(find|findOne|create|update|delete)$/;

/**
 * Whether a route does something nobody outside may do: anything with a type that is not public, or writing any other.
 */
function isClosed(strapi: Core.Strapi, handler: unknown): boolean {
  const [, uid = '', action = ''] = CORE_ACTION.exec(String(handler)) ?? [];
  if (!(uid in strapi.contentTypes)) return false;
  const type = listingTypes(strapi).public.get(uid);
  return !type || !readingActions(type).some((one) => one === action);
}

/**
 * Gives every public type without them its routes, controller and service, so that a schema file is enough. Call in
 * `register`, before Strapi builds its routes.
 */
export function addPublicRoutes(strapi: Core.Strapi): void {
  const controllers = strapi.get<Registry>('controllers');
  const services = strapi.get<Registry>('services');
  for (const type of listingTypes(strapi).public.values()) {
    provide(services, type.uid, factories.createCoreService(type.uid as Uid));
    provide(controllers, type.uid, publicController(type.uid));
    // After the folder's own routes, so that `/press-notices/feed.rss` is not taken for a document id.
    addTypeRoutes(strapi, type.uid, () =>
      factories.createCoreRouter(type.uid as Uid, { only: [...readingActions(type)] }),
    );
  }
  // Strapi's content-type builder writes others: a token with full access would pass a permission.
  keepTypeRoutes(strapi, ({ handler }) => !isClosed(strapi, handler));
}
