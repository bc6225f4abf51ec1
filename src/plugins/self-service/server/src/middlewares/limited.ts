import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { requestLanguage } from '../../../../../http/request-language';
import { assertRate } from '../../../../../rate-limit/rate-limit';
import type { RateRule } from '../../../../../rate-limit/rule';
import { actorOf } from '../actor-of';

const MINUTE = 60;

// A person clicks, a script of a business syncs its offers; neither comes near this.
const WRITES_PER_MINUTE = Number(process.env.RATE_LIMIT_WRITES_PER_MINUTE) || 300;

const BY_ACCOUNT: RateRule = { name: 'my-write-account', limit: WRITES_PER_MINUTE, windowSeconds: MINUTE };
// Several people behind one address.
const BY_ADDRESS: RateRule = {
  name: 'my-write-address',
  limit: 2 * WRITES_PER_MINUTE,
  windowSeconds: MINUTE,
};

/** Counts writes per account and per address, over all instances. */
export const limitedWrites =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await assertRate(strapi, ctx, BY_ADDRESS, ctx.ip, requestLanguage(ctx));
    await assertRate(strapi, ctx, BY_ACCOUNT, String(actorOf(ctx).id), requestLanguage(ctx));
    await next();
  };
