import { startedApp } from './started-app';

/**
 * Routes whose answers caches may keep, as registered. Any other route must be `no-store` for everyone, so a new public
 * route has to be added here.
 */
const PUBLIC_ROUTES: readonly RegExp[] = [
  /^\/api\/(businesses|offers|campaigns|advisory-contacts|organisations|press-notices|categories|districts)(\/:id)?$/,
  /^\/api\/(city-profile|openapi\.json|press-notices\/feed\.(rss|json))$/,
  /^\/api\/directory\//,
  /^\/api\/feed\/schema(\/:type)?$/,
  /^\/docs(\/|$)/,
  // Files, and the panel's empty page
  /^\/uploads\//,
  /^\/\(\(\?!uploads\/\)\.\+\)$/,
  /^\/admin\/:path\*$/,
  /^\/graphql$/,
];

interface Layer {
  path: string;
  methods: string[];
}

/** A route with values for its parameters. */
export interface RouteToAsk {
  route: string;
  path: string;
  method: string;
}

const filledIn = (path: string): string =>
  path
    .replace(/\(\(\?!uploads\/\)\.\+\)/, 'account/account.css')
    .replace(/:[a-zA-Z]+(\([^)]*\))?[*?+]?/g, 'nothing')
    .replace(/\(\.[*+]\)/g, 'nothing');

/** Every route of the suite’s Strapi, including Strapi’s own. */
export const routesToAsk = (): RouteToAsk[] =>
  (startedApp().strapi.server.listRoutes() as unknown as Layer[]).flatMap(({ path, methods }) =>
    (methods.length > 10 ? ['GET', 'POST'] : methods).map((method) => ({
      route: path,
      path: filledIn(path),
      method,
    })),
  );

export const isPublicRoute = ({ route }: RouteToAsk): boolean =>
  PUBLIC_ROUTES.some((pattern) => pattern.test(route));
