import type { Core } from '@strapi/strapi';
import { warningsOf, draftOf } from './warnings';
import { permissionChecker } from '../../platform/strapi/content-manager';
import { isContent } from '../../platform/strapi/schema';

interface Context {
  params: { uid: string; documentId: string };
  query: { contentLocale?: string };
  state: { userAbility: unknown };
  body: unknown;
  notFound(): void;
  forbidden(): void;
}

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const { uid, documentId } = ctx.params;
  if (!isContent(uid) || !Object.hasOwn(strapi.contentTypes, uid)) return ctx.notFound();
  const { cannot } = permissionChecker(strapi, ctx.state.userAbility, uid);
  if (cannot.read()) return ctx.forbidden();
  const draft = await draftOf(strapi, uid, documentId, ctx.query.contentLocale);
  if (!draft) return ctx.notFound();
  if (cannot.read(draft)) return ctx.forbidden();
  ctx.body = { data: await warningsOf(strapi, uid, draft) };
}

/**
 * `GET /rules/doubts/:uid/:documentId?contentLocale=de` for the side panel of the edit view: `{ data: Warning[] }`.
 * Needs an admin session that may read the document.
 */
export function registerWarningsRoute(strapi: Core.Strapi): void {
  const route = {
    method: 'GET',
    path: '/doubts/:uid/:documentId',
    handler: (ctx: Context) => answer(strapi, ctx),
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  };
  const router = { type: 'admin', prefix: '/rules', routes: [route] };
  strapi.server.routes(router as unknown as Core.Router);
}
