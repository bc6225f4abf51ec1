import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** Scheme and host that outsiders know this installation by: `PUBLIC_URL`, or else the ones of the request. */
export function publicOrigin(strapi: Core.Strapi, ctx: Pick<Context, 'origin'>): string {
  const configured = strapi.config.get<string>('server.url', '');
  return (URL.canParse(configured) ? configured : ctx.origin).replace(/(?<!\/)\/+$/, '');
}
