import type { Context, Next } from 'koa';
import { isNestedWithin, MAX_NESTING } from '../domain/nesting';
import { refused } from '../platform/refusals/refusal';

/**
 * Refuses bodies that are nested deeper than any content: code that checks, compares or serialises them (yup, lodash,
 * JSON.stringify) recurses for each level until the stack overflows.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const { body } = ctx.request as { body?: unknown };
    if (!isNestedWithin(body, MAX_NESTING)) throw refused('body-nesting', [], { maximum: MAX_NESTING });
    await next();
  };
