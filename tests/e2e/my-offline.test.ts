import type { Browser, Page } from 'playwright-core';
import { createBusiness, createCityProfile, createContributor, startedApp } from '../support';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { addMember, complaintsOf, faultsShown, heading, signIn } from './my-page';
import { LOOKS, openWindow, PHONE } from './page-window';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ mainColour: '#9b1c1c' });
}, 120_000);
afterAll(() => browser?.close());

const NO_NET = /^(Gerade ohne Verbindung|No connection right now)/;

async function owned(name: string): Promise<{ business: string; email: string }> {
  const { documentId } = await createBusiness({ name });
  const owner = await createContributor();
  await addMember(documentId, owner);
  return { business: documentId, email: owner.email };
}

/** Waits until the browser keeps the page itself. */
const untilKept = (page: Page, root = '/mein-betrieb'): Promise<unknown> =>
  page.waitForFunction(
    `caches.open('my-business ${root}').then((cache) => cache.match('${root}')).then((shell) => Boolean(shell))`,
  );

/** What this device keeps in one of the app's databases, as text. */
const keptIn = (page: Page, name: 'seen' | 'typed'): Promise<string> =>
  page.evaluate<string>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('stadtverbund-${name}');
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('kept').objectStore('kept');
      const [keys, values] = [all.getAllKeys(), all.getAll()];
      values.onsuccess = () => resolve(JSON.stringify([keys.result, values.result]));
    };
  })`);

it('opens without a net: with what was seen last, and what was typed', async () => {
  const { business, email } = await owned('Backstube Nord');
  const { page, hosts } = await openWindow(browser, { viewport: PHONE });
  const complaints = complaintsOf(page);
  await signIn(page, email);
  await page.getByRole('heading', { level: 3, name: 'Backstube Nord' }).waitFor();
  await untilKept(page);
  await page.goto(`/mein-betrieb/bearbeiten/businesses/${business}`);
  const name = page.getByLabel(/^Name/).first();
  await name.waitFor();

  await page.context().setOffline(true);
  await name.fill('Backstube Nordlicht');
  await eventually('the draft is kept', async () => (await keptIn(page, 'typed')).includes('Nordlicht'));
  await page.goto('/mein-betrieb');
  await heading(page, /^Guten Tag/).waitFor();
  await page.getByText(NO_NET).waitFor();
  await page.getByRole('heading', { level: 3, name: 'Backstube Nord', exact: true }).waitFor();
  await page
    .getByRole('link', { name: /^Backstube Nord.*2026|^Backstube Nord/ })
    .first()
    .click();
  await name.waitFor();
  expect(await name.inputValue()).toBe('Backstube Nordlicht');

  // The net is back: it goes on by itself.
  await page.context().setOffline(false);
  await page.evaluate("window.dispatchEvent(new Event('online'))");
  await page.getByText(NO_NET).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  expect([...hosts]).toEqual([startedApp().url]);
  await page.context().close();
});

it('nothing of somebody is among kept files, and no token anywhere; signing out forgets what was seen', async () => {
  const { email } = await owned('Radwerk Süd');
  const { page } = await openWindow(browser, { viewport: PHONE });
  await signIn(page, email);
  await page.getByRole('heading', { level: 3, name: 'Radwerk Süd' }).waitFor();
  await untilKept(page);
  const kept = await page.evaluate<string[]>(
    `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
      .then((all) => all.flat().map(({ url }) => new URL(url).pathname))`,
  );
  expect(kept).toContain('/mein-betrieb');
  expect(kept.some((path) => path.startsWith('/my-business/app.') && path.endsWith('.js'))).toBe(true);
  expect(kept.some((path) => path.startsWith('/pages/pages.') && path.endsWith('.css'))).toBe(true);
  expect(kept.filter((path) => !/^\/(mein-betrieb$|my-business\/|pages\/)/.test(path))).toEqual([]);
  const seen = await keptIn(page, 'seen');
  expect(seen).toContain('Radwerk Süd');
  // A token of ours is a JWT.
  expect(seen).not.toMatch(/eyJ/);

  await page.getByRole('link', { name: 'Konto', exact: true }).click();
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
  await heading(page, 'Anmelden').waitFor();
  await eventually('it is forgotten', async () => (await keptIn(page, 'seen')) === '[[],[]]');
  await page.context().setOffline(true);
  await page.reload();
  await heading(page, 'Anmelden').waitFor();
  await page.context().close();
});

it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
  const { email } = await owned('Blumen Müller');
  const found: string[] = [];
  for (const [language, root] of [
    ['de', '/mein-betrieb'],
    ['en', '/en/my-business'],
  ] as const) {
    const { page } = await openWindow(browser, { viewport, colorScheme });
    await signIn(page, email, root);
    await page.getByRole('heading', { level: 3, name: 'Blumen Müller' }).waitFor();
    await untilKept(page, root);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(NO_NET).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Blumen Müller' }).waitFor();
    found.push(...(await faultsShown(page, `my-offline-${language}-${viewport.width}-${colorScheme}`)));
    await page.context().close();
  }
  expect(found).toEqual([]);
});
