import { escapeHtml } from '../../domain/escape-html';
import type { Language } from '../../languages/language';
import { CATALOGUES } from '../../languages';
import { otherLanguages, pageOf } from './page';

export const EXAMPLE_QUERY = `{
  businesses(pagination: { pageSize: 5 }, sort: "name") {
    documentId
    name
    address { street houseNumber }
    hours { service rule }
    offers { title kind }
  }
}`;

/** What a browser shows at `/graphql`. */
export function graphqlPage(language: Language): string {
  const words = CATALOGUES[language].publicPages.graphqlPage;
  const body = `<header>
<h1>${words.title}</h1>
<p>${words.intro}</p>
<ul>
<li><a href="/api/schema.graphql">${words.schema}</a></li>
<li><a href="/docs?locale=${language}">${words.docs}</a></li>
<li>${words.rules}</li>
<li>${otherLanguages(language, '/graphql')}</li>
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
<script src="/docs/graphql.js"></script>`;
  return pageOf(language, words.title, { body });
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
