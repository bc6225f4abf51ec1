import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { bodyOf } from '#src/platform/http/body-of';
import { withSignedAddresses } from '#src/files/signed-answers';
import { actorOf } from '../actor-of';
import { readIfMatch } from '../domain/entity-tag';
import { listQuerySchema, oneQuerySchema } from '../domain/list-query';
import { refused } from '#src/platform/refusals/refusal';
import { draftsOf, localeOf } from '../services/drafts';
import { createMine, listMine, readMine, updateMine } from '../services/my-documents';
import { previewMine } from '../services/my-preview';
import { typeOfCollection } from '../services/self-service-types';
import { removeMine, takeStep, type ContributorAction } from '../services/transitions';
import { answerWith, metaOf, shapeMine } from './answer';
import { parse } from '#src/platform/refusals/zod-refusal';

type Handler = (ctx: Context) => Promise<void>;

interface PathParams {
  collection: string;
  documentId: string;
}

const paramsOf = (ctx: Context): PathParams => ctx.params as PathParams;

function dataIn(ctx: Context): unknown {
  const { data, ...others } = bodyOf(ctx);
  const [extra] = Object.keys(others);
  if (extra) throw refused('field-unknown', [extra]);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw refused('data-missing', ['data']);
  return data;
}

/** `/api/my/{collection}`: the documents of the businesses that an account manages. */
export const my = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => {
  const typeOf = (ctx: Context) => typeOfCollection(strapi, paramsOf(ctx).collection);

  const step =
    (action: ContributorAction): Handler =>
    async (ctx) => {
      const type = typeOf(ctx);
      const { locale } = parse(oneQuerySchema, ctx.query);
      const { documentId } = paramsOf(ctx);
      const actor = actorOf(ctx);
      const wanted = await localeOf(strapi, locale);
      const state = await takeStep(strapi, type, actor, { documentId, action });
      const drafts = state ? await draftsOf(strapi, type, documentId) : [];
      const draft = drafts.find((one) => one.locale === wanted) ?? drafts[0];
      if (state && draft) await answerWith(ctx, strapi, type, { draft, state });
      else ctx.body = { data: null, meta: state ? metaOf(state) : {} };
    };

  return {
    async find(ctx) {
      const type = typeOf(ctx);
      const { locale, pagination } = parse(listQuerySchema, ctx.query);
      const { page, pageSize } = pagination;
      const wanted = await localeOf(strapi, locale);
      const { documents, total } = await listMine(strapi, type, actorOf(ctx), {
        locale: wanted,
        page,
        pageSize,
      });
      ctx.body = await withSignedAddresses(strapi, {
        data: documents.map((mine) => shapeMine(strapi, type, mine)),
        meta: {
          pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
          documents: Object.fromEntries(
            documents.map(({ draft, state }) => [draft.documentId, metaOf(state)]),
          ),
        },
      });
    },

    async findOne(ctx) {
      const type = typeOf(ctx);
      const locale = await localeOf(strapi, parse(oneQuerySchema, ctx.query).locale);
      const { documentId } = paramsOf(ctx);
      await answerWith(ctx, strapi, type, await readMine(strapi, type, actorOf(ctx), { documentId, locale }));
    },

    async create(ctx) {
      const type = typeOf(ctx);
      const locale = await localeOf(strapi, parse(oneQuerySchema, ctx.query).locale);
      const created = await createMine(strapi, type, actorOf(ctx), {
        body: dataIn(ctx),
        locale,
        now: new Date(),
      });
      ctx.status = 201;
      await answerWith(ctx, strapi, type, created);
    },

    async update(ctx) {
      const type = typeOf(ctx);
      const locale = await localeOf(strapi, parse(oneQuerySchema, ctx.query).locale);
      const { documentId } = paramsOf(ctx);
      const precondition = readIfMatch(ctx.get('If-Match'), documentId);
      const change = { documentId, locale, body: dataIn(ctx), precondition };
      await answerWith(ctx, strapi, type, await updateMine(strapi, type, actorOf(ctx), change));
    },

    async delete(ctx) {
      const type = typeOf(ctx);
      parse(oneQuerySchema, ctx.query);
      const { documentId } = paramsOf(ctx);
      const state = await removeMine(strapi, type, actorOf(ctx), documentId);
      if (state) ctx.body = { data: { documentId }, meta: metaOf(state) };
      else ctx.status = 204;
    },

    async preview(ctx) {
      const type = typeOf(ctx);
      const locale = await localeOf(strapi, parse(oneQuerySchema, ctx.query).locale);
      const { documentId } = paramsOf(ctx);
      const asked = { documentId, locale, now: new Date() };
      ctx.body = { data: await previewMine(strapi, type, actorOf(ctx), asked), meta: {} };
    },

    submit: step('submit'),
    withdraw: step('withdraw'),
    discard: step('discard'),
    archive: step('archive'),
  };
};
