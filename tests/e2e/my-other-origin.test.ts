/** @jest-environment-options {"env": {"CORS_ORIGINS": "http://www.stadt.test:41737"}} */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename, extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createBusiness, createCityProfile, createContributor, PASSWORD, startedApp } from '../support';
import { launchChromium } from '../support/chromium';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import { addMember, complaintsOf, heading } from './my-page';
import { openWindow, PHONE } from './page-window';

jest.setTimeout(180_000);

// A website of the same site as the city, at an address of this machine that nothing else uses.
const WEBSITE = { host: '127.0.0.2', port: 41_737 };
const BUILT = join(PROJECT_ROOT, 'build', 'my-business');
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

let browser: Browser;
let website: Server;

const cityUrl = (): string => startedApp().url.replace('127.0.0.1', 'betriebe.stadt.test');
const at = (host: string, path = ''): string => `http://${host}.stadt.test:${WEBSITE.port}${path}`;

/** The page of docs/my-business.md. */
function page(): string {
  const { script, style } = JSON.parse(readFileSync(join(BUILT, 'files.json'), 'utf8')) as Record<
    string,
    string
  >;
  const settings = JSON.stringify({
    city: cityUrl(),
    roots: { de: '/mein-betrieb', en: '/en/my-business' },
    language: 'de',
    timeZone: 'Europe/Berlin',
    links: {},
    listings: { businesses: `${cityUrl()}/betriebe/{slug}` },
    sessionDays: { idle: 14, longest: 30 },
  });
  return `<!doctype html><html lang="de"><title>Stadt</title>
    <link rel="stylesheet" href="/app/${style}"><script type="module" src="/app/${script}"></script>
    <main><div id="app" data-settings="${settings.replaceAll('"', '&quot;')}"></div></main></html>`;
}

const policy = (): string =>
  [
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'",
    `img-src 'self' data: blob: ${cityUrl()}; connect-src ${cityUrl()}`,
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ].join('; ');

beforeAll(async () => {
  await createCityProfile();
  website = createServer(({ url = '/' }, answer) => {
    const file = join(BUILT, basename(url));
    const isFile = url.startsWith('/app/') && existsSync(file);
    const type = isFile ? TYPES[extname(file)] : 'text/html; charset=utf-8';
    answer.setHeader('Content-Type', type ?? 'application/octet-stream');
    answer.setHeader('Content-Security-Policy', policy());
    answer.end(isFile ? readFileSync(file) : page());
  });
  website.listen(WEBSITE.port, WEBSITE.host);
  await once(website, 'listening');
  browser = await launchChromium([
    `--host-resolver-rules=MAP betriebe.stadt.test 127.0.0.1, MAP *.stadt.test ${WEBSITE.host}`,
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  website?.closeAllConnections();
  website?.close();
});

async function fillIn(window: Page, email: string): Promise<void> {
  await window.getByLabel('E-Mail-Adresse oder Name').fill(email);
  await window.getByLabel('Passwort').fill(PASSWORD);
  await window.getByRole('button', { name: 'Anmelden' }).click();
}

it('a page of a website of the same site signs in, outlasts a reload, and changes what is the city’s', async () => {
  const { documentId, slug } = await createBusiness({ name: 'Radwerk Nord' });
  const owner = await createContributor();
  await addMember(documentId, owner);
  const { page: window, hosts } = await openWindow(browser, { viewport: PHONE });
  const complaints = complaintsOf(window);
  await window.goto(at('www', '/mein-betrieb'));
  await fillIn(window, owner.email);
  await heading(window, /^Guten Tag/).waitFor();
  await window.reload();
  await heading(window, /^Guten Tag/).waitFor();
  await window.getByRole('heading', { level: 3, name: 'Radwerk Nord' }).waitFor();
  expect(await window.locator(`a[href="${cityUrl()}/betriebe/${String(slug)}"]`).count()).toBe(1);
  await window.goto(at('www', `/mein-betrieb/mitwirkende/${documentId}`));
  await window.getByLabel('E-Mail-Adresse').fill('gast@radwerk.example');
  await window.getByRole('button', { name: 'Einladung schicken' }).click();
  await window.getByText('Die Einladung an gast@radwerk.example ist unterwegs.').waitFor();
  expect([...hosts].sort()).toEqual([cityUrl(), at('www')].sort());
  expect(complaints).toEqual([]);
  await window.context().close();
});

it('a page that CORS_ORIGINS does not name signs nobody in', async () => {
  const owner = await createContributor();
  const { page: window } = await openWindow(browser, { viewport: PHONE });
  await window.goto(at('andere', '/mein-betrieb'));
  await fillIn(window, owner.email);
  await window.getByRole('alert').getByText('Keine Verbindung.').waitFor();
  expect(await window.context().cookies(cityUrl())).toEqual([]);
  await window.context().close();
});
