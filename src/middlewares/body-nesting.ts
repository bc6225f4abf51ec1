import type { Context, Next } from 'koa';
import { isNestedWithin, MAX_NESTING } from '../domain/nesting';
import { refused } from '../platform/refusals/refusal';

/**
 * Refuses bodies that are nested deeper than any content: what checks, compares or quotes them (yup, lodash,
 * JSON.stringify) calls itself for each level, until the stack is full.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const { body } = ctx.request as { body?: unknown };
    if (!isNestedWithin(body, MAX_NESTING)) throw refused('body-nesting', [], { maximum: MAX_NESTING });
    await next();
  };
