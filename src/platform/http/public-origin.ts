import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseUrl } from '../../domain/parse-url';
import { publicBase } from '../mail/public-url';

// Names, IPv4 and IPv6 with a port (RFC 3986, 3.2.2), which is less than what the URL standard takes: `x"` is a host there.
const HOST = /^https?:\/\/[a-z0-9._:[\]-]{1,260}$/i;

/** Scheme and host as written in addresses; `undefined` if the request names no host. */
const originOf = (requested: string): string | undefined =>
  HOST.test(requested) ? parseUrl(requested)?.origin : undefined;

/**
 * Scheme and host by which outsiders know this installation: `PUBLIC_URL`, or else those of the request. Anybody can send
 * a `Host` that is none; the answer is then the one for the address of this installation.
 */
export function publicOrigin(strapi: Core.Strapi, ctx: Pick<Context, 'origin'>): string {
  const configured = strapi.config.get<string>('server.url', '');
  if (parseUrl(configured)) return configured.replace(/(?<!\/)\/+$/, '');
  return originOf(ctx.origin) ?? publicBase(strapi);
}
