import { LANGUAGES, type Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import { nativeName } from '../../languages/native-name';

/** Links to a page in the other languages. */
export const otherLanguages = (language: Language, path: string): string =>
  LANGUAGES.filter((other) => other !== language)
    .map(
      (other) =>
        `<a href="${path}?locale=${other}" hreflang="${other}" lang="${other}">${nativeName(other)}</a>`,
    )
    .join(', ');

/** A page for people. It has no inline script or style, since the content security policy forbids them. */
export const pageOf = (language: Language, title: string, parts: { links?: string; body: string }): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/docs/favicon-32x32.png">
${parts.links ?? ''}<link rel="stylesheet" href="/docs/page.css">
</head>
<body>
${parts.body}
</body>
</html>
`;

/** The page about the API. */
export function docsPage(language: Language): string {
  const words = CATALOGUES[language].publicPages.docs;
  const links = `<link rel="alternate" type="application/rss+xml" href="/api/press-notices/feed.rss?locale=${language}">
<link rel="alternate" type="application/feed+json" href="/api/press-notices/feed.json?locale=${language}">
<link rel="stylesheet" href="/docs/swagger-ui.css">
`;
  const body = `<header>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<ul>
<li><a href="/api/openapi.json">${words.document}</a></li>
<li>${words.feeds} <a href="/api/press-notices/feed.rss?locale=${language}">RSS</a>, <a href="/api/press-notices/feed.json?locale=${language}">JSON Feed</a></li>
<li>${words.directory} <a href="#/directory">directory</a></li>
<li>${words.graphql} <a href="/graphql?locale=${language}"><code>/graphql</code></a>, <a href="/api/schema.graphql">SDL</a></li>
<li>${otherLanguages(language, '/docs')}</li>
</ul>
</header>
<main id="operations"><noscript><p>${words.noScript}</p></noscript></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/page.js"></script>`;
  return pageOf(language, words.title, { links, body });
}

export const PAGE_CSS = `body { margin: 0; font-family: system-ui, sans-serif; color: #1b1b1f; background: #fff; line-height: 1.5; }
header { max-width: 87rem; margin: 0 auto; padding: 1.5rem 1.25rem 0; }
header h1 { margin: 0 0 .5rem; font-size: 1.75rem; }
a { color: #0b5394; }
a:focus-visible, button:focus-visible { outline: 3px solid #0b5394; outline-offset: 2px; }
.swagger-ui .info { display: none; }
header + main:not(#operations) { max-width: 87rem; margin: 0 auto; padding: 0 1.25rem 2rem; }
form label, form textarea { display: block; }
form label { font-weight: 600; }
form textarea { box-sizing: border-box; width: 100%; margin: .25rem 0 .5rem; padding: .5rem; border: 1px solid #5f6368; }
form textarea, pre { font: .875rem/1.45 ui-monospace, monospace; }
form button { padding: .5rem 1.25rem; border: 0; border-radius: .25rem; font: inherit; color: #fff; background: #0b5394; cursor: pointer; }
pre { min-height: 3rem; max-height: 60vh; overflow: auto; margin: 0; padding: .75rem; background: #f1f3f4; }
textarea:focus-visible, pre:focus-visible { outline: 3px solid #0b5394; outline-offset: 2px; }
`;

export const PAGE_JS = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#operations', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null });
`;
