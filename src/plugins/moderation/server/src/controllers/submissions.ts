import type { Core } from '@strapi/strapi';
import { isReviewAction } from '../domain/transitions';
import { readItem, readQueue } from '../services/queue';
import { endPresence, notePresence } from '../services/presence';
import { refuse } from '../services/refuse';
import { readReview } from '../services/review';
import { readSummary } from '../services/summary';
import { refused } from '#src/platform/refusals/refusal';
import { modelOf } from '#src/platform/strapi/models';
import { parse } from '#src/platform/refusals/zod-refusal';
import { decisionBody, queueQuery } from '../validation/requests';
import { editorOf, idOrRefuse, pageMeta, submissionsOf, uidOrRefuse, type RouteContext } from './context';

/** @throws Refusal `field-unknown` if the type has no such field */
function fieldsOrRefuse(
  strapi: Core.Strapi,
  uid: string,
  names: readonly string[] | undefined,
): readonly string[] | undefined {
  const { attributes } = modelOf(strapi, uid);
  names?.forEach((name, at) => {
    if (!Object.hasOwn(attributes, name)) throw refused('field-unknown', ['about', at]);
  });
  return names;
}

/** `/moderation/submissions` */
export function createSubmissionsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: RouteContext): Promise<void> {
      const query = parse(queueQuery, ctx.query);
      const contentType = query.contentType ? uidOrRefuse(strapi, query.contentType) : null;
      const { items, total } = await readQueue(strapi, { ...query, contentType });
      ctx.body = { data: items, meta: { ...pageMeta(query, total), counts: await readSummary(strapi) } };
    },

    async findOne(ctx: RouteContext): Promise<void> {
      const review = await readReview(strapi, idOrRefuse(ctx.params.id));
      if (!review) throw refuse('not-found');
      ctx.body = { data: review, meta: {} };
    },

    async decide(ctx: RouteContext): Promise<void> {
      const { action = '' } = ctx.params;
      const item = await readItem(strapi, idOrRefuse(ctx.params.id));
      if (!item || !isReviewAction(action)) throw refuse('not-found');
      const { version, reason, about, basis, norm } = parse(decisionBody, ctx.request.body);
      await submissionsOf(strapi).perform({
        uid: item.contentType,
        documentId: item.documentId,
        action,
        actor: editorOf(strapi),
        reason,
        about: fieldsOrRefuse(strapi, item.contentType, about),
        grounds: { basis, norm },
        expectedVersion: version,
      });
      ctx.body = { data: await readItem(strapi, item.id), meta: {} };
    },

    async presence(ctx: RouteContext): Promise<void> {
      const id = idOrRefuse(ctx.params.id);
      if (!(await readItem(strapi, id))) throw refuse('not-found');
      ctx.body = { data: await notePresence(strapi, id, editorOf(strapi)), meta: {} };
    },

    async leave(ctx: RouteContext): Promise<void> {
      await endPresence(strapi, idOrRefuse(ctx.params.id), editorOf(strapi).id);
      ctx.status = 204;
    },

    async summary(ctx: RouteContext): Promise<void> {
      ctx.body = { data: await readSummary(strapi), meta: {} };
    },
  };
}
