import type { Core } from '@strapi/strapi';
import { readDocument } from '../services/document-state';
import { refuse } from '../services/refuse';
import { parse } from '#src/platform/refusals/zod-refusal';
import { documentActionBody } from '../validation/requests';
import { editorOf, submissionsOf, uidOrRefuse, type RouteContext } from './context';

type DocumentAction = 'suspend' | 'reinstate' | 'archive' | 'restore';

/** `/moderation/documents/:contentType/:documentId` */
export function createDocumentsController({ strapi }: { strapi: Core.Strapi }) {
  const act = (action: DocumentAction) => async (ctx: RouteContext) => {
    const uid = uidOrRefuse(strapi, ctx.params.contentType ?? '');
    const documentId = ctx.params.documentId ?? '';
    const { reason } = parse(documentActionBody, ctx.request.body);
    await submissionsOf(strapi).perform({ uid, documentId, action, actor: editorOf(strapi), reason });
    ctx.body = { data: await readDocument(strapi, uid, documentId), meta: {} };
  };

  return {
    async findOne(ctx: RouteContext): Promise<void> {
      const uid = uidOrRefuse(strapi, ctx.params.contentType ?? '');
      const document = await readDocument(strapi, uid, ctx.params.documentId ?? '');
      if (!document) throw refuse('not-found');
      ctx.body = { data: document, meta: {} };
    },

    suspend: act('suspend'),
    reinstate: act('reinstate'),
    archive: act('archive'),
    restore: act('restore'),
  };
}
