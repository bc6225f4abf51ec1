import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { bodyRefusal, FILES_TYPE, FORM_TYPE, JSON_TYPE } from '../platform/http/domain/body-refusal';
import { isFormRoute } from '../platform/http/form-routes';
import { takesPageForm } from '../platform/pages/pages';
import { routeOf } from '../platform/strapi/patches';
import { refused } from '../platform/refusals/refusal';

function acceptedBy(strapi: Core.Strapi, route: string | undefined): readonly string[] {
  if (takesPageForm(strapi, route)) return [FORM_TYPE];
  return isFormRoute(route) ? [JSON_TYPE, FILES_TYPE] : [JSON_TYPE];
}

/** Refuses (415, RFC 9110, 15.5.16) an unexpected body before a byte of it is read. */
export default (_settings: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const reason = bodyRefusal(ctx.headers, acceptedBy(strapi, routeOf(strapi, ctx)));
    if (reason !== undefined) throw refused(reason);
    await next();
  };
