import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import type { Language } from '../domain/language';
import { withMiddlewares, type AdminRouteChanges } from './admin-routes';
import { requestLanguage } from './request-language';

/** What Strapi's own checks let through, and its controllers then take apart. */
const BODIES: Readonly<Record<string, z.ZodType>> = {
  'POST /admin/permissions/check': z.object({ permissions: z.array(z.object({})) }),
};

const MESSAGE: Readonly<Record<Language, (path: string) => string>> = {
  de: (path) => `${path}: fehlt oder hat nicht die richtige Form.`,
  en: (path) => `${path}: is missing or does not have the right form.`,
};

const checked =
  (shape: z.ZodType) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const result = shape.safeParse((ctx.request as { body?: unknown }).body);
    if (!result.success) {
      const path = result.error.issues[0]?.path.join('.') || 'body';
      throw new errors.ValidationError(MESSAGE[requestLanguage(ctx)](path), { reason: 'body-shape', path });
    }
    await next();
  };

/** Looks at them before. */
export const adminBodies: AdminRouteChanges = Object.entries(BODIES).map(([route, shape]) => [
  route,
  withMiddlewares(checked(shape)),
]);
