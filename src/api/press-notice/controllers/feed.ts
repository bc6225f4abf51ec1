import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { requestLanguage } from '../../../platform/http/request-language';
import { publicOrigin } from '../../../platform/http/public-origin';
import { archiveWarningIn } from '../../../listing/derived/archive-warning';
import { inspectQuery } from '../../../reading/domain/query-shape';
import { defaultLocale } from '../../../reading/guard-documents';
import { queryMessage } from '../../../reading/messages';
import { buildPressFeed, type PressFeed } from '../../../reading/press-feed/domain/press-feed';
import { loadNotices } from '../../../reading/press-feed/load-notices';
import { writeJsonFeed, writeRss } from '../../../reading/press-feed/write-feed';

type Writer = (feed: PressFeed, selfUrl: string) => string;

/** The one parameter of a feed. */
function localeOf(ctx: Context): string | undefined {
  const language = requestLanguage(ctx);
  const unknown = Object.keys(ctx.query).find((name) => name !== 'locale');
  if (unknown !== undefined)
    throw new errors.ValidationError(
      language === 'de'
        ? `${unknown}: Diesen Parameter gibt es hier nicht. Möglich ist nur ?locale=.`
        : `${unknown}: there is no such parameter here. Only ?locale= is possible.`,
      { param: unknown, source: 'query' },
    );
  const decision = inspectQuery(ctx.query);
  if (!decision.ok) throw new errors.ValidationError(queryMessage(decision.reason, language, decision));
  return ctx.query.locale as string | undefined;
}

async function answer(strapi: Core.Strapi, ctx: Context, type: string, write: Writer): Promise<void> {
  const locale = localeOf(ctx) || (await defaultLocale(strapi));
  const origin = publicOrigin(strapi, ctx);
  const { notices, city, timeZone } = await loadNotices(strapi, locale, new Date());
  const archiveWarning = await archiveWarningIn(strapi, locale);
  const feed = buildPressFeed(notices, { origin, locale, city, timeZone, archiveWarning });
  ctx.set('Content-Type', type);
  ctx.set('Content-Language', locale);
  if (feed.updated) ctx.lastModified = feed.updated;
  ctx.body = write(feed, `${origin}${ctx.path}?locale=${encodeURIComponent(locale)}`);
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  rss: (ctx: Context) => answer(strapi, ctx, 'application/rss+xml; charset=utf-8', writeRss),
  json: (ctx: Context) => answer(strapi, ctx, 'application/feed+json; charset=utf-8', writeJsonFeed),
});
