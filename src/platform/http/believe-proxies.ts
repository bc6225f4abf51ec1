import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { believed, FORWARDED, trustedHops } from './domain/forwarded';

/**
 * Reduces `X-Forwarded-*` to what can be trusted (one entry each, or none) before the response cache or Koa read them.
 * Call at the end of `bootstrap`, when nothing else puts itself in front of Koa.
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
