import Parser from 'rss-parser';
import { json, must } from '../lib.mjs';

/** rss-parser, and the same notices as JSON Feed; every link leads somewhere. */
export async function check(city) {
  const address = `${city.url}/api/press-notices/feed`;
  const feed = await new Parser().parseURL(`${address}.rss`);
  must(feed.items.length > 0 && feed.title, 'the feed is empty');
  for (const { title, link, isoDate, guid } of feed.items)
    must(
      title && guid && link && !Number.isNaN(Date.parse(isoDate)),
      `an item is not whole: ${title} ${link}`,
    );
  must(new Set(feed.items.map(({ guid }) => guid)).size === feed.items.length, 'two items have one guid');
  const { items } = await json(`${address}.json`);
  must(items.length === feed.items.length, `JSON Feed has ${items.length} items, RSS ${feed.items.length}`);
  const [{ link }] = feed.items;
  const page = await fetch(link);
  must(page.ok, `${link} answered ${page.status}`);
  return `${feed.items.length} items`;
}
