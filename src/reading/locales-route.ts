import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { localeService } from '../platform/strapi/locales';
import { contentLocales } from '../platform/strapi/content-locales';

/** Which languages there are, in Strapi's form without its row numbers and dates. */
async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { main } = await contentLocales(strapi);
  const locales = await localeService(strapi).find();
  ctx.body = locales
    .map(({ code, name }) => ({ code, name, isDefault: code === main }))
    .sort(
      (one, other) => Number(other.isDefault) - Number(one.isDefault) || (one.code < other.code ? -1 : 1),
    );
}

/**
 * `GET /api/i18n/locales`, for everyone: Strapi's own (closed-routes.ts) is refused even to those who may read all
 * content, since it is no `find`.
 */
export function registerLocalesRoute(strapi: Core.Strapi): void {
  const route = {
    method: 'GET' as const,
    path: '/api/i18n/locales',
    handler: (ctx: Context) => answer(strapi, ctx),
    info: { type: 'content-api' },
    config: { auth: false as const },
  };
  strapi.server.routes([route]);
}
