import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { dataOf } from '#src/platform/http/body-of';
import { actorOf } from '../actor-of';
import { refused } from '#src/platform/refusals/refusal';
import { decideClaim, listClaims, listOwnClaims, openClaim } from '../services/claims';
import { parse } from '#src/platform/refusals/zod-refusal';

type Handler = (ctx: Context) => Promise<void>;

const MAX_REASON = 2000;

const reason = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().min(10).max(MAX_REASON));

/** `POST /api/my/claims` */
export const claimBody = z.strictObject({ business: z.string().regex(/^[a-z0-9]{1,64}$/), reason });

const decisionBody = z.strictObject({ reason: z.string().trim().max(MAX_REASON).default('') });

export const CLAIM_STATES = ['open', 'accepted', 'refused'] as const;

const pageQuery = z.strictObject({
  state: z.enum(CLAIM_STATES).default('open'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

/** Claims on unmanaged businesses, as the claimant sees them. */
export const claims = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => ({
  async create(ctx) {
    const body = dataOf(ctx);
    const parsed = claimBody.safeParse(body);
    if (!parsed.success) {
      if (typeof body.business !== 'string') throw refused('claim-business-required', ['business']);
      if (!reason.safeParse(body.reason).success) throw refused('claim-reason-required', ['reason']);
    }
    const claim = parse(claimBody, body);
    ctx.status = 201;
    ctx.body = { data: await openClaim(strapi, { ...claim, by: actorOf(ctx) }), meta: {} };
  },

  async find(ctx) {
    ctx.body = { data: await listOwnClaims(strapi, actorOf(ctx)), meta: {} };
  },
});

/** The same for editors: who claims what, whether it is a dispute, and the decision. */
export const editorClaims = ({ strapi }: { strapi: Core.Strapi }): Record<string, Handler> => {
  const decide =
    (accept: boolean): Handler =>
    async (ctx) => {
      const { reason: why } = parse(decisionBody, dataOf(ctx));
      if (!accept && why === '') throw refused('reason-required', ['reason']);
      const { id } = ctx.params as { id: string };
      const editorId = (ctx.state as { user: { id: number } }).user.id;
      ctx.body = {
        data: await decideClaim(strapi, { id, accept, reason: why, editorId, now: new Date() }),
        meta: {},
      };
    };

  return {
    async find(ctx) {
      const { state, page, pageSize } = parse(pageQuery, ctx.query);
      const { claims: data, total } = await listClaims(strapi, { state, page, pageSize });
      ctx.body = {
        data,
        meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
      };
    },
    accept: decide(true),
    refuse: decide(false),
  };
};
