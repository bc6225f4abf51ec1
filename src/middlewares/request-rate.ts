import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { RequestRate, shareRequestRate } from '../platform/http/request-rate';
import { refused } from '../platform/refusals/refusal';

interface Settings {
  /** Requests per minute from one address; 0 switches the limit off. */
  perMinute?: number;
}

// Requests from sites; the response cache in front of Koa counts them too.
const READING = /^\/(api|graphql|docs)(\/|$)/;
// Files cost little and are requested by the dozen; the others are requested by our own machines.
const UNCOUNTED = /^\/(uploads|_health|metrics)(\/|$)/;

/**
 * A ceiling per address, so that a runaway site does not slow down the others. Counted in memory, per instance: a
 * statement per read would cost more than it protects. Sign-in and writes are counted in the database instead
 * (`src/platform/rate-limit`). `ctx.ip` follows X-Forwarded-For only with TRUST_PROXY.
 */
export default ({ perMinute = 3_000 }: Settings, { strapi }: { strapi: Core.Strapi }) => {
  const reading = new RequestRate(perMinute);
  // For the panel and everything else, so that a site does not slow down an editor behind the same address.
  const others = new RequestRate(perMinute);
  shareRequestRate(strapi, reading);

  return async (ctx: Context, next: Next): Promise<void> => {
    const rate = READING.test(ctx.path) ? reading : others;
    if (!UNCOUNTED.test(ctx.path) && !rate.admits(ctx.ip))
      throw refused('too-many-requests', [], {}, { retryAfter: rate.secondsLeft });
    await next();
  };
};
