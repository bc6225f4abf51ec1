import type { Core } from '@strapi/strapi';
import { knownCity } from '#src/city/known-city';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES, type Language } from '#src/languages/language';
import { listingTypes } from '#src/listing/listing-types';
import { listingsPath, listingUrlTemplate } from '#src/listing/listing-url';
import { mapGround } from '#src/map/map-ground';
import type { Asked, Page, PageView } from '#src/platform/pages/page';
import { hasPage, pageAddress } from '#src/platform/pages/pages';
import { appCity } from './app-city';
import type { AppFiles } from './app-files';
import { touchIconIn } from './app-icons';
import { manifestPath } from './app-manifest';
import { ROOTS } from './app-roots';

const NAME = 'my-business';

// What of the city's pages the app leads to, as far as it is there.
const LINKED = ['start', 'search', 'privacy', 'terms', 'imprint'] as const;

const linksOf = (strapi: Core.Strapi, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LINKED.filter((name) => hasPage(strapi, name)).map((name) => [name, pageAddress(strapi, name, language)]),
  );

const A_DAY = 86_400;

/** How long a session lasts, in days: if it is not used, and at most (config/plugins.ts). */
function sessionDays(strapi: Core.Strapi): { readonly idle: number; readonly longest: number } {
  const days = (name: string): number =>
    Math.floor(strapi.config.get<number>(`plugin::users-permissions.sessions.${name}`) / A_DAY);
  return { idle: days('idleRefreshTokenLifespan'), longest: days('maxRefreshTokenLifespan') };
}

/** Where the public reads documents, by collection, with `{slug}` to be filled in: the city's website, or pages here. */
const listingsOf = (strapi: Core.Strapi, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...listingTypes(strapi).selfService.values()].flatMap((type) => {
      const path = listingsPath(type, language);
      if (process.env.LISTING_URL)
        return [[type.collection, listingUrlTemplate(strapi, type.type, language)] as const];
      return path ? [[type.collection, `${path}/{slug}`] as const] : [];
    }),
  );

/** What the map of a form stands on, as the browser needs it. */
async function mapOf(strapi: Core.Strapi, language: Language): Promise<object> {
  const { tiles, background, centre } = await mapGround(strapi);
  const { credits } = CATALOGUES[language].cityPages;
  return {
    centre,
    background,
    credits,
    ...(tiles ? { tiles: { url: tiles.url, credit: tiles.credit } } : {}),
  };
}

/** The first picture of the app, the same at all of its addresses: what is shown there is worked out in the browser. */
async function show({ strapi, language }: Asked, files: AppFiles): Promise<PageView> {
  const [{ city }, { colour }] = await Promise.all([knownCity(strapi), appCity(strapi)]);
  const timeZone = city?.timeZone ?? DEFAULT_TIME_ZONE;
  const words = CATALOGUES[language].pages.myBusiness;
  return {
    title: words.title,
    lead: words.lead,
    description: words.lead,
    hasMap: true,
    app: {
      script: files.script,
      style: files.style,
      manifest: manifestPath(language),
      icon: touchIconIn(colour),
      colour,
      settings: JSON.stringify({
        roots: ROOTS,
        worker: files.worker,
        further: files.further,
        cityName: city?.name ?? '',
        map: await mapOf(strapi, language),
        language,
        timeZone,
        links: linksOf(strapi, language),
        listings: listingsOf(strapi, language),
        sessionDays: sessionDays(strapi),
      }),
    },
    body: (
      <>
        <p className="with-script">{words.waiting}</p>
        <noscript>
          <p>{words.withoutScript}</p>
          <p>
            <a href={pageAddress(strapi, 'account', language)}>{words.toAccount}</a>
          </p>
        </noscript>
      </>
    ),
  };
}

// As deep as its addresses are: /mein-betrieb/betrieb/:id/vorschau
const DEPTHS = ['', '/:place', '/:place/:id', '/:place/:id/:part'];

/** "Mein Betrieb", where businesses look after their entries: a page whose content is made in the browser. */
export const appPages = (files: AppFiles): readonly Page[] =>
  DEPTHS.map((below, depth) => ({
    name: depth === 0 ? NAME : `${NAME}-${depth}`,
    paths: Object.fromEntries(
      LANGUAGES.map((language) => [language, `${ROOTS[language]}${below}`]),
    ) as Page['paths'],
    // What is below is of somebody.
    reach: depth === 0 ? ('public' as const) : ('private' as const),
    show: (asked) => show(asked, files),
  }));
