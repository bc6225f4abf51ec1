import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { believed, FORWARDED, trustedHops } from './domain/forwarded';

/**
 * Leaves of `X-Forwarded-*` what may be believed, before the response cache or Koa read them: one entry each, or none. To
 * be called at the end of `bootstrap`, when nobody else puts himself before Koa.
 */
export function believeProxies(strapi: Core.Strapi): void {
  const hops = trustedHops(process.env.TRUST_PROXY);
  strapi.server.httpServer.prependListener('request', ({ headers }: IncomingMessage) => {
    for (const name of FORWARDED) {
      const value = headers[name];
      if (value === undefined) continue;
      const entry = believed(name, String(value), hops);
      if (entry === undefined) delete headers[name];
      else headers[name] = entry;
    }
  });
}
