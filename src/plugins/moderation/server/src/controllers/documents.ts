import type { Core } from '@strapi/strapi';
import { isDocumentAction } from '../domain/transitions';
import { readDocument } from '../services/document-state';
import { refuse } from '../services/refuse';
import { parse } from '#src/platform/refusals/zod-refusal';
import { documentActionBody } from '../validation/requests';
import { editorOf, submissionsOf, uidOrRefuse, type RouteContext } from './context';

/** `/moderation/documents/:contentType/:documentId` */
export function createDocumentsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async findOne(ctx: RouteContext): Promise<void> {
      const uid = uidOrRefuse(strapi, ctx.params.contentType ?? '');
      const document = await readDocument(strapi, uid, ctx.params.documentId ?? '');
      if (!document) throw refuse('not-found');
      ctx.body = { data: document, meta: {} };
    },

    async act(ctx: RouteContext): Promise<void> {
      const { action = '', documentId = '' } = ctx.params;
      if (!isDocumentAction(action)) throw refuse('not-found');
      const uid = uidOrRefuse(strapi, ctx.params.contentType ?? '');
      const { reason, basis, norm } = parse(documentActionBody, ctx.request.body);
      const grounds = { basis, norm };
      await submissionsOf(strapi).perform({
        uid,
        documentId,
        action,
        actor: editorOf(strapi),
        reason,
        grounds,
      });
      ctx.body = { data: await readDocument(strapi, uid, documentId), meta: {} };
    },
  };
}
