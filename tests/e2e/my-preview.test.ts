import type { Browser } from 'playwright-core';
import { createBusiness, createCityProfile, createContributor, request, startedApp } from '../support';
import { launchChromium } from '../support/chromium';
import { addMember, complaintsOf, faultsShown, heading, signIn } from './my-page';
import { LOOKS, openWindow, PHONE } from './page-window';

jest.setTimeout(180_000);

let browser: Browser;
let business: string;
let owner: Awaited<ReturnType<typeof createContributor>>;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ mainColour: '#9b1c1c' });
  business = (await createBusiness({ name: 'Backstube Nord', summary: 'Brot' })).documentId;
  owner = await createContributor();
  await addMember(business, owner);
  const changed = { data: { summary: 'Brot und Torten' } };
  await request(`/api/my/businesses/${business}`, { method: 'PUT', token: owner.token, body: changed });
}, 120_000);
afterAll(() => browser?.close());

it('shows the saved draft on the city’s own page, in a frame that runs no script', async () => {
  const { page, hosts } = await openWindow(browser, { viewport: PHONE });
  const complaints = complaintsOf(page);
  await signIn(page, owner.email);
  await page.getByRole('link', { name: 'Vorschau: Backstube Nord' }).click();
  await heading(page, 'Vorschau').waitFor();
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1, name: 'Backstube Nord' }).waitFor();
  await frame.getByText('Brot und Torten').first().waitFor();
  await frame.getByText('Entwurf – noch nicht öffentlich').waitFor();

  // A link in it leads to a window of its own, since no other page may be framed.
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('link', { name: /Impressum/ }).click(),
  ]);
  await opened.waitForURL(/impressum/);
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'In eigenem Fenster öffnen' }).click(),
  ]);
  await tab.getByRole('heading', { level: 1, name: 'Backstube Nord' }).waitFor();
  await page.getByRole('link', { name: 'Zurück zum Ändern' }).click();
  await page.waitForURL(/\/mein-betrieb\/bearbeiten\/businesses\//);
  // The frame's own script is not run, which the browser mentions.
  expect(complaints.filter((one) => !one.includes('sandboxed'))).toEqual([]);
  expect([...hosts]).toEqual([startedApp().url]);
  await page.context().close();
});

it('says so if there is nothing of one’s own', async () => {
  const stranger = await createContributor();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await signIn(page, stranger.email, `/mein-betrieb/vorschau/businesses/${business}`);
  await page.getByRole('alert').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await page.context().close();
});

it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
  const { page } = await openWindow(browser, { viewport, colorScheme });
  const found: string[] = [];
  for (const [language, path] of [
    ['de', `/mein-betrieb/vorschau/businesses/${business}`],
    ['en', `/en/my-business/preview/businesses/${business}`],
  ] as const) {
    await signIn(page, owner.email, path);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    found.push(...(await faultsShown(page, `my-preview-${language}-${viewport.width}-${colorScheme}`)));
    await page.context().clearCookies();
  }
  expect(found).toEqual([]);
  await page.context().close();
});
