import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '#src/languages/language';
import { languageOf } from '#src/platform/http/language-of';
import { isPagePath } from '#src/platform/pages/pages';
import { routeOf } from '#src/platform/strapi/patches/index';

const firstPart = (path: string): string => path.split('/', 2)[1] ?? '';

// Kept by instance, once all routes are there.
const others = new WeakMap<Core.Strapi, ReadonlySet<string>>();

/** The first parts of addresses that are not for people to read: `api`, `graphql`, `content-manager`, … */
function partsOfOthers(strapi: Core.Strapi): ReadonlySet<string> {
  const found =
    others.get(strapi) ??
    new Set(
      (strapi.server.listRoutes() as unknown as { path: string }[])
        .filter(({ path }) => !isPagePath(strapi, path))
        .map(({ path }) => firstPart(path)),
    );
  others.set(strapi, found);
  return found;
}

/**
 * Whether a refusal is read by a person: their browser prefers HTML, and the address is not one of programs. Browsers
 * name text/html when they open a page; programs and scripts accept anything or ask for JSON.
 */
export const isForPeople = (strapi: Core.Strapi, ctx: Context): boolean =>
  ctx.accepts('application/json', 'text/html') === 'text/html' &&
  !partsOfOthers(strapi).has(firstPart(ctx.path));

/** The language of a page by its path; where nothing is, the one that the browser asks for. */
export function languageOfPath(strapi: Core.Strapi, ctx: Context): Language {
  const named = LANGUAGES.find((language) => language === firstPart(ctx.path));
  if (named) return named;
  const route = routeOf(strapi, ctx)?.replace(/^\w+ /, '');
  return route !== undefined && isPagePath(strapi, route) ? DEFAULT_LANGUAGE : languageOf(ctx);
}
