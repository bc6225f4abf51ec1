import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { sendAttachment } from '../platform/http/attachment';
import { dataOf } from '../platform/http/body-of';
import { languageOf } from '../platform/http/language-of';
import {
  assertLinkMailRate,
  assertLinkRate,
  fileOfLink,
  findLink,
  sendLinkAgain,
  useLink,
  type LinkView,
} from '../platform/secret-links';

type Answering = (ctx: Context & { params: Record<string, string> }) => Promise<LinkView | undefined>;

/** For everyone who has the link, whatever else they have. */
const forEveryone = (method: 'GET' | 'POST', path: string, view: Answering) => ({
  method,
  path: `/api/links/:token${path}`,
  handler: async (ctx: Context) => {
    // Also with refusals, since the address is the secret. That nobody keeps it is the rule for all that is not public.
    ctx.set('Referrer-Policy', 'no-referrer');
    const data = await view(ctx as Parameters<Answering>[0]);
    // Otherwise it has answered with a file.
    if (data) ctx.body = { data, meta: {} };
  },
  info: { type: 'content-api' },
  config: { auth: false as const },
});

/** `/api/links/:token`: what a link in a mail is about, and its buttons (src/platform/secret-links). */
export function registerLinkRoutes(strapi: Core.Strapi): void {
  strapi.server.routes([
    // HEAD as well: nothing is changed.
    forEveryone('GET', '', (ctx) => findLink(strapi, ctx.params.token ?? '', languageOf(ctx))),
    forEveryone('POST', '/send-again', async (ctx) => {
      await assertLinkMailRate(strapi, ctx.ip);
      return sendLinkAgain(strapi, ctx.params.token ?? '', languageOf(ctx));
    }),
    forEveryone('POST', '/:action', async (ctx) => {
      await assertLinkRate(strapi, ctx.ip);
      const { token = '', action = '' } = ctx.params;
      const file = await fileOfLink(strapi, token, action, languageOf(ctx));
      if (!file) return useLink(strapi, token, action, dataOf(ctx), languageOf(ctx));
      sendAttachment(ctx, file);
      return undefined;
    }),
  ]);
}
