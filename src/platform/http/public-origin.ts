import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseUrl } from '../../domain/parse-url';

/** Scheme and host by which outsiders know this installation: `PUBLIC_URL`, or else those of the request. */
export function publicOrigin(strapi: Core.Strapi, ctx: Pick<Context, 'origin'>): string {
  const configured = strapi.config.get<string>('server.url', '');
  return (parseUrl(configured) ? configured : ctx.origin).replace(/(?<!\/)\/+$/, '');
}
