import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { cacheControl } from '../platform/http/domain/cache-rule';
import { publicAddressIn } from '../response-cache';

// Public pages that are not in the response cache, and GraphQL, of which it has queries only.
const PUBLIC_PAGES: ReadonlySet<string> = new Set(['/docs', '/api/feed/schema', '/graphql']);

/**
 * Sets for every answer who may cache it: anything not known to be public is `no-store`, whichever plugin answers
 * (docs/adr/0034). Files get their headers where they are served: those of the panel, of `public/` and of `/docs`.
 */
export default (_settings: object, { strapi }: { strapi: Core.Strapi }) => {
  const isPublic = (path: string): boolean =>
    PUBLIC_PAGES.has(path) || publicAddressIn(strapi, path) !== undefined;

  return async (ctx: Context, next: Next): Promise<void> => {
    await next();
    if (ctx.respond === false || ctx.headerSent) return;
    if (ctx.response.get('Cache-Control')) return;
    const isOpen = isPublic(ctx.path);
    // Cookies make no difference to public answers.
    ctx.vary(isOpen ? 'Authorization' : 'Authorization, Cookie');
    ctx.set(
      'Cache-Control',
      cacheControl({
        isReading: ctx.method === 'GET' || ctx.method === 'HEAD',
        status: ctx.status,
        isPublic: isOpen,
        hasToken: ctx.get('Authorization') !== '',
      }),
    );
  };
};
