import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withSignedAddresses } from '../../files/signed-answers';
import { listingTypes } from '../../listing/listing-types';
import { refused, refusedParameter } from '../../platform/refusals/refusal';
import { modelGetter, modelOf } from '../../platform/strapi/models';
import { addDerivedFields } from '../derived-fields';
import { withoutRowIds } from '../domain/row-ids';
import { openedPreview } from './opened-preview';
import { previewedDraft } from './previewed-draft';

const BEARER = /^Bearer (\S+)$/i;

async function answer(strapi: Core.Strapi, ctx: Context): Promise<void> {
  const [unknown] = Object.keys(ctx.query).filter((name) => name !== 'locale');
  if (unknown !== undefined) throw refusedParameter('parameter-unknown', unknown, { allowed: 'locale' });
  const now = new Date();
  const token = await openedPreview(strapi, BEARER.exec(ctx.get('Authorization'))?.[1] ?? '', now);
  if (!token) throw refused('preview-token');
  const { type, documentId } = ctx.params as { type: string; documentId: string };
  const isAsked = token.type === type && token.documentId === documentId;
  const found = [...listingTypes(strapi).public.values()].find((one) => one.type === type);
  const locale = ctx.query.locale ?? token.locale;
  if (!isAsked || !found || locale !== token.locale) throw refused('not-found');
  const draft = await previewedDraft(strapi, found, { ...token, now });
  if (!draft) throw refused('not-found');
  await addDerivedFields(strapi, found.uid, [draft], now);
  const meta = { locale: token.locale, status: 'draft', expiresAt: token.expiresAt.toISOString() };
  const shown = withoutRowIds(modelOf(strapi, found.uid), draft, modelGetter(strapi));
  ctx.body = { data: await withSignedAddresses(strapi, shown), meta };
}

/**
 * `GET /api/previews/:type/:documentId`: one draft, for who has the token that was made for it. No public address, so it is
 * `no-store`, and never in the response cache.
 */
export function registerPreviewRoute(strapi: Core.Strapi): void {
  const route = {
    method: 'GET' as const,
    path: '/api/previews/:type/:documentId',
    handler: (ctx: Context) => answer(strapi, ctx),
    // No route of the content API: its guards let nothing but what is published through.
    info: { type: 'preview' },
    // The token is not one that Strapi knows.
    config: { auth: false as const },
  };
  strapi.server.routes([route]);
}
