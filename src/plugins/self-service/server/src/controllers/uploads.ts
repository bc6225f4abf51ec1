import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withSignedAddresses } from '#src/files/signed-answers';
import { actorOf } from '../actor-of';
import { takeUploads } from '../services/uploads';
import type { IncomingFile } from '#src/platform/strapi/uploads';

type Handler = (ctx: Context) => Promise<void>;

function filesIn(ctx: Context): IncomingFile[] {
  const { files } = ctx.request as { files?: { files?: IncomingFile | IncomingFile[] } };
  const sent = files?.files;
  if (!sent) return [];
  return Array.isArray(sent) ? sent : [sent];
}

/** `POST /api/my/uploads`: pictures for the account's own documents. */
export const uploads = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => ({
  async create(ctx) {
    const data = await takeUploads(strapi, filesIn(ctx), actorOf(ctx).id);
    ctx.status = 201;
    ctx.body = await withSignedAddresses(strapi, { data, meta: {} });
  },
});
