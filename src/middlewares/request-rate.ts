import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { holderOf, RequestRate, shareRequestRate } from '../platform/http/request-rate';
import { refused } from '../platform/refusals/refusal';

interface Settings {
  /** Answers a minute that have to be worked out, for each address and each token; 0 switches the limit off. */
  perMinute?: number;
}

// Requests from sites; the response cache in front of Koa counts them too.
const READING = /^\/(api|graphql)(\/|$)/;
// Files cost little and are requested by the dozen; the others are requested by our own machines.
const UNCOUNTED = /^\/(uploads|_health|metrics)(\/|$)/;

/**
 * A ceiling per address or token, so that a runaway site does not slow down the others. Counted in memory, per instance: a
 * statement per read would cost more than it protects. Sign-in and writes are counted in the database as well
 * (`src/platform/rate-limit`). `ctx.ip` follows X-Forwarded-For only with TRUST_PROXY.
 */
export default ({ perMinute = 3_000 }: Settings, { strapi }: { strapi: Core.Strapi }) => {
  const reading = new RequestRate(perMinute);
  // For the panel, /docs and everything else, so that a site does not slow down an editor behind the same address.
  const others = new RequestRate(perMinute);
  shareRequestRate(strapi, reading);

  return async (ctx: Context, next: Next): Promise<void> => {
    if (UNCOUNTED.test(ctx.path)) {
      await next();
      return;
    }
    const rate = READING.test(ctx.path) ? reading : others;
    const authorization = ctx.get('Authorization');
    const { isWithin, seconds, headers } = rate.spendBy(ctx.ip, authorization);
    for (let at = 0; at < headers.length; at += 2) ctx.set(headers[at] ?? '', headers[at + 1] ?? '');
    if (!isWithin) throw refused('too-many-requests', [], {}, { retryAfter: seconds });
    try {
      await next();
    } finally {
      const holder = holderOf(ctx);
      if (holder !== undefined) rate.prove(authorization, holder);
    }
  };
};
