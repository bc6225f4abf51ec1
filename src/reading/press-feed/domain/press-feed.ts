import { languageFor } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { startOfDay } from '#src/domain/period';
import { blocksToHtml, blocksToText, escapeXml, xmlText, type BlockNode } from './blocks-to-html';

export interface Attachment {
  url: string;
  mime: string;
  /** Kilobytes, as Strapi counts them. */
  size?: number | null;
  name?: string | null;
}

/** A published press notice in one locale, with topics and attachments. */
export interface Notice {
  documentId: string;
  slug?: string | null;
  locale: string;
  title: string;
  teaser?: string | null;
  body?: BlockNode[] | null;
  publishedOn?: string | null;
  publishedAt: string | Date;
  updatedAt: string | Date;
  author?: string | null;
  topics?: { name: string }[];
  attachments?: Attachment[] | null;
  archivedAt?: string | Date | null;
}

/** The site, city and language of a feed. */
export interface FeedPlace {
  /** Scheme and host, without a trailing slash. */
  origin: string;
  /** Where people find all notices. */
  homeUrl: string;
  /** Where people read a notice. */
  urlOf: (notice: Pick<Notice, 'documentId' | 'slug'>) => string;
  locale: string;
  city: string;
  /** The city's time zone. */
  timeZone: string;
  /** The text above archived notices. */
  archiveWarning: string;
}

export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  text: string;
  published: Date;
  updated: Date;
  author?: string;
  topics: string[];
  attachments: { url: string; type: string; bytes: number; name?: string }[];
}

export interface PressFeed {
  title: string;
  description: string;
  homeUrl: string;
  locale: string;
  updated?: Date;
  items: FeedItem[];
}

// A notice is public from the beginning of its day or, without a day, from its publication here.
const publishedOf = (notice: Notice, timeZone: string): Date =>
  notice.publishedOn ? startOfDay(timeZone, notice.publishedOn) : new Date(notice.publishedAt);

const later = (one: Date, other: Date): Date => (one > other ? one : other);

const KILOBYTE = 1_000;

const attachmentsOf = (notice: Notice, origin: string): FeedItem['attachments'] =>
  (notice.attachments ?? []).map(({ url, mime, size, name }) => ({
    url: new URL(url, origin).href,
    type: mime,
    bytes: Math.round((size ?? 0) * KILOBYTE),
    ...(name ? { name } : {}),
  }));

const itemOf = (notice: Notice, { origin, urlOf, archiveWarning, timeZone }: FeedPlace): FeedItem => {
  const published = publishedOf(notice, timeZone);
  const warning = notice.archivedAt ? archiveWarning : '';
  const html = blocksToHtml(notice.body, origin) || `<p>${escapeXml(notice.teaser ?? notice.title)}</p>`;
  const text = blocksToText(notice.body) || xmlText(notice.teaser ?? notice.title);
  const summary = xmlText(notice.teaser ?? '') || text.slice(0, 300);
  return {
    // Does not change with the address of the installation, the slug or the title.
    id: `urn:x-stadtverbund:press-notice:${notice.documentId}:${notice.locale}`,
    url: urlOf(notice),
    title: xmlText(notice.title),
    summary: warning ? `${xmlText(warning)}\n${summary}` : summary,
    html: warning ? `<p><strong>${escapeXml(warning)}</strong></p>${html}` : html,
    text: warning ? `${xmlText(warning)}\n\n${text}` : text,
    published,
    // A notice written before its day is news on that day, so `Last-Modified` has to change then.
    updated: later(new Date(notice.updatedAt), published),
    ...(notice.author ? { author: xmlText(notice.author) } : {}),
    topics: (notice.topics ?? []).map(({ name }) => xmlText(name)),
    attachments: attachmentsOf(notice, origin),
  };
};

/** The feed of press notices, before it is written as RSS or JSON Feed. */
export function buildPressFeed(notices: Notice[], place: FeedPlace): PressFeed {
  const { publicPages } = CATALOGUES[languageFor(place.locale)];
  const inCity = (text: string): string => text.replace('{city}', () => place.city);
  const items = notices.map((notice) => itemOf(notice, place));
  const latest = Math.max(...items.map(({ updated }) => updated.getTime()));
  return {
    title: inCity(publicPages.pressTitle),
    description: inCity(publicPages.pressDescription),
    homeUrl: place.homeUrl,
    locale: place.locale,
    ...(items.length > 0 ? { updated: new Date(latest) } : {}),
    items,
  };
}
