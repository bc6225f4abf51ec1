import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { isObject } from '#src/domain/is-object';
import { bodyOf } from '#src/platform/http/body-of';
import { languageOf } from '#src/platform/http/language-of';
import { AS_PARAMETERS, parse } from '#src/platform/refusals/zod-refusal';
import { cityDay } from '#src/city/city-day';
import { decideItem } from '../intake/decide';
import { report } from '../intake/notices';
import { queued, readIntakes } from '../intake/queue';
import { transparencyOf } from '../intake/transparency';
import { refuse } from '../services/refuse';
import { intakeDecisionBody, intakeQuery } from '../validation/requests';
import { editorOf, pageMeta, type RouteContext } from './context';

/** The body, with or without `data` around it; the solution of a challenge may be in either. */
function sentBy(ctx: RouteContext): Record<string, unknown> {
  const { data, ...rest } = bodyOf(ctx);
  return isObject(data) ? { ...rest, ...data } : bodyOf(ctx);
}

interface Ability {
  can(action: string): boolean;
}

// Nothing before it is counted; the upper bound keeps the date within what PostgreSQL has.
const yearQuery = z.strictObject({ year: z.coerce.number().int().min(2020).max(2999).optional() });

// It counts whole years; who asks again an hour later sees the same.
const KEPT_SECONDS = 3_600;

/** `POST /api/reports`, `GET /api/transparency.json` and `/moderation/intake` */
export function createIntakeController({ strapi }: { strapi: Core.Strapi }) {
  const thisYear = async (): Promise<number> => Number((await cityDay(strapi, new Date())).slice(0, 4));

  return {
    async create(ctx: RouteContext): Promise<void> {
      const { number } = await report(strapi, ctx, sentBy(ctx), languageOf(ctx));
      ctx.body = { data: { received: true, number }, meta: {} };
      ctx.status = 201;
    },

    async transparency(ctx: RouteContext): Promise<void> {
      const { year = await thisYear() } = parse(yearQuery, ctx.query, AS_PARAMETERS);
      ctx.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`);
      ctx.body = { data: await transparencyOf(strapi, year), meta: {} };
    },

    async find(ctx: RouteContext): Promise<void> {
      const query = parse(intakeQuery, ctx.query);
      const { items, total } = await readIntakes(strapi, query, editorOf(strapi).id);
      ctx.body = { data: items, meta: pageMeta(query, total) };
    },

    async decide(ctx: RouteContext): Promise<void> {
      const { decision, reason, statement } = parse(intakeDecisionBody, ctx.request.body);
      const { userAbility } = ctx.state as { userAbility: Ability };
      if (decision === 'taken-down' && !userAbility.can('plugin::moderation.suspend'))
        throw refuse('not-yours');
      const editor = editorOf(strapi);
      const { id = '' } = ctx.params;
      const item = await decideItem(strapi, { id, decision, reason, statement, editor, now: new Date() });
      ctx.body = { data: await queued(strapi, item, editor.id), meta: {} };
    },
  };
}
