import { LANGUAGES, type Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';

const nativeName = (language: Language): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;

/**
 * The human-readable page about the API. It has no inline script or style, since the content security policy forbids
 * them.
 */
export function docsPage(language: Language): string {
  const words = CATALOGUES[language].publicPages.docs;
  const others = LANGUAGES.filter((other) => other !== language).map(
    (other) => `<a href="/docs?locale=${other}" hreflang="${other}" lang="${other}">${nativeName(other)}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="alternate" type="application/rss+xml" href="/api/press-notices/feed.rss?locale=${language}">
<link rel="alternate" type="application/feed+json" href="/api/press-notices/feed.json?locale=${language}">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/page.css">
</head>
<body>
<header>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<ul>
<li><a href="/api/openapi.json">${words.document}</a></li>
<li>${words.feeds} <a href="/api/press-notices/feed.rss?locale=${language}">RSS</a>, <a href="/api/press-notices/feed.json?locale=${language}">JSON Feed</a></li>
<li>${words.graphql} <code>/graphql</code></li>
<li>${others.join(', ')}</li>
</ul>
</header>
<main id="operations"><noscript><p>${words.noScript}</p></noscript></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/page.js"></script>
</body>
</html>
`;
}

export const PAGE_CSS = `body { margin: 0; font-family: system-ui, sans-serif; color: #1b1b1f; background: #fff; line-height: 1.5; }
header { max-width: 87rem; margin: 0 auto; padding: 1.5rem 1.25rem 0; }
header h1 { margin: 0 0 .5rem; font-size: 1.75rem; }
a { color: #0b5394; }
a:focus-visible, button:focus-visible { outline: 3px solid #0b5394; outline-offset: 2px; }
.swagger-ui .info { display: none; }
`;

export const PAGE_JS = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#operations', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null });
`;
