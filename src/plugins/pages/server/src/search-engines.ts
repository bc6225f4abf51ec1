import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LANGUAGES, type Language } from '#src/languages/language';
import { listingTypes } from '#src/listing/listing-types';
import { openRoute } from '#src/platform/http/open-route';
import { publicOrigin } from '#src/platform/http/public-origin';
import { filledIn, publicPages } from '#src/platform/pages/pages';
import { allListings } from '#src/plugins/directory/server/src/contract';
import { addPublicAddresses, type Traits } from '#src/response-cache/index';
import { MOST_ADDRESSES, robots, sitemap, type PagePathsByLanguage } from './domain/sitemap';
import { listingPageName } from './listing/listing-page';

const ROBOTS = '/robots.txt';
const SITEMAP = '/sitemap.xml';

// No query makes a difference.
const FILE: Traits = { namesHost: true, reads: new Set() };

const inEach = (of: (language: Language) => string): PagePathsByLanguage =>
  Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as PagePathsByLanguage;

async function pagesOf(strapi: Core.Strapi): Promise<PagePathsByLanguage[]> {
  const all = publicPages(strapi);
  const areThere = await Promise.all(all.map(async ({ isThere }) => (isThere ? isThere(strapi) : true)));
  const pages = all.filter((_page, at) => areThere[at]);
  const byName = new Map(pages.map((page) => [page.name, page.paths]));
  const types = [...listingTypes(strapi).directory.values()];
  const ofTypes = new Map(types.map(({ type }) => [type, byName.get(listingPageName(type))]));
  const listings = await allListings(strapi, new Date(), MOST_ADDRESSES);
  return [
    ...pages
      .filter(({ paths }) => !Object.values(paths).some((path) => path.includes(':')))
      .map(({ paths }) => paths),
    ...listings.flatMap(({ type, slug }) => {
      const paths = ofTypes.get(type);
      return paths ? [inEach((language) => filledIn(paths[language], { slug }))] : [];
    }),
  ];
}

/** Serves robots.txt and sitemap.xml. Call in `register()`. */
export function serveSearchEngines(strapi: Core.Strapi): void {
  strapi.server.routes([
    openRoute('GET', ROBOTS, (ctx: Context) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = robots(publicOrigin(strapi, ctx));
    }),
    openRoute('GET', SITEMAP, async (ctx: Context) => {
      ctx.type = 'application/xml; charset=utf-8';
      ctx.body = sitemap(publicOrigin(strapi, ctx), await pagesOf(strapi));
    }),
  ]);
  addPublicAddresses(strapi, { matches: (path) => (path === ROBOTS || path === SITEMAP ? FILE : undefined) });
}
