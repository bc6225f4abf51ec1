import type { Core } from '@strapi/strapi';
import { goneFrom } from './functions-of';

/** The parts of a content API route that are used here. */
export interface ContentApiRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
}

interface Router {
  readonly routes: readonly ContentApiRoute[];
}

export type RouterInput = Router | ((context: { strapi: Core.Strapi }) => Router);

interface Module {
  routes: Readonly<Record<string, RouterInput>>;
}

type IsKept = (route: ContentApiRoute) => boolean;

const keptOf =
  (input: RouterInput, isKept: IsKept): RouterInput =>
  (context) => {
    const { routes, ...router } = typeof input === 'function' ? input(context) : input;
    return { ...router, routes: routes.filter(isKept) };
  };

const withRoutes = (found: unknown): Module | undefined => {
  const { routes } = (found ?? {}) as Partial<Module>;
  return routes && typeof routes === 'object' ? (found as Module) : undefined;
};

/**
 * Removes content API routes that a plugin brings along. Call in `register()`, before they are built.
 *
 * @throws Error, which ends the start, if the plugin has none
 */
export function keepPluginRoutes(strapi: Core.Strapi, name: string, isKept: IsKept): void {
  const plugin = withRoutes(strapi.plugin(name));
  const original = plugin?.routes['content-api'];
  if (!plugin || !original) throw goneFrom('content-api-routes', `The plugin ${name} has no routes to close`);
  plugin.routes = { ...plugin.routes, 'content-api': keptOf(original, isKept) };
}

/** The same for the routes of all content types, Strapi's and ours. */
export function keepTypeRoutes(strapi: Core.Strapi, isKept: IsKept): void {
  for (const [name, found] of Object.entries(strapi.apis)) {
    const api = withRoutes(found);
    if (!api) throw goneFrom('content-api-routes', `The API ${name} has no routes`);
    api.routes = Object.fromEntries(
      Object.entries(api.routes).map(([type, input]) => [type, keptOf(input, isKept)]),
    );
  }
}

/** Adds routes to a content type, after those in its folder; not if one of that name exists. */
export function addTypeRoutes(strapi: Core.Strapi, uid: string, makeRouter: () => unknown): void {
  const [, name = '', type = ''] = /^api::([^.]+)\.(.+)$/.exec(uid) ?? [];
  const api = withRoutes(strapi.api(name));
  if (!api) throw goneFrom('content-api-routes', `The API ${name} has no routes`);
  if (type in api.routes) return;
  api.routes = { ...api.routes, [type]: makeRouter() as RouterInput };
}
