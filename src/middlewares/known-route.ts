import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Language } from '../domain/language';
import { isCanonicalTarget } from '../http/domain/canonical-target';
import { routeOf } from '../http/exact-routes';
import { requestLanguage } from '../http/request-language';

// What people type and nothing else answers.
const TYPED_BY_PEOPLE: Readonly<Record<string, string>> = { '/admin/': '/admin', '/docs/': '/docs' };

const MESSAGE: Readonly<Record<Language, string>> = {
  de: 'Unter dieser Adresse gibt es nichts. Bitte schreiben Sie sie genau wie in der Dokumentation: Groß- und Kleinschreibung, einfache Schrägstriche und keiner am Ende, nichts unnötig kodiert.',
  en: 'There is nothing at this address. Please write it exactly as in the documentation: upper and lower case, single slashes and none at the end, nothing encoded without need.',
};

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Lets a request in only by the one spelling of a route, before a body is read or anything else looks at the path: what
 * stands behind may compare paths, since there is no second way to write one. Reading may also ask for a file.
 */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const typed = TYPED_BY_PEOPLE[ctx.req.url ?? ''];
    if (typed !== undefined && isReading(ctx.method)) return ctx.redirect(typed);
    const isKnown =
      isCanonicalTarget(ctx.req.url ?? '') && (isReading(ctx.method) || routeOf(strapi, ctx) !== undefined);
    if (!isKnown) {
      ctx.set('Cache-Control', 'no-store');
      throw new errors.NotFoundError(MESSAGE[requestLanguage(ctx)], { reason: 'no-such-address' });
    }
    await next();
  };
