import { LANGUAGES, type Language } from '#src/languages/language';
import { escapeHtml } from '#src/domain/escape-html';

/** One page by its paths in all languages. */
export type PagePathsByLanguage = Readonly<Record<Language, string>>;

/** The most addresses in one file (sitemaps.org). */
export const MOST_ADDRESSES = 50_000;

/**
 * A sitemap (sitemaps.org) in which each page names the same in other languages.
 * @param origin scheme and host
 */
export function sitemap(origin: string, pages: readonly PagePathsByLanguage[]): string {
  const urls = pages.slice(0, Math.floor(MOST_ADDRESSES / LANGUAGES.length)).flatMap((paths) => {
    const alternates = LANGUAGES.map(
      (language) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(`${origin}${paths[language]}`)}"/>`,
    ).join('');
    return LANGUAGES.map(
      (language) => `<url><loc>${escapeHtml(`${origin}${paths[language]}`)}</loc>${alternates}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** What programs that look for pages are told. Private pages say themselves that they are not to be indexed. */
export const robots = (origin: string): string =>
  ['User-agent: *', 'Disallow: /admin', 'Disallow: /api/', '', `Sitemap: ${origin}/sitemap.xml`, ''].join(
    '\n',
  );
