import type { Context } from 'koa';

/** A route for everyone, whatever credentials they send, for `strapi.server.routes`. */
export const openRoute = (method: 'GET' | 'POST', path: string, handler: (ctx: Context) => unknown) => ({
  method,
  path,
  handler,
  info: { type: 'content-api' },
  config: { auth: false as const },
});
