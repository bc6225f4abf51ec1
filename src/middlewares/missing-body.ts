import type { Context, Next } from 'koa';

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * A write without a body has an empty one: actions of Strapi's take one for granted, and would fail with 500 where they
 * should name the field that is missing.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const request = ctx.request as { body?: unknown };
    const isSent = ctx.get('transfer-encoding') !== '' || ctx.request.length > 0;
    if (WRITES.has(ctx.method) && !isSent) request.body ??= {};
    await next();
  };
