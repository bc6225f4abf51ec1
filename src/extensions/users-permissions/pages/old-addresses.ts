import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { languageOf } from '#src/platform/http/language-of';
import { openRoute } from '#src/platform/http/open-route';
import { pageAddress } from '#src/platform/pages/pages';

// In mails that were sent before there were these pages.
const MOVED: Readonly<Record<string, string>> = {
  '/account/confirmed.html': 'account-confirmed',
  '/account/reset-password.html': 'account-new-password',
  '/account/invitation.html': 'account-invitation',
};

/** Where a link of an earlier mail leads now, with its query; browsers keep its fragment (RFC 9110, 10.2.2). */
export function redirectToPage(strapi: Core.Strapi, ctx: Context, page: string): void {
  const search = ctx.querystring === '' ? '' : `?${ctx.querystring}`;
  ctx.vary('Accept-Language');
  ctx.redirect(`${pageAddress(strapi, page, languageOf(ctx))}${search}`);
}

/** Keeps the addresses of the pages that once were files. Call in `register()`. */
export function keepOldAddresses(strapi: Core.Strapi): void {
  strapi.server.routes(
    Object.entries(MOVED).map(([path, page]) =>
      openRoute('GET', path, (ctx) => redirectToPage(strapi, ctx, page)),
    ),
  );
}
