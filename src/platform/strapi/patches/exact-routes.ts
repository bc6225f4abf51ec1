import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { functionsOf, goneFrom } from './functions-of';

/** The parts of a layer of @koa/router 12 that are used here. */
interface Layer {
  path: string;
  methods: string[];
  regexp: RegExp;
}

interface Router {
  stack: Layer[];
  match(path: string, method: string): { path: Layer[]; pathAndMethod: Layer[] };
}

// Files in public/ (strapi::public), where anything that no route answers is looked up.
const FILES = '/((?!uploads/).+)';

function routerOf(strapi: Core.Strapi): Router {
  const { router } = strapi.server as { router?: unknown };
  return functionsOf<Router>('exact-routes', 'The router of @koa/router', router, 'match');
}

/** Makes routes case-sensitive, which is not @koa/router's default and has no setting in Strapi. Call in `register`. */
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
 * The route that answers a request, as `METHOD /path/:parameter`; without a method if there is a route for the path but
 * another method; `undefined` if there is none. Files in public/ have no route.
 */
export function routeOf(
  strapi: Core.Strapi,
  { path, method }: Pick<Context, 'path' | 'method'>,
): string | undefined {
  const isRoute = (layer: Layer): boolean => layer.methods.length > 0 && layer.path !== FILES;
  const matched = routerOf(strapi).match(path, method);
  // The first one answers, and later ones are not called.
  const answering = matched.pathAndMethod.find(isRoute);
  return answering ? `${method} ${answering.path}` : matched.path.find(isRoute)?.path;
}
