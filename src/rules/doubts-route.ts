import type { Core } from '@strapi/strapi';
import { doubtsOf } from './doubts';
import { isContent } from './write';

interface Context {
  params: { uid: string; documentId: string };
  query: { contentLocale?: string };
  state: { userAbility: { can(action: string, subject: string): boolean } };
  body: unknown;
  notFound(): void;
  forbidden(): void;
}

const READ = 'plugin::content-manager.explorer.read';

/**
 * `GET /rules/doubts/:uid/:documentId?contentLocale=de` for the side panel of the edit view: `{ data: Doubt[] }`.
 * Needs an admin session that may read the type. (`locale` would be taken for the language of the answer.)
 */
export function registerDoubtsRoute(strapi: Core.Strapi): void {
  const handler = async (ctx: Context): Promise<void> => {
    const { uid, documentId } = ctx.params;
    if (!isContent(uid) || !(uid in strapi.contentTypes)) return ctx.notFound();
    if (!ctx.state.userAbility.can(READ, uid)) return ctx.forbidden();
    ctx.body = { data: await doubtsOf(strapi, uid, documentId, ctx.query.contentLocale) };
  };
  strapi.server.routes({
    type: 'admin',
    prefix: '/rules',
    routes: [
      {
        method: 'GET',
        path: '/doubts/:uid/:documentId',
        handler,
        config: { policies: ['admin::isAuthenticatedAdmin'] },
      },
    ],
  } as unknown as Parameters<Core.Strapi['server']['routes']>[0]);
}
