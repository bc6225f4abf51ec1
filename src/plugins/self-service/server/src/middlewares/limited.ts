import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { requestLanguage } from '../../../../../http/request-language';
import { assertRate } from '../../../../../rate-limit/rate-limit';
import { actorOf } from '../actor-of';

// Ten a second: a person clicks, a script that syncs offers stays below; a runaway one does not.
const WRITES_PER_MINUTE = 600;

/** Counts writes per account and per address (twice as many: several people share one), over all instances. */
export const limitedWrites = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const limit = Number(process.env.RATE_LIMIT_WRITES_PER_MINUTE) || WRITES_PER_MINUTE;
  const byAccount = { name: 'my-write-account', limit, windowSeconds: 60 };
  const byAddress = { name: 'my-write-address', limit: 2 * limit, windowSeconds: 60 };
  return async (ctx: Context, next: Next): Promise<void> => {
    await assertRate(strapi, ctx, byAddress, ctx.ip, requestLanguage(ctx));
    await assertRate(strapi, ctx, byAccount, String(actorOf(ctx).id), requestLanguage(ctx));
    await next();
  };
};
