import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LANGUAGES, type Language } from '../../languages/language';
import { openRoute } from '../http/open-route';
import type { Refusal } from '../refusals/refusal';
import { PagePaths } from './domain/page-paths';
import { readQuery } from './domain/read-query';
import { writtenTarget } from './domain/written-target';
import type { Page } from './page';

/** Who puts pages into the city's layout and sends them: the plugin `pages`. */
export interface PageServer {
  show(ctx: Context, page: Page, language: Language): Promise<void>;
  submit(ctx: Context, page: Page, language: Language): Promise<void>;
  /** Answers a refusal with a page; `false` if a program asks, which reads JSON. */
  showRefusal(ctx: Context, refusal: Refusal): Promise<boolean>;
}

interface Pages {
  readonly byName: Map<string, Page>;
  readonly found: PagePaths<{ page: Page; language: Language }>;
  /** Of all pages and their forms, as routes: `/l/:token` */
  readonly paths: Set<string>;
  server?: PageServer;
}

const NAME = 'stadtverbund.pages';

function pagesOf(strapi: Core.Strapi): Pages {
  if (!strapi.has(NAME))
    strapi.add(NAME, { byName: new Map(), found: new PagePaths(), paths: new Set() } satisfies Pages);
  return strapi.get<Pages>(NAME);
}

/** A path with values for its parameters. */
export const filledIn = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));

function serverOf(strapi: Core.Strapi): PageServer {
  const { server } = pagesOf(strapi);
  if (!server) throw new Error('The plugin "pages" is missing: see config/plugins.ts.');
  return server;
}

function routesOf(strapi: Core.Strapi, page: Page, language: Language) {
  const path = page.paths[language];
  const sentTo = page.submitPaths?.[language] ?? path;
  const routes = [openRoute('GET', path, (ctx) => serverOf(strapi).show(ctx, page, language))];
  if (page.submit)
    routes.push(openRoute('POST', sentTo, (ctx) => serverOf(strapi).submit(ctx, page, language)));
  if (sentTo !== path)
    // Opened from the history, the address of a form leads to the page that it belongs to.
    routes.push(
      openRoute('GET', sentTo, (ctx) => {
        ctx.status = 303;
        ctx.redirect(filledIn(path, ctx.params as Record<string, string>));
      }),
    );
  return routes;
}

/**
 * Adds a page: its routes in every language, in the city's layout. Call in `register()`.
 * @throws if the name is taken
 */
export function addPage(strapi: Core.Strapi, page: Page): void {
  const { byName, found, paths } = pagesOf(strapi);
  if (byName.has(page.name)) throw new Error(`There are two pages "${page.name}".`);
  byName.set(page.name, page);
  for (const path of [...Object.values(page.paths), ...Object.values(page.submitPaths ?? {})])
    paths.add(path);
  for (const language of LANGUAGES) found.add(page.paths[language], { page, language });
  strapi.server.routes(LANGUAGES.flatMap((language) => routesOf(strapi, page, language)));
}

/**
 * The path of a page on this installation, for links to it.
 * @param name as given to `addPage`
 * @throws if there is no such page
 */
export function pageAddress(
  strapi: Core.Strapi,
  name: string,
  language: Language,
  params: Readonly<Record<string, string>> = {},
): string {
  const page = pagesOf(strapi).byName.get(name);
  if (!page) throw new Error(`There is no page "${name}".`);
  return filledIn(page.paths[language], params);
}

/** Whether there is a page with this name. */
export const hasPage = (strapi: Core.Strapi, name: string): boolean => pagesOf(strapi).byName.has(name);

/** All pages, public and private. @public */
export const everyPage = (strapi: Core.Strapi): readonly Page[] => [...pagesOf(strapi).byName.values()];

/** All pages that search engines may know. */
export const publicPages = (strapi: Core.Strapi): readonly Page[] =>
  everyPage(strapi).filter(({ reach }) => reach === 'public');

/**
 * What of a request target anybody looks at: of a page, however its address is spelled, the path and the parameters that
 * it reads. Campaigns, mail programs and social networks add others, not always well encoded.
 */
export function readTarget(strapi: Core.Strapi, target: string): string {
  const [path = '', ...rest] = target.split('?');
  const page = pagesOf(strapi).found.at(writtenTarget(path)?.path ?? path)?.page;
  return page ? `${path}${readQuery(rest.join('?'), page.reads ?? [])}` : target;
}

/** The public page at a path, as it is written in links. */
export function publicPageAt(strapi: Core.Strapi, path: string): Page | undefined {
  const page = pagesOf(strapi).found.at(path)?.page;
  return page?.reach === 'public' ? page : undefined;
}

/** The one spelling of the address of a public page that is written otherwise: /Betriebe/Rad-Meier/ */
export function pageSpelling(strapi: Core.Strapi, target: string): string | undefined {
  const spelled = writtenTarget(target);
  return spelled !== undefined && spelled.target !== target && publicPageAt(strapi, spelled.path)
    ? spelled.target
    : undefined;
}

/** Hands over who answers for all pages. Call in `register()`. */
export function servePages(strapi: Core.Strapi, server: PageServer): void {
  pagesOf(strapi).server = server;
}

/** Answers a refusal with a page, where a person asks for one. @returns whether it did */
export const showRefusal = async (strapi: Core.Strapi, ctx: Context, refusal: Refusal): Promise<boolean> =>
  (await pagesOf(strapi).server?.showRefusal(ctx, refusal)) ?? false;

/** Whether a path is that of a page or of its forms, as a route: `/l/:token` */
export const isPagePath = (strapi: Core.Strapi, path: string): boolean => pagesOf(strapi).paths.has(path);

/** Whether a route takes the form of a page. @param route as returned by `routeOf` */
export const takesPageForm = (strapi: Core.Strapi, route: string | undefined): boolean =>
  route?.startsWith('POST ') === true && isPagePath(strapi, route.slice('POST '.length));
