import type { UID } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { startedApp } from './started-app';

/**
 * Routes whose answers caches may keep, as registered, beside those of the public content types. Any other route must be
 * `no-store` for everyone, so a new public route has to be added here.
 */
const PUBLIC_ROUTES: readonly RegExp[] = [
  /^\/api\/(openapi\.json|transparency\.json|schema\.graphql|i18n\/locales|my\/schema|press-notices\/feed\.(rss|json))$/,
  /^\/api\/directory\//,
  /^\/api\/feed\/schema(\/:type)?$/,
  /^\/docs(\/|$)/,
  // Files, and the panel's empty page
  /^\/uploads\//,
  /^\/\(\(\?!uploads\/\)\.\+\)$/,
  /^\/admin\/:path\*$/,
  /^\/graphql$/,
  // Pages that everyone may see, and their files
  /^\/(en)?$/,
  /^\/(impressum|en\/imprint|suche|en\/search|karte|en\/map|wir|en\/about-us)$/,
  /^\/(betriebe|angebote|kampagnen|beratung|presse)(\/:slug)?$/,
  /^\/en\/(businesses|offers|campaigns|advice|press)(\/:slug)?$/,
  /^\/(robots\.txt|sitemap\.xml)$/,
  /^\/konto(\/(passwort-vergessen|bestaetigung-anfordern|daten|loeschen))?$/,
  /^\/en\/account(\/(forgotten-password|ask-confirmation|data|delete))?$/,
  /^\/(datenschutz\/auskunft|en\/privacy\/your-data)$/,
  /^\/(datenschutz|barrierefreiheit|nutzungsbedingungen|wie-wir-sortieren|melden|barriere-melden)$/,
  /^\/en\/(privacy|accessibility|terms|how-we-sort|report|report-barrier)$/,
  /^\/pages\/(pages\.|map[./]|font-|altcha\/)/,
  /^\/(mein-betrieb|en\/my-business)$/,
  /^\/my-business\/[a-z-]+\./,
];

/** Pages for people, public or private: a city that restricts its panel to a network leaves them open. */
const PAGES: readonly RegExp[] = [
  /^\/(en\/)?(l|konto|account|datenschutz|privacy|melden|report|mein-betrieb|my-business|vorschau|preview)(\/|$)/,
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
    .replace(/\(\(\?!uploads\/\)\.\+\)/, 'favicon.png')
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

const routesOfContent = (): string[] => {
  const { strapi } = startedApp();
  return [...listingTypes(strapi).public.keys()].flatMap((uid) => {
    const { kind, info } = strapi.contentType(uid as UID.ContentType);
    return kind === 'singleType'
      ? [`/api/${info.singularName}`]
      : [`/api/${info.pluralName}`, `/api/${info.pluralName}/:id`];
  });
};

export const isPage = ({ route }: RouteToAsk): boolean => PAGES.some((pattern) => pattern.test(route));

export const isPublicRoute = ({ route }: RouteToAsk): boolean =>
  routesOfContent().includes(route) || PUBLIC_ROUTES.some((pattern) => pattern.test(route));
