import type { Context, Next } from 'koa';
import { parse } from '#src/platform/refusals/zod-refusal';
import { noQuerySchema } from '../domain/list-query';

/** For routes that read no query: a parameter is refused by name instead of being ignored. */
export const noQuery =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    parse(noQuerySchema, ctx.query);
    await next();
  };
