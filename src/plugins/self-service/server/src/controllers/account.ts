import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { deletionOf } from '#src/data-rights/index';
import { endOtherSessions, endSession, listSessions } from '#src/extensions/sessions/own-sessions';
import {
  beginEmailChange,
  emailChangeBody,
} from '#src/extensions/users-permissions/email-change/email-change';
import { changeAccount, readAccount, type OwnAccount } from '#src/extensions/users-permissions/own-account';
import { accountChange } from '#src/extensions/users-permissions/registration';
import { dataOf } from '#src/platform/http/body-of';
import { refused } from '#src/platform/refusals/refusal';
import { parse } from '#src/platform/refusals/zod-refusal';
import { actorOf } from '../actor-of';

type Handler = (ctx: Context) => Promise<void>;

/** The session of the access token; the middleware `active-session` admits nobody without one. */
const sessionOf = (ctx: Context): string => (ctx.state as { session: { id: string } }).session.id;

/** `/api/my/account`: the account itself, and where it is signed in. */
export const account = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => {
  const whole = async (id: number, own: OwnAccount) => ({
    ...own,
    deletion: (await deletionOf(strapi, id)) ?? null,
  });

  return {
    async find(ctx) {
      const { id } = actorOf(ctx);
      ctx.body = { data: await whole(id, await readAccount(strapi, id)), meta: {} };
    },

    async update(ctx) {
      const change = parse(accountChange, dataOf(ctx));
      const { id } = actorOf(ctx);
      ctx.body = { data: await whole(id, await changeAccount(strapi, id, change)), meta: {} };
    },

    async updateEmail(ctx) {
      const { id } = actorOf(ctx);
      await beginEmailChange(strapi, id, parse(emailChangeBody, dataOf(ctx)));
      ctx.body = { data: await whole(id, await readAccount(strapi, id)), meta: {} };
    },

    async sessions(ctx) {
      const data = await listSessions(strapi, actorOf(ctx).id, sessionOf(ctx), new Date());
      ctx.body = { data, meta: {} };
    },

    async endSession(ctx) {
      const { id } = ctx.params as { id: string };
      if (!(await endSession(strapi, actorOf(ctx).id, id))) throw refused('not-found');
      ctx.status = 204;
    },

    async endOtherSessions(ctx) {
      const ended = await endOtherSessions(strapi, actorOf(ctx).id, sessionOf(ctx));
      ctx.body = { data: { ended }, meta: {} };
    },
  };
};
