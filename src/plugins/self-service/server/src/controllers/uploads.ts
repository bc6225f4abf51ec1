import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withSignedAddresses } from '#src/files/signed-answers';
import { parse } from '#src/platform/refusals/zod-refusal';
import { actorOf } from '../actor-of';
import { listQuerySchema } from '../domain/list-query';
import { listUploads, removeUpload } from '../services/own-uploads';
import { takeUploads } from '../services/uploads';
import type { IncomingFile } from '#src/platform/strapi/uploads';

type Handler = (ctx: Context) => Promise<void>;

function filesIn(ctx: Context): IncomingFile[] {
  const { files } = ctx.request as { files?: { files?: IncomingFile | IncomingFile[] } };
  const sent = files?.files;
  if (!sent) return [];
  return Array.isArray(sent) ? sent : [sent];
}

const pageQuery = listQuerySchema.pick({ pagination: true });

/** `/api/my/uploads`: pictures for the account's own documents. */
export const uploads = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => ({
  async find(ctx) {
    const { page, pageSize } = parse(pageQuery, ctx.query).pagination;
    const { uploads: data, total } = await listUploads(strapi, actorOf(ctx).id, { page, pageSize });
    const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
    ctx.body = await withSignedAddresses(strapi, { data, meta: { pagination } });
  },

  async delete(ctx) {
    await removeUpload(strapi, actorOf(ctx).id, (ctx.params as { documentId: string }).documentId);
    ctx.status = 204;
  },

  async create(ctx) {
    const data = await takeUploads(strapi, filesIn(ctx), actorOf(ctx).id);
    ctx.status = 201;
    ctx.body = await withSignedAddresses(strapi, { data, meta: {} });
  },
});
