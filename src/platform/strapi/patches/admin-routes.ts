import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { goneFrom } from './functions-of';

type Middleware = (ctx: Context, next: Next) => Promise<unknown>;

/** The parts of a Strapi route that are changed here. */
interface AdminRoute {
  method: string;
  path: string;
  config?: { middlewares?: unknown[]; policies?: unknown[] } & Record<string, unknown>;
}

interface Router {
  type?: string;
  prefix?: string;
  routes: AdminRoute[];
}

type Routers = Record<string, Router | ((context: { strapi: Core.Strapi }) => Router)>;

/** A module of Strapi: the admin panel or a plugin. */
interface Module {
  routes: Routers;
}

/** Returns the changed route; `undefined` removes it. */
type Change = (route: AdminRoute) => AdminRoute | undefined;

/**
 * Changes by `METHOD /path`, as listed by `strapi.server.listRoutes()`. A route may have several; the middlewares of
 * the first run first.
 */
export type AdminRouteChanges = readonly (readonly [address: string, change: Change])[];

// The original of a changed router. Every boot in a process gets the same admin panel router from Strapi, and tests
// boot several.
const originals = new WeakMap<Router, Router>();

/** All changes to a route as one: the first is applied last, so that its middlewares come first. */
function together(changes: AdminRouteChanges): Map<string, Change> {
  const changeOf = new Map<string, Change>();
  for (const [address, outer] of changes.toReversed()) {
    const inner = changeOf.get(address);
    changeOf.set(address, (route) => {
      const changed = inner ? inner(route) : route;
      return changed && outer(changed);
    });
  }
  return changeOf;
}

const addressOf = (prefix: string, { method, path }: AdminRoute): string =>
  `${method} ${prefix}${path === '/' ? '' : path}`;

/**
 * Changes Strapi's own routes for the admin panel before they are built. Call once, in `register`.
 *
 * @throws if one of them does not exist, so that an upgrade of Strapi does not open what was closed
 */
export function changeAdminRoutes(strapi: Core.Strapi, changes: AdminRouteChanges): void {
  const changeOf = together(changes);
  const missing = new Set(changeOf.keys());
  const changed = (router: Router, prefix: string): Router => {
    const original = originals.get(router) ?? router;
    const routes = original.routes.flatMap((route) => {
      const address = addressOf(original.prefix ?? prefix, route);
      missing.delete(address);
      const change = changeOf.get(address);
      return change ? (change(route) ?? []) : [route];
    });
    const result = { ...original, routes };
    originals.set(result, original);
    return result;
  };
  const changeAll = (found: unknown, prefix: string): void => {
    const module = found as Module;
    // A router in the making is the content API's: content-api-routes.ts.
    const entries = Object.entries(module.routes).map(([name, router]) =>
      typeof router === 'function' || (router.type ?? 'admin') !== 'admin'
        ? [name, router]
        : [name, changed(router, prefix)],
    );
    module.routes = Object.fromEntries(entries) as Routers;
  };
  changeAll(strapi.admin, '/admin');
  for (const [name, plugin] of Object.entries(strapi.plugins)) changeAll(plugin, `/${name}`);
  if (missing.size > 0)
    throw goneFrom('admin-routes', `Strapi does not have these routes: ${[...missing].join(', ')},`);
}

/** Puts middlewares before the handler of a route; they run after authentication and authorisation. */
export const withMiddlewares =
  (...middlewares: readonly Middleware[]): Change =>
  (route) => ({
    ...route,
    config: { ...route.config, middlewares: [...middlewares, ...(route.config?.middlewares ?? [])] },
  });

/** Lets only those use a route whom policies let through, besides Strapi's own. */
export const withPolicies =
  (...policies: readonly unknown[]): Change =>
  (route) => ({
    ...route,
    config: { ...route.config, policies: [...(route.config?.policies ?? []), ...policies] },
  });

/** Removes a route. */
export const closed: Change = () => undefined;
