import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import { actorOf } from '../actor-of';

// Ten per second: people and scripts that sync offers stay below, a runaway script does not.
const WRITES_PER_MINUTE = 600;
// Each leaves a line in a log that only grows. This is twenty times what a busy market office writes.
const WRITES_PER_DAY = 2_000;

/** Counts writes per account and per address (twice as many, since people share addresses), across all instances. */
export const limitedWrites = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const limit = Number(process.env.RATE_LIMIT_WRITES_PER_MINUTE) || WRITES_PER_MINUTE;
  const byAccount = { name: 'my-write-account', limit, windowSeconds: 60 };
  const byAddress = { name: 'my-write-address', limit: 2 * limit, windowSeconds: 60 };
  const perDay = Number(process.env.RATE_LIMIT_WRITES_PER_DAY) || WRITES_PER_DAY;
  const byDay = { name: 'my-write-day', limit: perDay, windowSeconds: 86_400 };
  return async (ctx: Context, next: Next): Promise<void> => {
    await assertRate(strapi, byAddress, ctx.ip);
    await assertRate(strapi, byAccount, String(actorOf(ctx).id));
    await assertRate(strapi, byDay, String(actorOf(ctx).id));
    await next();
  };
};
