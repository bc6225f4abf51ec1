import type { Core } from '@strapi/strapi';
import { createReason, deleteReason, listReasons, updateReason } from '../services/reason-templates';
import { refuse } from '../services/refuse';
import { parse } from '#src/platform/refusals/zod-refusal';
import { reasonTemplateBody } from '../validation/requests';
import { idOrRefuse, type RouteContext } from './context';

/** `/moderation/reason-templates` */
export function createReasonsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: RouteContext): Promise<void> {
      ctx.body = { data: await listReasons(strapi), meta: {} };
    },

    async create(ctx: RouteContext): Promise<void> {
      const body = parse(reasonTemplateBody, ctx.request.body);
      ctx.body = { data: await createReason(strapi, body), meta: {} };
      ctx.status = 201;
    },

    async update(ctx: RouteContext): Promise<void> {
      const id = idOrRefuse(ctx.params.id);
      const changed = await updateReason(strapi, id, parse(reasonTemplateBody, ctx.request.body));
      if (!changed) throw refuse('not-found');
      ctx.body = { data: changed, meta: {} };
    },

    async delete(ctx: RouteContext): Promise<void> {
      if (!(await deleteReason(strapi, idOrRefuse(ctx.params.id)))) throw refuse('not-found');
      ctx.status = 204;
    },
  };
}
