import { createCityProfile, createContributor, request, startedApp } from '../../support';
import { openPage, sendForm } from '../../support/pages';

const PUBLIC_PAGES = [
  ['/', '/en'],
  ['/suche', '/en/search'],
  ['/karte', '/en/map'],
  ['/betriebe', '/en/businesses'],
  ['/angebote', '/en/offers'],
  ['/kampagnen', '/en/campaigns'],
  ['/beratung', '/en/advice'],
  ['/presse', '/en/press'],
  ['/wir', '/en/about-us'],
  ['/impressum', '/en/imprint'],
  ['/datenschutz', '/en/privacy'],
  ['/barrierefreiheit', '/en/accessibility'],
  ['/nutzungsbedingungen', '/en/terms'],
  ['/wie-wir-sortieren', '/en/how-we-sort'],
  ['/melden', '/en/report'],
  ['/konto', '/en/account'],
  ['/konto/passwort-vergessen', '/en/account/forgotten-password'],
  ['/konto/bestaetigung-anfordern', '/en/account/ask-confirmation'],
] as const;
const PRIVATE_PAGES = [
  ['/melden/angekommen', '/en/report/arrived'],
  ['/konto/mail-unterwegs', '/en/account/mail-sent'],
  ['/konto/bestaetigen', '/en/account/confirm'],
  ['/konto/bestaetigt', '/en/account/confirmed'],
  ['/konto/neues-passwort', '/en/account/new-password'],
  ['/konto/passwort-gesetzt', '/en/account/password-set'],
  ['/konto/einladung', '/en/account/invitation'],
  ['/konto/einladung-angenommen', '/en/account/invitation-accepted'],
] as const;
const both = (pages: readonly (readonly [de: string, en: string])[]) =>
  pages.flatMap(([de, en]) => [
    { path: de, language: 'de', other: en },
    { path: en, language: 'en', other: de },
  ]);
const ALL = both([...PUBLIC_PAGES, ...PRIVATE_PAGES]);

beforeAll(() => createCityProfile({ imprint: 'Stadt Musterstadt\nMarkt 1\n\nMüller & Söhne, "Rat" < 3' }));

const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));

it.each(ALL)('$path is a whole page in its language', async ({ path, language, other }) => {
  const { status, headers, text } = await openPage(path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-language')).toBe(language);
  expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
  expect(text.match(/<h1>/g)).toHaveLength(1);
  // The link to the other language leads to the same page.
  expect(text).toContain(`<a href="${other}" hrefLang="${language === 'de' ? 'en' : 'de'}"`);
  const head = await request(path, { method: 'HEAD' });
  expect([head.status, head.text]).toEqual([200, '']);
});

it.each(ALL)('$path sets no cookie and gets nothing from elsewhere', async ({ path }) => {
  const { headers, text } = await openPage(path, { cookie: 'koa.sess=x; other=1' });
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect(text).not.toMatch(/<style|<script(?! type="module" src="\/)|\sstyle=|\son\w+=/);
  const { url } = startedApp();
  const elsewhere = linksIn(text).filter(
    (link) => !/^(\/(?!\/)|#)/.test(link) && !link.startsWith(`${url}/`),
  );
  expect(elsewhere).toEqual([]);
});

it('no link of a page is dead, in no language', async () => {
  const seen = new Map<string, number>();
  const open: string[] = ALL.map(({ path }) => path);
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(path)) continue;
    const { status, text } = await openPage(path);
    seen.set(path, status);
    if (!path.startsWith('/docs')) open.push(...linksIn(text).filter((link) => /^\/(?!admin)/.test(link)));
  }
  expect([...seen].filter(([, status]) => status !== 200)).toEqual([]);
  expect(seen.size).toBeGreaterThan(ALL.length + 2);
});

it.each(both(PUBLIC_PAGES))('search engines know $path under one address for each language', async (page) => {
  const { headers, text } = await openPage(`${page.path}?utm_source=x`);
  const { url } = startedApp();
  expect(text).toContain(`<link rel="canonical" href="${url}${page.path}"/>`);
  for (const path of [page.path, page.other])
    expect(text).toMatch(new RegExp(`<link rel="alternate" hrefLang="(de|en)" href="${url}${path}"/>`));
  expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
});

it.each(both(PRIVATE_PAGES))('search engines and caches do not know $path', async ({ path }) => {
  const { headers, text } = await openPage(path);
  expect(text).toContain('<meta name="robots" content="noindex"/>');
  expect(text).not.toMatch(/canonical|alternate/);
  expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual(
    ['no-store', 'no-referrer', 'noindex'],
  );
});

it('the files of pages never change under their address', async () => {
  const { text } = await openPage('/');
  const files = linksIn(text).filter((link) => link.startsWith('/pages/'));
  expect(files).toHaveLength(2);
  const { text: css } = await request(files.find((file) => file.includes('.css')) ?? '');
  // The font, and its licence.
  const further = css.match(/\/pages\/font-[a-z-]+\.[0-9a-f]+\.(woff2|txt)/g) ?? [];
  expect(further).toHaveLength(3);
  for (const file of [...files, ...further]) {
    const { status, headers } = await request(file);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  }
});

it('the font has the letters of German, Turkish and Polish, and its licence is sent with it', async () => {
  const { text } = await openPage('/');
  const { text: css } = await request(linksIn(text).find((link) => link.includes('.css')) ?? '');
  const ranges = [...css.matchAll(/unicode-range: ([^;]*);/g)].flatMap(([, all = '']) =>
    all.split(',').map((range) => {
      const [from = '', to = from] = range.trim().slice(2).split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    }),
  );
  const missing = [...'äöüÄÖÜßẞ„“–·€ğĞşŞıİąćęłńóśźżŁŻ'].filter((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return !ranges.some(([from, to]) => from <= point && point <= to);
  });
  expect(missing).toEqual([]);
  const licence = /\/pages\/font-licence\.[0-9a-f]+\.txt/.exec(css)?.[0] ?? '';
  expect((await request(licence)).text).toContain('SIL OPEN FONT LICENSE Version 1.1');
});

it('the imprint is that of the profile, as text', async () => {
  const { text } = await openPage('/impressum');
  expect(text).toContain('Stadt Musterstadt\nMarkt 1</p>');
  expect(text).toContain('Müller &amp; Söhne, &quot;Rat&quot; &lt; 3');
});

describe('who asks for a page and cannot have it', () => {
  it.each([
    ['an unknown address', '/gibt-es-nicht', {}, 404, 'de', 'Diese Seite gibt es nicht'],
    ['one below the English pages', '/en/nothing', {}, 404, 'en', 'There is no such page'],
    [
      'one by who reads English',
      '/nothing',
      { 'accept-language': 'en-GB' },
      404,
      'en',
      'There is no such page',
    ],
    [
      'a private page with a slash too many',
      '/konto/bestaetigen/',
      {},
      404,
      'de',
      'Diese Seite gibt es nicht',
    ],
    ['an address of 9,000 letters', `/${'a'.repeat(9_000)}`, {}, 400, 'de', 'Das war so nicht möglich'],
    ['a wrongly encoded address', '/%FF', {}, 400, 'de', 'Das war so nicht möglich'],
  ])('reads a page: %s', async (_what, path, more, status, language, title) => {
    const answer = await openPage(path, more);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<html lang="${language}">`);
    expect(answer.text).toContain(`<h1>${title}</h1>`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')).toMatch(/Accept\b(?!-)/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['/api/gibt-es-nicht', '/content-manager/gibt-es-nicht', '/uploads/nichts.png', '/graphql/x'])(
    'of programs, reads JSON in a browser, too: %s',
    async (path) => {
      const { headers } = await openPage(path);
      expect(headers.get('content-type')).toContain('application/json');
    },
  );

  it.each(['*/*', 'application/json', 'application/json, text/html'])(
    'is a program that accepts %s, and reads JSON',
    async (accept) => {
      const { status, headers } = await request('/gibt-es-nicht', { headers: { accept } });
      expect([status, headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    },
  );

  it('is told nothing of what is inside when something fails', async () => {
    const { connection } = startedApp().strapi.db;
    await connection.raw('alter table up_users rename to up_users_gone');
    try {
      // A confirmation is looked for in the database.
      const { status, text } = await openPage('/konto/bestaetigen?confirmation=x');
      expect(status).toBe(500);
      expect(text).toContain('<h1>Das hat leider nicht geklappt</h1>');
      expect(text).not.toContain('up_users');
    } finally {
      await connection.raw('alter table up_users_gone rename to up_users');
    }
  });
});

it('a form is taken as browsers send it, of bounded size, and only where there is one', async () => {
  const path = '/konto/passwort-vergessen';
  const json = await request(path, { body: { email: 'a@example.org' } });
  expect(json.status).toBe(415);
  expect((await sendForm(path, { email: 'x'.repeat(70_000) })).status).toBe(413);
  expect((await sendForm(path, { email: 'a\u0000b@example.org' })).status).toBe(400);
  expect((await sendForm('/', { email: 'a@example.org' })).status).toBe(415);
  expect((await sendForm('/api/auth/forgot-password', { email: 'a@example.org' })).status).toBe(415);
});

it('a page is the same for someone who is signed in', async () => {
  const { token } = await createContributor();
  const own = await openPage('/konto', { authorization: `Bearer ${token}` });
  expect(own.text).toBe((await openPage('/konto')).text);
});

// The last, since it uses up what this address may ask for.
it('who asks for mails too often is asked to wait', async () => {
  const answers = [];
  for (let at = 0; at < 40; at += 1)
    answers.push(await sendForm('/konto/passwort-vergessen', { email: `oft${at}@example.org` }));
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(last?.text).toContain('Zu viele Versuche');
  // What was typed is still there.
  expect(last?.text).toContain('value="oft39@example.org"');
});
