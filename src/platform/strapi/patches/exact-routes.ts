import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { functionsOf, goneFrom } from './functions-of';

/** What of a layer of @koa/router 12 is used here. */
interface Layer {
  path: string;
  methods: string[];
  regexp: RegExp;
}

interface Router {
  stack: Layer[];
  match(path: string, method: string): { path: Layer[]; pathAndMethod: Layer[] };
}

// Files of public/ (strapi::public): whatever no route answers is looked for there.
const FILES = '/((?!uploads/).+)';

function routerOf(strapi: Core.Strapi): Router {
  const { router } = strapi.server as { router?: unknown };
  return functionsOf<Router>('exact-routes', 'The router of @koa/router', router, 'match');
}

/**
 * Lets routes differ in case, which @koa/router does not by default and Strapi gives no setting for. To be called in
 * `register`.
 */
export function registerExactRoutes(strapi: Core.Strapi): void {
  const server = functionsOf<Pick<Core.Strapi['server'], 'mount'>>(
    'exact-routes',
    'The server',
    strapi.server,
    'mount',
  );
  const mount = server.mount.bind(server);
  const router = routerOf(strapi);
  server.mount = () => {
    mount();
    if (!router.stack.every(({ regexp }) => regexp instanceof RegExp))
      throw goneFrom('exact-routes', 'The layers of @koa/router have no regexp');
    for (const layer of router.stack)
      layer.regexp = new RegExp(layer.regexp.source, layer.regexp.flags.replace('i', ''));
    return strapi.server;
  };
}

/**
 * The route that answers a request, as `METHOD /path/:parameter`; without a method where the path is one of a route,
 * but for another method; `undefined` where there is none. Files of public/ have no route.
 */
export function routeOf(
  strapi: Core.Strapi,
  { path, method }: Pick<Context, 'path' | 'method'>,
): string | undefined {
  const isRoute = (layer: Layer): boolean => layer.methods.length > 0 && layer.path !== FILES;
  const matched = routerOf(strapi).match(path, method);
  // The first answers; those behind it it does not ask.
  const answering = matched.pathAndMethod.find(isRoute);
  return answering ? `${method} ${answering.path}` : matched.path.find(isRoute)?.path;
}
