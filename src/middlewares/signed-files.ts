import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { withSignedAddresses } from '../files/signed-answers';

interface State {
  route?: { info?: { type?: string } };
  /** The permissions of the editor; only an admin log-in sets it. */
  userAbility?: unknown;
}

/**
 * Gives the panel expiring addresses for files that are not public yet, since an `<img>` sends no token: on the review
 * page, in forms and in the media library. Answers to others never pass through here.
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
