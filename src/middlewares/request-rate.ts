import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { RequestRate, shareRequestRate } from '../platform/http/request-rate';
import { refused } from '../platform/refusals/refusal';

interface Settings {
  /** Requests a minute that one address may send; 0 switches the limit off. */
  perMinute?: number;
}

// What sites ask for; counted by the response cache below Koa as well.
const READING = /^\/(api|graphql|docs)(\/|$)/;
// Files cost little and come by the dozen; the others are asked by machines of our own.
const UNCOUNTED = /^\/(uploads|_health|metrics)(\/|$)/;

/**
 * A ceiling for one address, so that a runaway site does not slow the others down. Counted in memory, per instance:
 * a statement per read would cost more than it protects. Sign-in and writes are counted in the database instead
 * (`src/platform/rate-limit`). `ctx.ip` follows X-Forwarded-For only with TRUST_PROXY.
 */
export default ({ perMinute = 3_000 }: Settings, { strapi }: { strapi: Core.Strapi }) => {
  const reading = new RequestRate(perMinute);
  // The panel and everything else: an editor is not slowed down by a site behind the same address.
  const others = new RequestRate(perMinute);
  shareRequestRate(strapi, reading);

  return async (ctx: Context, next: Next): Promise<void> => {
    const rate = READING.test(ctx.path) ? reading : others;
    if (!UNCOUNTED.test(ctx.path) && !rate.admits(ctx.ip))
      throw refused('too-many-requests', [], {}, { retryAfter: rate.secondsLeft });
    await next();
  };
};
