import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isCanonicalTarget } from '../platform/http/domain/canonical-target';
import { routeOf } from '../platform/strapi/patches';
import { pageSpelling } from '../platform/pages/pages';
import { refused } from '../platform/refusals/refusal';

// Addresses that people type and no route answers.
const TYPED_BY_PEOPLE: Readonly<Record<string, string>> = {
  '/admin/': '/admin',
  '/docs/': '/docs',
};

// Addresses that Strapi's panel requests if it has no id to put after the slash.
const ASKED_BY_PANEL: readonly string[] = [
  '/admin/roles/',
  '/admin/users/',
  '/admin/webhooks/',
  '/upload/folders/',
];

/** The proper spelling of an address that the panel requests with a trailing slash, with its query. */
function panelSpelling(target: string): string | undefined {
  const asked = ASKED_BY_PANEL.find((path) => target === path || target.startsWith(`${path}?`));
  return asked && asked.slice(0, -1) + target.slice(asked.length);
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Admits a request only by the one spelling of a route, before a body is read or anything else looks at the path, so
 * that later code may compare paths. Reading requests may also be for a file.
 */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const typed = TYPED_BY_PEOPLE[ctx.req.url ?? ''];
    if (typed !== undefined && isReading(ctx.method)) return ctx.redirect(typed);
    const page = isReading(ctx.method) ? pageSpelling(strapi, ctx.req.url ?? '') : undefined;
    if (page !== undefined) {
      // For good: each page has one address (RFC 9110, 15.4.2).
      ctx.status = 301;
      return ctx.redirect(page);
    }
    const spelled = panelSpelling(ctx.req.url ?? '');
    if (spelled !== undefined) {
      // Method and body are sent again, and it is not cached (RFC 9110, 15.4.8).
      ctx.status = 307;
      return ctx.redirect(spelled);
    }
    const isKnown =
      isCanonicalTarget(ctx.req.url ?? '') && (isReading(ctx.method) || routeOf(strapi, ctx) !== undefined);
    if (!isKnown) {
      ctx.set('Cache-Control', 'no-store');
      throw refused('no-such-address');
    }
    await next();
  };
