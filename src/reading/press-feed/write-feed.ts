import { generateJsonFeed, generateRssFeed } from 'feedsmith';
import type { FeedItem, PressFeed } from './domain/press-feed';

const GENERATOR = 'Stadtverbund';

/** RSS 2.0 with the extensions readers know: atom:link to itself, dc:creator, content:encoded. */
export const writeRss = (feed: PressFeed, selfUrl: string): string =>
  generateRssFeed({
    title: feed.title,
    link: feed.homeUrl,
    description: feed.description,
    language: feed.locale,
    generator: GENERATOR,
    docs: 'https://www.rssboard.org/rss-specification',
    ...(feed.updated ? { lastBuildDate: feed.updated } : {}),
    atom: { links: [{ href: selfUrl, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      description: item.summary,
      guid: { value: item.id, isPermaLink: false },
      pubDate: item.published,
      categories: item.topics.map((name) => ({ name })),
      // RSS allows one enclosure per item; the others are in the JSON Feed and in the REST answer.
      enclosures: item.attachments.slice(0, 1).map(({ url, type, bytes }) => ({ url, type, length: bytes })),
      content: { encoded: item.html },
      ...(item.author ? { dc: { creators: [item.author] } } : {}),
    })),
  });

const jsonItem = (item: FeedItem, language: string) => ({
  id: item.id,
  url: item.url,
  title: item.title,
  summary: item.summary,
  content_html: item.html,
  content_text: item.text,
  date_published: item.published,
  date_modified: item.updated,
  language,
  ...(item.author ? { authors: [{ name: item.author }] } : {}),
  ...(item.topics.length > 0 ? { tags: item.topics } : {}),
  ...(item.attachments.length > 0
    ? {
        attachments: item.attachments.map(({ url, type, bytes, name }) => ({
          url,
          mime_type: type,
          size_in_bytes: bytes,
          ...(name ? { title: name } : {}),
        })),
      }
    : {}),
});

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export const writeJsonFeed = (feed: PressFeed, selfUrl: string): string => {
  const written = generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.homeUrl,
    feed_url: selfUrl,
    language: feed.locale,
    items: feed.items.map((item) => jsonItem(item, feed.locale)),
  });
  // The specification requires `items` even if there are none.
  return JSON.stringify({ items: [], ...(written as object) });
};
