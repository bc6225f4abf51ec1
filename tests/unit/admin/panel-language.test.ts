import { speakPanelLanguage } from '#src/admin/strapi/patches/fetch';

function page(language: string) {
  const sent: { address: string; language: string | null }[] = [];
  const window = {
    document: { documentElement: { lang: language } },
    location: { href: 'https://stadt.example/admin/', origin: 'https://stadt.example' },
    strapi: { backendURL: 'https://cms.stadt.example' },
    fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      const address = input instanceof Request ? input.url : String(input);
      sent.push({ address, language: headers.get('accept-language') });
      return Promise.resolve(new Response());
    },
  };
  speakPanelLanguage(window);
  return { window, sent };
}

test.each([
  ['the own origin', '/upload/files', 'de'],
  ['the server of the panel', 'https://cms.stadt.example/admin/users/me', 'de'],
  ['anybody else', 'https://api.github.com/x', null],
])('%s gets the language of the panel', async (_who, address, language) => {
  const { window, sent } = page('de');
  await window.fetch(address, { headers: { 'Content-Type': 'application/json', 'Accept-Language': 'fr' } });
  expect(sent).toEqual([{ address, language: language ?? 'fr' }]);
});

test('the language is the current one', async () => {
  const { window, sent } = page('de');
  window.document.documentElement.lang = 'en';
  await window.fetch(new Request('https://stadt.example/x'));
  expect(sent[0]?.language).toBe('en');
});
