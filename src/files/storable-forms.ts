import type { Context, Next } from 'koa';
import { withMiddlewares, type AdminRouteChanges } from '../platform/strapi/patches';
import { ADMIN_FORM_ROUTES } from '../platform/http/form-routes';
import { assertFileKinds, type ArrivingFile } from './assert-file-kinds';

/** Logos go past the upload service, which looks at bytes itself. */
async function onlyStorable(ctx: Context, next: Next): Promise<unknown> {
  const { files = {} } = ctx.request as { files?: Record<string, ArrivingFile | ArrivingFile[]> };
  await assertFileKinds(Object.values(files).flat());
  return next();
}

/** What the panel's forms bring has to be a file that may be kept; behind what reads them. */
export const storableForms: AdminRouteChanges = ADMIN_FORM_ROUTES.map((route) => [
  route,
  withMiddlewares(onlyStorable),
]);
