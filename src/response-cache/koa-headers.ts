import type { OutgoingHttpHeaders } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { LRUCache } from 'lru-cache';
import { looseExchange } from './inner-request';

type Entry = string | { name?: string; config?: Record<string, unknown> };
type Factory = (config: Record<string, unknown>, context: { strapi: Core.Strapi }) => Middleware | undefined;

// Browsers of as many sites; what comes from others is worked out anew.
const MAX_ORIGINS = 1_000;
const MAX_ORIGIN_LENGTH = 256;

/** A middleware of `config/middlewares.ts` with its configuration there. */
function configured(strapi: Core.Strapi, name: string): Middleware | undefined {
  const entries = strapi.config.get<Entry[]>('middlewares', []);
  const entry = entries.find((found) => (typeof found === 'string' ? found : found.name) === name);
  if (entry === undefined) return undefined;
  const config = typeof entry === 'string' ? {} : (entry.config ?? {});
  return (strapi.middleware(name) as unknown as Factory)(config, { strapi });
}

/** The headers that some of Koa's middlewares set on an answer, whatever it is. */
async function headersOf(
  strapi: Core.Strapi,
  middlewares: readonly (Middleware | undefined)[],
  headers: Readonly<Record<string, string>>,
): Promise<OutgoingHttpHeaders> {
  const { request, response } = looseExchange(headers);
  const context = strapi.server.app.createContext(request, response) as unknown as Context;
  for (const middleware of middlewares) await middleware?.(context, () => Promise.resolve());
  return response.getHeaders();
}

/** Security headers and the like, for answers that no Koa has made. */
export const standingHeaders = (strapi: Core.Strapi): Promise<OutgoingHttpHeaders> =>
  headersOf(strapi, [configured(strapi, 'strapi::security')], {});

/** What the configured CORS middleware answers an origin, as a flat list of names and values. */
export class CorsHeaders {
  private readonly middleware: Middleware | undefined;
  private readonly known = new LRUCache<string, readonly string[]>({ max: MAX_ORIGINS });

  constructor(private readonly strapi: Core.Strapi) {
    this.middleware = configured(strapi, 'strapi::cors');
  }

  /** If it is known; else `of` has to be asked. */
  peek(origin: string): readonly string[] | undefined {
    return this.known.get(origin);
  }

  async of(origin: string): Promise<readonly string[]> {
    const headers = await headersOf(this.strapi, [this.middleware], { origin });
    const flat = Object.entries(headers).flatMap(([name, value]) =>
      name === 'vary' ? [] : [properCase(name), String(value)],
    );
    if (origin.length <= MAX_ORIGIN_LENGTH) this.known.set(origin, flat);
    return flat;
  }
}

// Set anew for each answer, or by Node itself.
const OWN: ReadonlySet<string> = new Set([
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'set-cookie',
  'vary',
  'etag',
  'cache-control',
]);

/** The headers of an answer that hold for whoever asks, as pairs. */
export const flatHeaders = (headers: OutgoingHttpHeaders): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    OWN.has(name) || name.startsWith('access-control-') || value === undefined
      ? []
      : [[properCase(name), Array.isArray(value) ? value.join(', ') : String(value)] as [string, string]],
  );

/** `access-control-allow-origin` as people write it; Node lists names in lower case. */
const properCase = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_match, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`);
