import type { Context } from 'koa';
import { isObject } from '../../domain/is-object';

type Body = Record<string, unknown>;

/** The parsed JSON or form body; an empty object if there is none. */
export function bodyOf(ctx: Context): Body {
  const body: unknown = ctx.request.body;
  return isObject(body) ? body : {};
}

/** A body with or without Strapi's `{ data }`; our own routes accept both. */
export function dataOf(ctx: Context): Body {
  const body = bodyOf(ctx);
  const wrapped = Object.keys(body).length === 1 && isObject(body.data);
  return wrapped ? (body.data as Body) : body;
}
