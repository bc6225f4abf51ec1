import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createDocument,
  request,
  startedApp,
  type Stored,
} from '../../support';

const WARNING = 'Archiviert & überholt < heute';
let notice: Stored;

beforeAll(async () => {
  await createCityProfile({ archiveWarning: WARNING });
  await createBusiness();
  notice = await createDocument('api::press-notice.press-notice', {
    title: 'Märkte & „Feste“ < 2026 ]]>',
    teaser: 'Kurz & gut',
    publishedOn: '2026-03-17',
    author: 'Presseamt',
    topics: [{ name: 'Märkte & Co.' }],
    body: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Was ist neu?' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: '1 < 2 & "3" ' },
          { type: 'text', text: 'fett', bold: true },
          { type: 'link', url: 'https://example.org/?a=1&b=2', children: [{ type: 'text', text: 'mehr' }] },
        ],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [{ type: 'list-item', children: [{ type: 'text', text: 'eins' }] }],
      },
    ],
  });
  await createDocument('api::press-notice.press-notice', {
    title: 'Alt',
    teaser: 'Alt',
    publishedOn: '2020-03-17',
    archivedAt: '2021-01-01T00:00:00.000Z',
  });
  await createDocument(
    'api::press-notice.press-notice',
    { title: 'Geheimentwurf', publishedOn: '2026-03-18' },
    { published: false },
  );
});

describe('the feeds of press notices', () => {
  it('RSS 2.0 is well formed, complete and links to itself', async () => {
    const { status, text, headers } = await request('/api/press-notices/feed.rss');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8']);
    const feed = parseRssFeed(text);
    const { url } = startedApp();
    expect(feed).toMatchObject({ title: 'Pressemitteilungen: Dortmund', language: 'de' });
    expect(feed.link).toMatch(/\/presse$/);
    expect(feed.items?.[0]?.link).toMatch(new RegExp(`/presse/${String(notice['slug'])}$`));
    expect(feed.atom?.links?.[0]).toMatchObject({
      rel: 'self',
      href: `${url}/api/press-notices/feed.rss?locale=de`,
    });
    expect(feed.items).toHaveLength(2);
    expect(feed.items?.[0]).toMatchObject({
      title: 'Märkte & „Feste“ < 2026 ]]>',
      description: 'Kurz & gut',
      categories: [{ name: 'Märkte & Co.' }],
      guid: { value: `urn:x-stadtverbund:press-notice:${notice.documentId}:de`, isPermaLink: false },
      dc: { creators: ['Presseamt'] },
    });
    expect(new Date(feed.items?.[0]?.pubDate ?? '').toISOString()).toBe('2026-03-16T23:00:00.000Z');
    expect(text).not.toContain('Geheimentwurf');
  });

  it('bodies are HTML in which all text is escaped', async () => {
    const { body } = await request<{ items: { content_html: string; content_text: string }[] }>(
      '/api/press-notices/feed.json',
    );
    expect(body.items[0]?.content_html).toBe(
      '<h2>Was ist neu?</h2><p>1 &lt; 2 &amp; &quot;3&quot; <strong>fett</strong><a href="https://example.org/?a=1&amp;b=2">mehr</a></p><ol><li>eins</li></ol>',
    );
    expect(body.items[0]?.content_text).toBe('Was ist neu?\n\n1 < 2 & "3" fettmehr\n\n- eins');
  });

  it('JSON Feed 1.1 says the same', async () => {
    const { status, text, headers } = await request('/api/press-notices/feed.json?locale=de');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/feed+json; charset=utf-8']);
    const feed = parseJsonFeed(text);
    expect(feed).toMatchObject({
      feed_url: `${startedApp().url}/api/press-notices/feed.json?locale=de`,
      language: 'de',
    });
    expect(feed.items?.[0]).toMatchObject({ authors: [{ name: 'Presseamt' }], tags: ['Märkte & Co.'] });
    expect((JSON.parse(text) as { version: string }).version).toBe('https://jsonfeed.org/version/1.1');
  });

  it('archived notices carry the warning of the city', async () => {
    const { body } = await request<{ items: { content_html: string; content_text: string }[] }>(
      '/api/press-notices/feed.json',
    );
    expect(body.items[1]?.content_html).toContain('Archiviert &amp; überholt &lt; heute');
    expect(body.items[1]?.content_text).toContain(WARNING);
  });

  it('a language without notices gives a valid empty feed', async () => {
    const { status, text } = await request('/api/press-notices/feed.json?locale=en');
    expect([status, (JSON.parse(text) as { items: unknown[]; title: string }).items]).toEqual([200, []]);
    expect(text).toContain('Press notices: Dortmund');
    expect((await request('/api/press-notices/feed.rss?locale=en')).status).toBe(200);
  });

  it('an unknown parameter is refused by name', async () => {
    const { status, text } = await request('/api/press-notices/feed.rss?status=draft');
    expect([status, text.includes('status')]).toEqual([400, true]);
    expect((await request('/api/press-notices/feed.rss?locale=*')).status).toBe(400);
  });
});

describe('caching', () => {
  it.each([
    '/api/businesses',
    '/api/press-notices/feed.rss',
    '/api/press-notices/feed.json',
    '/api/openapi.json',
    '/docs',
  ])('%s has an ETag that saves the transfer', async (path) => {
    const first = await request(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(first.headers.get('vary')).toMatch(/Authorization/);
    const again = await request(path, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('an answer to a token is private, an error is not cached', async () => {
    expect((await request('/api/businesses?status=draft')).headers.get('cache-control')).toBe('no-store');
  });

  it('the ETag changes with what is published', async () => {
    const before = (await request('/api/businesses')).headers.get('etag');
    await createBusiness();
    expect((await request('/api/businesses')).headers.get('etag')).not.toBe(before);
  });
});

describe('the page about the API', () => {
  it.each(['de', 'en'])(
    'is available in %s, with everything served from here and nothing inline',
    async (language) => {
      const { status, text, headers } = await request(`/docs?locale=${language}`);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}">`);
      expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
      expect(text).not.toMatch(/<style|<script>|style=|onclick|https?:\/\//);
      for (const [, path = ''] of text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
        expect([path, (await request(path, { headers: { accept: 'text/html' } })).status]).toEqual([
          path,
          200,
        ]);
    },
  );
});

describe('files', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  const upload = async (name: string, type: string, bytes: Buffer) => {
    const { token } = await createAdmin();
    const form = new FormData();
    form.append('files', new Blob([bytes], { type }), name);
    return request('/upload', { method: 'POST', body: form, token });
  };

  it('an image is accepted from an editor', async () => {
    expect((await upload('bild.png', 'image/png', PNG)).status).toBe(201);
  });

  it.each([
    [
      'a page named as an image',
      'bild.png',
      'image/png',
      Buffer.from('<html><script>alert(1)</script></html>'),
    ],
    ['a page', 'seite.html', 'text/html', Buffer.from('<html></html>')],
    ['an image named as a page', 'bild.html', 'text/html', PNG],
    [
      'an SVG',
      'bild.svg',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    [
      'an SVG named as an image',
      'bild.jpg',
      'image/jpeg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['more than 10 MB', 'gross.png', 'image/png', Buffer.concat([PNG, Buffer.alloc(11 * 1024 * 1024)])],
  ])('%s is refused', async (_what, name, type, bytes) => {
    const { status } = await upload(name, type, bytes);
    expect([400, 403, 413]).toContain(status);
  });

  it('nobody uploads from outside', async () => {
    const form = new FormData();
    form.append('files', new Blob([PNG], { type: 'image/png' }), 'bild.png');
    expect([404, 405]).toContain((await request('/api/upload', { method: 'POST', body: form })).status);
  });
});
