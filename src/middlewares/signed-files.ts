import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { withSignedAddresses } from '../files/signed-answers';

interface State {
  route?: { info?: { type?: string } };
  /** What the editor who asks may do; only an admin log-in sets it. */
  userAbility?: unknown;
}

/**
 * Whatever the panel shows of files that are not public yet, it shows by addresses that end: an `<img>` sends no
 * token. Review page, forms and media library alike; answers to others never pass here.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    await next();
    const { route, userAbility } = ctx.state as State;
    if (route?.info?.type !== 'admin' || !userAbility) return;
    const { body } = ctx as { body: unknown };
    if (typeof body !== 'object' || body === null) return;
    const signed = await withSignedAddresses(strapi, body);
    if (signed !== body) ctx.body = signed;
  };
