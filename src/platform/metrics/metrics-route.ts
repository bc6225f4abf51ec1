import { createHash, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Registry } from 'prom-client';

// Shorter ones can be guessed.
const SHORTEST_TOKEN = 16;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const bearerOf = (ctx: Context): string => /^Bearer (.+)$/i.exec(ctx.get('Authorization'))?.[1] ?? '';

/**
 * The token in `METRICS_TOKEN`; `undefined` if metrics are off.
 * @throws if it is too short
 */
export function metricsToken(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const token = environment.METRICS_TOKEN;
  if (!token) return undefined;
  if (token.length < SHORTEST_TOKEN)
    throw new Error(
      `METRICS_TOKEN is too short: use ${SHORTEST_TOKEN} characters or more, e.g. from \`openssl rand -base64 32\`.`,
    );
  return token;
}

/** `GET /metrics`, for clients with the token. */
export function registerMetricsRoute(strapi: Core.Strapi, registry: Registry, token: string): void {
  strapi.server.routes([
    {
      method: 'GET',
      path: '/metrics',
      handler: async (ctx: Context) => {
        ctx.set('Cache-Control', 'no-store');
        if (!isSame(bearerOf(ctx), token)) {
          ctx.set('WWW-Authenticate', 'Bearer');
          ctx.status = 401;
          ctx.type = 'text/plain; charset=utf-8';
          ctx.body = 'Authorization: Bearer METRICS_TOKEN\n';
          return;
        }
        ctx.set('Content-Type', registry.contentType);
        ctx.body = await registry.metrics();
      },
      // Not part of the content API, so no user, role or API token grants access.
      config: { auth: false },
    },
  ] as never);
}
