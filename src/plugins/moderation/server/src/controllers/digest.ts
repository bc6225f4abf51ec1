import type { Core } from '@strapi/strapi';
import { isWanted, setWanted } from '#src/platform/mail/unwanted';
import { parse } from '#src/platform/refusals/zod-refusal';
import { sqlOf } from '#src/platform/sql/sql';
import { digestOf } from '../services/digest';
import { digestBody } from '../validation/requests';
import { editorOf, type RouteContext } from './context';

/** `/moderation/digest`: whether the editor who asks gets the daily mail. */
export function createDigestController({ strapi }: { strapi: Core.Strapi }) {
  const answer = async (ctx: RouteContext): Promise<void> => {
    const wanted = await isWanted(sqlOf(strapi), digestOf(editorOf(strapi).id));
    ctx.body = { data: { wanted }, meta: {} };
  };
  return {
    find: answer,

    async update(ctx: RouteContext): Promise<void> {
      const { wanted } = parse(digestBody, ctx.request.body);
      await setWanted(sqlOf(strapi), digestOf(editorOf(strapi).id), wanted);
      await answer(ctx);
    },
  };
}
