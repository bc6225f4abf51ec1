import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { writtenText } from '#src/domain/written-text';
import { dataOf } from '#src/platform/http/body-of';
import { actorOf } from '../actor-of';
import { refused } from '#src/platform/refusals/refusal';
import { listOwnClaims, openClaim } from '../services/claims';
import { parse } from '#src/platform/refusals/zod-refusal';

type Handler = (ctx: Context) => Promise<void>;

const MAX_REASON = 2000;

const reason = z.string().overwrite(writtenText).min(10).max(MAX_REASON);

/** `POST /api/my/claims` */
export const claimBody = z.strictObject({ business: z.string().regex(/^[a-z0-9]{1,64}$/), reason });

export const CLAIM_STATES = ['open', 'accepted', 'refused'] as const;

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
