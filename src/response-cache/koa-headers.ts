import type { OutgoingHttpHeaders } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { LRUCache } from 'lru-cache';
import { detachedExchange } from './inner-request';

type Entry = string | { name?: string; config?: Record<string, unknown> };

// Origins of this many sites; headers for others are computed each time.
const MAX_ORIGINS = 1_000;
const MAX_ORIGIN_LENGTH = 256;

/** A middleware of `config/middlewares.ts` with its configuration there. */
function configured(strapi: Core.Strapi, name: string): Middleware | undefined {
  const entries = strapi.config.get<Entry[]>('middlewares', []);
  const entry = entries.find((found) => (typeof found === 'string' ? found : found.name) === name);
  if (entry === undefined) return undefined;
  const config = typeof entry === 'string' ? {} : (entry.config ?? {});
  return strapi.middleware(name)(config, { strapi }) ?? undefined;
}

/** The headers that some Koa middlewares set on any answer. */
async function headersOf(
  strapi: Core.Strapi,
  middlewares: readonly (Middleware | undefined)[],
  headers: Readonly<Record<string, string>>,
): Promise<OutgoingHttpHeaders> {
  const { request, response } = detachedExchange(headers);
  const context = strapi.server.app.createContext(request, response) as Context;
  for (const middleware of middlewares) await middleware?.(context, () => Promise.resolve());
  return response.getHeaders();
}

/** Security headers and the like, for answers not created by Koa. */
export const standingHeaders = (strapi: Core.Strapi): Promise<OutgoingHttpHeaders> =>
  headersOf(strapi, [configured(strapi, 'strapi::security')], {});

/** The headers of the configured CORS middlewares for an origin, as a flat list of names and values. */
export class CorsHeaders {
  private readonly middlewares: readonly (Middleware | undefined)[];
  private readonly known = new LRUCache<string, readonly string[]>({ max: MAX_ORIGINS });
  /** Whether they differ from origin to origin; known once `of` has answered. */
  isVaried = false;

  constructor(private readonly strapi: Core.Strapi) {
    // The second corrects what the first has set.
    this.middlewares = ['strapi::cors', 'global::any-origin'].map((name) => configured(strapi, name));
  }

  /** The headers if they are cached; otherwise `of` has to be called. */
  peek(origin: string): readonly string[] | undefined {
    return this.known.get(origin);
  }

  async of(origin: string): Promise<readonly string[]> {
    const headers = await headersOf(this.strapi, this.middlewares, { origin });
    this.isVaried = headers['vary'] !== undefined;
    const flat = Object.entries(headers).flatMap(([name, value]) =>
      name === 'vary' ? [] : [properCase(name), String(value)],
    );
    if (origin.length <= MAX_ORIGIN_LENGTH) this.known.set(origin, flat);
    return flat;
  }
}

// Set for each answer, or by Node itself.
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
  'ratelimit',
  'ratelimit-policy',
]);

/** What of a client's budget an answer says is left, as names and values; not part of the answer that is kept. */
export const limitHeaders = (headers: OutgoingHttpHeaders): string[] =>
  ['RateLimit-Policy', 'RateLimit'].flatMap((name) => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? [] : [name, String(value)];
  });

/** The headers of an answer that are the same for everyone, as pairs. */
export const flatHeaders = (headers: OutgoingHttpHeaders): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    OWN.has(name) || name.startsWith('access-control-') || value === undefined
      ? []
      : [[properCase(name), Array.isArray(value) ? value.join(', ') : String(value)] as [string, string]],
  );

/** The usual capitalisation, `Access-Control-Allow-Origin`; Node lists names in lower case. */
const properCase = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_match, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`);
