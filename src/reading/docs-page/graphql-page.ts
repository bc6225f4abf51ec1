import { escapeHtml } from '../../domain/escape-html';
import { LANGUAGES, type Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import { nativeName } from './page';

export const EXAMPLE_QUERY = `{
  businesses(pagination: { pageSize: 5 }, sort: "name") {
    documentId
    name
    address { street houseNumber }
    hours { service rule }
    offers { title kind }
  }
}`;

/** What a browser shows at `/graphql`. No inline script or style, since the content security policy forbids them. */
export function graphqlPage(language: Language): string {
  const words = CATALOGUES[language].publicPages.graphqlPage;
  const others = LANGUAGES.filter((other) => other !== language).map(
    (other) =>
      `<a href="/graphql?locale=${other}" hreflang="${other}" lang="${other}">${nativeName(other)}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/page.css">
</head>
<body>
<header>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<ul>
<li><a href="/api/schema.graphql">${words.schema}</a></li>
<li><a href="/docs?locale=${language}">${words.docs}</a></li>
<li>${words.rules}</li>
<li>${others.join(', ')}</li>
</ul>
</header>
<main>
<form id="query" data-failed="${words.failed}">
<label for="document">${words.query}</label>
<textarea id="document" rows="11" spellcheck="false" autocapitalize="off">${escapeHtml(EXAMPLE_QUERY)}</textarea>
<button type="submit">${words.run}</button>
</form>
<noscript><p>${words.noScript}</p></noscript>
<h2 id="answer-title">${words.answer}</h2>
<pre id="answer" tabindex="0" aria-live="polite" aria-labelledby="answer-title"></pre>
</main>
<script src="/docs/graphql.js"></script>
</body>
</html>
`;
}

export const GRAPHQL_JS = `const form = document.getElementById('query');
const answer = document.getElementById('answer');
const text = document.getElementById('document');
const asked = new URLSearchParams(location.search).get('query');
if (asked) text.value = asked;
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify({ query: text.value }),
    });
    answer.textContent = JSON.stringify(await response.json(), null, 2);
  } catch {
    answer.textContent = form.dataset.failed;
  }
});
`;
