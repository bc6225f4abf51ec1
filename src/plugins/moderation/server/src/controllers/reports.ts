import type { Core } from '@strapi/strapi';
import { languageOf } from '#src/platform/http/language-of';
import { assertRate } from '#src/platform/rate-limit/rate-limit';
import type { RateRule } from '#src/platform/rate-limit/domain/rule';
import { refuse } from '../services/refuse';
import { readReports, resolveReport, takeReport } from '../services/reports';
import { parse } from '#src/platform/refusals/zod-refusal';
import { reportBody, reportsQuery, resolveBody } from '../validation/requests';
import { editorOf, idOrRefuse, pageMeta, type RouteContext } from './context';

// About as many as someone reports in an hour who walks along a street and notes what has closed.
const REPORTS: RateRule = { name: 'report', limit: 10, windowSeconds: 3_600 };

/** `POST /api/reports` and `/moderation/reports` */
export function createReportsController({ strapi }: { strapi: Core.Strapi }) {
  return {
    async create(ctx: RouteContext): Promise<void> {
      await assertRate(strapi, REPORTS, ctx.request.ip);
      const body = parse(reportBody, ctx.request.body);
      const refused = await takeReport(strapi, body, { language: languageOf(ctx), now: new Date() });
      if (refused) throw refuse(refused);
      ctx.body = { data: { received: true }, meta: {} };
      ctx.status = 201;
    },

    async find(ctx: RouteContext): Promise<void> {
      const query = parse(reportsQuery, ctx.query);
      const { items, total } = await readReports(strapi, query);
      ctx.body = { data: items, meta: pageMeta(query, total) };
    },

    async resolve(ctx: RouteContext): Promise<void> {
      const id = idOrRefuse(ctx.params.id);
      const { resolution } = parse(resolveBody, ctx.request.body);
      const resolved = await resolveReport(strapi, id, editorOf(strapi), resolution ?? null);
      if (!resolved.ok) throw refuse(resolved.reason, { from: 'resolved' });
      ctx.body = { data: resolved.report, meta: {} };
    },
  };
}
