import type { Context, Next } from 'koa';
import { withMiddlewares, type AdminRouteChanges } from '../strapi/patches';

const RELATIONS = [
  'GET /content-manager/relations/:model/:targetField',
  'GET /content-manager/relations/:model/:id/:targetField',
] as const;

/**
 * When looking for related entries, the content manager merges a client's query into its own and returns the result:
 * any `fields`, anything `populate` leads to. The panel sends neither.
 */
const withoutChoice = async (ctx: Context, next: Next): Promise<void> => {
  const { fields, populate, ...query } = ctx.query;
  if (fields !== undefined || populate !== undefined) ctx.query = query;
  await next();
};

export const adminQueries: AdminRouteChanges = RELATIONS.map((route) => [
  route,
  withMiddlewares(withoutChoice),
]);
