import type { Context, Next } from 'koa';
import { brokenTextIn } from '../domain/whole-characters';
import { refused } from '../platform/refusals/refusal';

/**
 * Refuses bodies with half a character ("\ud800"). Strapi's bcryptjs never finishes with one: it fills the memory until
 * the process dies, and a password is in the body of everyone who signs in.
 */
export default () =>
  async (ctx: Context, next: Next): Promise<void> => {
    const { body } = ctx.request as { body?: unknown };
    const path = brokenTextIn(body);
    if (path) throw refused('text-lone-surrogate', path[0] === 'data' ? path.slice(1) : path);
    await next();
  };
