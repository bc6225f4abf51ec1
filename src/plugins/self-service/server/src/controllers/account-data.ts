import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import {
  askForDeletion,
  askForExport,
  deletionOf,
  exportOf,
  LISTINGS,
  ownExportFile,
  takeBackOwnDeletion,
} from '#src/data-rights/index';
import { assertCurrentPassword } from '#src/extensions/users-permissions/assert-current-password';
import { findById } from '#src/extensions/users-permissions/find-account';
import { sendAttachment } from '#src/platform/http/attachment';
import { dataOf } from '#src/platform/http/body-of';
import { languageOf } from '#src/platform/http/language-of';
import { refused } from '#src/platform/refusals/refusal';
import { parse } from '#src/platform/refusals/zod-refusal';
import { sqlOf } from '#src/platform/sql/sql';
import { actorOf } from '../actor-of';

type Handler = (ctx: Context) => Promise<void>;

/** `POST /api/my/account/deletion` */
export const deletionBody = z.strictObject({ password: z.string().max(200), listings: z.enum(LISTINGS) });

/** `/api/my/account/export` and `…/deletion`: what an account may ask about its data (src/data-rights). */
export const accountData = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => ({
  async findExport(ctx) {
    ctx.body = { data: (await exportOf(strapi, actorOf(ctx).id)) ?? null, meta: {} };
  },

  async exportFile(ctx) {
    sendAttachment(ctx, await ownExportFile(strapi, actorOf(ctx).id));
  },

  async startExport(ctx) {
    const data = await askForExport(strapi, actorOf(ctx).id, languageOf(ctx));
    ctx.body = { data, meta: {} };
    ctx.status = 202;
  },

  async findDeletion(ctx) {
    ctx.body = { data: (await deletionOf(strapi, actorOf(ctx).id)) ?? null, meta: {} };
  },

  async startDeletion(ctx) {
    const { id } = actorOf(ctx);
    const { password, listings } = parse(deletionBody, dataOf(ctx));
    const account = await findById(sqlOf(strapi), id);
    if (!account) throw refused('session-ended');
    await assertCurrentPassword(strapi, account, password);
    ctx.body = { data: await askForDeletion(strapi, id, listings), meta: {} };
    ctx.status = 202;
  },

  async endDeletion(ctx) {
    await takeBackOwnDeletion(strapi, actorOf(ctx).id);
    ctx.status = 204;
  },
});
