import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

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

const routerOf = (strapi: Core.Strapi): Router => {
  const { router } = strapi.server as unknown as { router: Router };
  return router;
};

/**
 * Lets routes differ in case, which @koa/router does not by default and Strapi gives no setting for. To be called in
 * `register`.
 */
export function registerExactRoutes(strapi: Core.Strapi): void {
  const { server } = strapi;
  const mount = server.mount.bind(server);
  server.mount = () => {
    mount();
    for (const layer of routerOf(strapi).stack)
      layer.regexp = new RegExp(layer.regexp.source, layer.regexp.flags.replace('i', ''));
    return server;
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
