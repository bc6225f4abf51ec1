import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { refusedParameter } from '#src/platform/refusals/refusal';
import { publicOrigin } from '#src/platform/http/public-origin';
import { archiveWarningIn } from '#src/listing/derived/archive-warning';
import { inspectQuery } from '#src/reading/domain/query-shape';
import { contentLocales, localeAsked } from '#src/platform/strapi/content-locales';
import { refusedQuery } from '#src/reading/refused-query';
import { languageFor } from '#src/languages/language';
import { listingsUrl, listingUrl } from '#src/listing/listing-url';
import { buildPressFeed, type PressFeed } from '#src/reading/press-feed/domain/press-feed';
import { loadNotices } from '#src/reading/press-feed/load-notices';
import { writeJsonFeed, writeRss } from '#src/reading/press-feed/write-feed';

type Writer = (feed: PressFeed, selfUrl: string) => string;

/** Reads the only parameter of a feed. */
async function localeOf(strapi: Core.Strapi, ctx: Context): Promise<string> {
  const unknown = Object.keys(ctx.query).find((name) => name !== 'locale');
  if (unknown !== undefined) throw refusedParameter('parameter-unknown', unknown, { allowed: 'locale' });
  const decision = inspectQuery(ctx.query, 'rest');
  const locales = await contentLocales(strapi);
  if (!decision.ok) throw refusedQuery(decision.reason, decision.param, decision.found, locales.codes);
  return localeAsked(ctx.query.locale, locales);
}

async function answer(strapi: Core.Strapi, ctx: Context, type: string, write: Writer): Promise<void> {
  const locale = await localeOf(strapi, ctx);
  const origin = publicOrigin(strapi, ctx);
  const { notices, city, timeZone } = await loadNotices(strapi, locale, new Date());
  const archiveWarning = await archiveWarningIn(strapi, locale);
  const feed = buildPressFeed(notices, {
    origin,
    homeUrl: listingsUrl(strapi, 'press-notice', locale),
    urlOf: ({ documentId, slug = null }) =>
      listingUrl(strapi, { type: 'press-notice', slug, documentId }, languageFor(locale)),
    locale,
    city,
    timeZone,
    archiveWarning,
  });
  ctx.set('Content-Type', type);
  ctx.set('Content-Language', locale);
  if (feed.updated) ctx.lastModified = feed.updated;
  ctx.body = write(feed, `${origin}${ctx.path}?locale=${encodeURIComponent(locale)}`);
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  rss: (ctx: Context) => answer(strapi, ctx, 'application/rss+xml; charset=utf-8', writeRss),
  json: (ctx: Context) => answer(strapi, ctx, 'application/feed+json; charset=utf-8', writeJsonFeed),
});
