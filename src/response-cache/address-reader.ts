import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';

/** The address that requests are counted by, as Koa's `ctx.ip`: below Koa there is no context. */
export function addressReader(strapi: Core.Strapi): (request: IncomingMessage) => string {
  const { proxy, proxyIpHeader, maxIpsCount } = strapi.server.app;
  const header = proxyIpHeader.toLowerCase();
  return ({ headers, socket }) => {
    const forwarded = proxy ? headers[header] : undefined;
    if (forwarded === undefined) return socket.remoteAddress ?? '';
    const addresses = String(forwarded).split(',');
    const first = maxIpsCount > 0 ? addresses.slice(-maxIpsCount)[0] : addresses[0];
    return first?.trim() || socket.remoteAddress || '';
  };
}
