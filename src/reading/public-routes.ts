import { factories } from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { readingActions } from '../domain/content-api-access';
import type { PublicType } from '../listing/domain/listing-type';
import { listingTypes } from '../listing/listing-types';
import { publicController } from './public-controller';

interface Router {
  readonly routes: readonly { readonly handler: unknown }[];
}

type RouterInput = Router | ((context: { strapi: Core.Strapi }) => Router);

interface Api {
  routes: Readonly<Record<string, RouterInput>>;
}

interface Registry {
  keys(): string[];
  set(uid: string, value: unknown): unknown;
}

type Uid = 'api::business.business';

/** Gives the registry what it lacks: a file in the type's folder goes first. */
function provide(registry: Registry, uid: string, value: unknown): void {
  if (!registry.keys().includes(uid)) registry.set(uid, value);
}

function addRoutes(strapi: Core.Strapi, type: PublicType): void {
  const name = type.uid.slice('api::'.length).split('.')[0] ?? '';
  const api = strapi.api(name) as unknown as Api;
  if (type.type in api.routes) return;
  const router: unknown = factories.createCoreRouter(type.uid as Uid, { only: [...readingActions(type)] });
  // Behind what the folder has: `/press-notices/feed.rss` is not to be taken for a document's id.
  api.routes = { ...api.routes, [type.type]: router as Router };
}

const CORE_ACTION = /^(api::[^.]+\.[^.]+)\.(find|findOne|create|update|delete)$/;

/** Whether a route leads to what nobody outside may do: anything with a type that is not public, writing any other. */
function isClosed(strapi: Core.Strapi, handler: unknown): boolean {
  const [, uid = '', action = ''] = CORE_ACTION.exec(String(handler)) ?? [];
  if (!(uid in strapi.contentTypes)) return false;
  const type = listingTypes(strapi).public.get(uid);
  return !type || !readingActions(type).some((one) => one === action);
}

/** Takes Strapi's other routes away, as its content-type builder writes them: a token with full access would pass a permission. */
function closeOtherRoutes(strapi: Core.Strapi): void {
  for (const api of Object.values(strapi.apis) as unknown as Api[])
    api.routes = Object.fromEntries(
      Object.entries(api.routes).map(([name, input]): [string, RouterInput] => [
        name,
        (context) => {
          const { routes, ...router } = typeof input === 'function' ? input(context) : input;
          return { ...router, routes: routes.filter(({ handler }) => !isClosed(strapi, handler)) };
        },
      ]),
    );
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
    addRoutes(strapi, type);
  }
  closeOtherRoutes(strapi);
}
