import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { createBusiness, createCityProfile, request, startedApp } from '#tests/support/index';
import { openPage } from '#tests/support/pages';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "worker-src 'self'",
  "frame-src 'self'",
];

const ROOTS = [
  { path: '/mein-betrieb', language: 'de' },
  { path: '/en/my-business', language: 'en' },
];
const BELOW = ROOTS.flatMap(({ path, language }) =>
  ['/konto', '/claim/abc', '/claim/abc/more'].map((below) => ({ path: path + below, language })),
);

const fileIn = (html: string, extension: string): string =>
  new RegExp(`"(/my-business/app\\.[^"]+\\.${extension})"`).exec(html)?.[1] ?? '';

beforeAll(() => createCityProfile({ mainColour: '#9b1c1c' }));

it.each([...ROOTS, ...BELOW])('$path leads to the app, in its language', async ({ path, language }) => {
  const { status, headers, text } = await openPage(path);
  expect(status).toBe(200);
  expect(headers.get('content-language')).toBe(language);
  expect(headers.get('content-security-policy')?.split('; ').sort()).toEqual([...POLICY].sort());
  expect(headers.get('set-cookie')).toBeNull();
  expect(text).toContain('<div id="app"');
  // The city's colours, as on its other pages.
  expect(text).toMatch(/\/pages\/pages\.[0-9a-f]+\.css\?main=9b1c1c/);
  expect(text).toContain('<noscript>');
});

it.each(ROOTS)('$path is asked for again each time, and found by search engines', async ({ path }) => {
  const { headers, text } = await openPage(path);
  expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect(text).not.toContain('noindex');
});

it.each(BELOW)('$path is nobody else’s: neither stored nor indexed', async ({ path }) => {
  const { headers, text } = await openPage(path);
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('x-robots-tag')).toBe('noindex');
  expect(text).toContain('noindex');
});

it.each(['js', 'css'])('its %s stays under its address for good', async (extension) => {
  const { text: html } = await openPage('/mein-betrieb');
  const { status, headers } = await request(fileIn(html, extension));
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('content-type')).toContain(extension === 'js' ? 'text/javascript' : 'text/css');
});

it('its script is below 250 kB (gzip)', async () => {
  const { text: html } = await openPage('/mein-betrieb');
  const { text } = await request(fileIn(html, 'js'));
  const size = gzipSync(text).length;
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(250_000);
});

it('pages lead to it: footer, start, and whose listing it is', async () => {
  const { slug, documentId } = await createBusiness();
  expect((await openPage('/')).text).toContain('href="/mein-betrieb"');
  expect((await openPage('/en/imprint')).text).toContain('href="/en/my-business"');
  const claim = (path: string) => openPage(path).then(({ text }) => text);
  expect(await claim(`/betriebe/${String(slug)}`)).toContain(
    `href="/mein-betrieb/uebernehmen/${documentId}"`,
  );
  expect(await claim(`/en/businesses/${String(slug)}`)).toContain(
    `href="/en/my-business/claim/${documentId}"`,
  );
});

it.each([
  ['/konto/bestaetigt', '/mein-betrieb'],
  ['/en/account/confirmed', '/en/my-business'],
  ['/konto/passwort-gesetzt', '/mein-betrieb'],
  ['/en/account/invitation-accepted', '/en/my-business'],
])('%s, where mails lead, leads on to %s', async (path, to) => {
  expect((await openPage(path)).text).toContain(`<a class="button" href="${to}">`);
});

describe('installed', () => {
  it.each([
    { language: 'de', root: '/mein-betrieb', title: 'Mein Betrieb' },
    { language: 'en', root: '/en/my-business', title: 'My business' },
  ])('in $language it has a name, icons in the city’s colour, and begins at its root', async (about) => {
    const { language, root, title } = about;
    const { text: html } = await openPage(root);
    expect(html).toContain(`<link rel="manifest" href="/my-business/manifest.${language}.webmanifest"/>`);
    expect(html).toContain('<meta name="theme-color" content="#9b1c1c"/>');
    const { status, headers, text } = await request(`/my-business/manifest.${language}.webmanifest`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/manifest+json; charset=utf-8']);
    const manifest = JSON.parse(text) as { icons: { src: string; sizes: string; purpose: string }[] };
    expect(manifest).toMatchObject({
      name: expect.stringContaining(title) as string,
      lang: language,
      start_url: root,
      scope: root,
      display: 'standalone',
      theme_color: '#9b1c1c',
    });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort()).toEqual(
      ['180x180 maskable', '192x192 any', '512x512 any', '512x512 maskable'].sort(),
    );
    for (const { src, sizes } of manifest.icons) {
      const picture = await fetch(startedApp().url + src);
      const { width, height, format } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
      expect([src, `${width}x${height}`, format]).toEqual([src, sizes, 'png']);
    }
  });

  it('its worker is for pages that are not below it, and asked for again', async () => {
    const { status, headers, text } = await request('/my-business/worker.js');
    expect(status).toBe(200);
    expect(headers.get('service-worker-allowed')).toBe('/');
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(text).not.toMatch(/import|eval/);
  });
});
