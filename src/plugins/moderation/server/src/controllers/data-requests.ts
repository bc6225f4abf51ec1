import type { Core } from '@strapi/strapi';
import { archiveFor, eraseFor, jsonFor, lookUp, readRequests } from '#src/data-rights/index';
import { sendAttachment } from '#src/platform/http/attachment';
import { languageOf } from '#src/platform/http/language-of';
import { parse } from '#src/platform/refusals/zod-refusal';
import { sqlOf } from '#src/platform/sql/sql';
import { dataErasureBody, dataLookupBody, dataPersonBody, pageQuery } from '../validation/requests';
import { editorOf, pageMeta, type RouteContext } from './context';

/**
 * `/moderation/data-requests`: editors answer people who write letters or call. By POST, since an address in an address
 * would be in logs.
 */
export function createDataRequestsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async find(ctx: RouteContext): Promise<void> {
      const query = parse(pageQuery, ctx.query);
      const { requests, total } = await readRequests(sqlOf(strapi), query);
      ctx.body = { data: requests, meta: pageMeta(query, total) };
    },

    async lookUp(ctx: RouteContext): Promise<void> {
      const { person } = parse(dataLookupBody, ctx.request.body);
      ctx.body = { data: await lookUp(strapi, person, editorOf(strapi).id, languageOf(ctx)), meta: {} };
    },

    async json(ctx: RouteContext): Promise<void> {
      const person = parse(dataPersonBody, ctx.request.body);
      sendAttachment(ctx, await jsonFor(strapi, person, editorOf(strapi).id, languageOf(ctx)));
    },

    async archive(ctx: RouteContext): Promise<void> {
      const person = parse(dataPersonBody, ctx.request.body);
      ctx.body = { data: await archiveFor(strapi, person, editorOf(strapi).id, languageOf(ctx)), meta: {} };
    },

    async erase(ctx: RouteContext): Promise<void> {
      const { confirmation, listings, ...person } = parse(dataErasureBody, ctx.request.body);
      await eraseFor(strapi, person, { confirmation, listings, editorId: editorOf(strapi).id });
      ctx.status = 204;
    },
  };
}
