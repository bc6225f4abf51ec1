import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { bodyRefusal } from '../platform/http/domain/body-refusal';
import { isFormRoute } from '../platform/http/form-routes';
import { routeOf } from '../platform/strapi/patches';
import { refused } from '../platform/refusals/refusal';

/** Refuses (415, RFC 9110, 15.5.16) an unexpected body before a byte of it is read. */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const reason = bodyRefusal(ctx.headers, isFormRoute(routeOf(strapi, ctx)));
    if (reason !== undefined) throw refused(reason);
    await next();
  };
