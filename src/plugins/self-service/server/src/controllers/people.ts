import type { Core } from '@strapi/strapi';
import { businessType } from '#src/listing/listing-types';
import type { Context } from 'koa';
import { z } from 'zod';
import { dataOf } from '#src/platform/http/body-of';
import { languageOf } from '#src/platform/http/language-of';
import { actorOf } from '../actor-of';
import { emailField } from '#src/platform/refusals/email-field';
import { acceptInvitation, invite, listInvitations, revokeInvitation } from '../services/invitations';
import { endMembership } from '../services/managers';
import { managersOf } from '../services/memberships';
import { assertMine } from '../services/my-documents';
import { parse } from '#src/platform/refusals/zod-refusal';

type Handler = (ctx: Context) => Promise<void>;

/** `POST …/invitations` */
export const invitationBody = z.strictObject({ email: emailField });

/** `POST /api/my/invitations/accept` */
export const acceptBody = z.strictObject({ token: z.string().min(1).max(200) });

const paramsOf = (ctx: Context) => ctx.params as { documentId: string; id: string };

/** Who manages a business, and who has been invited to. */
export const people = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => {
  async function ownBusiness(ctx: Context): Promise<string> {
    const { documentId } = paramsOf(ctx);
    await assertMine(strapi, businessType(strapi), documentId, actorOf(ctx));
    return documentId;
  }

  return {
    async invite(ctx) {
      const business = await ownBusiness(ctx);
      const { email } = parse(invitationBody, dataOf(ctx));
      const invitation = await invite(strapi, {
        business,
        email,
        by: actorOf(ctx),
        language: languageOf(ctx),
        now: new Date(),
      });
      ctx.status = 201;
      ctx.body = { data: invitation, meta: {} };
    },

    async invitations(ctx) {
      ctx.body = { data: await listInvitations(strapi, await ownBusiness(ctx)), meta: {} };
    },

    async revoke(ctx) {
      await revokeInvitation(strapi, await ownBusiness(ctx), paramsOf(ctx).id);
      ctx.status = 204;
    },

    async accept(ctx) {
      const { token } = parse(acceptBody, dataOf(ctx));
      const business = await acceptInvitation(strapi, token, actorOf(ctx), new Date());
      ctx.body = { data: { business, role: 'manager' }, meta: {} };
    },

    async managers(ctx) {
      const managers = await managersOf(strapi, await ownBusiness(ctx));
      ctx.body = { data: managers.map(({ accountId: _accountId, ...manager }) => manager), meta: {} };
    },

    async removeManager(ctx) {
      await endMembership(strapi, await ownBusiness(ctx), paramsOf(ctx).id, actorOf(ctx));
      ctx.status = 204;
    },
  };
};
