import type { Browser, FrameLocator, Page } from 'playwright-core';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import { createAdmin, createBusiness, createCityProfile, request, startedApp, type Stored } from '../support';
import { launchChromium } from '../support/chromium';
import { logIn, openPanel, screenshot, visit } from './panel-page';

jest.setTimeout(120_000);

let browser: Browser;
let business: Stored;
let page: Page;
let preview: FrameLocator;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
  business = await createBusiness({
    name: 'Buchhandlung am Ostwall',
    summary: 'Bücher und Karten',
    description: 'Sortiment mit Schwerpunkt Reise, Kinderbuch und Region.',
    contact: { phone: '0231 555123', website: 'example.org' },
    hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:30; Sa 10:00-16:00' }],
  });
  const editor = await createAdmin({ role: EDITORIAL_ROLE, language: 'de' });
  page = await openPanel(browser, { width: 1280 });
  await logIn(page, editor);
  await visit(page, `/content-manager/collection-types/api::business.business/${business.documentId}`);
  preview = page.frameLocator('iframe');
});
afterAll(() => browser?.close());

async function save(name: string): Promise<void> {
  await page.getByLabel('Name', { exact: false }).first().fill(name);
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().includes(business.documentId),
  );
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  expect((await saved).status()).toBe(200);
}

test('an editor sees the new name of a draft in the frame, and nobody else does', async () => {
  await save('Buchhandlung im neuen Haus');
  await page.getByRole('link', { name: 'Vorschau öffnen' }).click();
  await preview.getByRole('heading', { level: 1, name: 'Buchhandlung im neuen Haus' }).waitFor();
  await preview.getByText('Entwurf – noch nicht öffentlich').waitFor();
  await screenshot(page, 'preview-panel-1280');
  const { text } = await request(`/betriebe/${String(business['slug'])}`);
  expect(text).toContain('Buchhandlung am Ostwall');
  expect(text).not.toContain('im neuen Haus');
});

test('what is published is in the other tab', async () => {
  await page.getByRole('tab', { name: /^Veröffentlicht/i }).click();
  await preview.getByRole('heading', { level: 1, name: 'Buchhandlung am Ostwall' }).waitFor();
  await preview.getByText('Veröffentlichte Fassung').waitFor();
  await page.getByRole('tab', { name: /^Entwurf/i }).click();
  await preview.getByRole('heading', { level: 1, name: 'Buchhandlung im neuen Haus' }).waitFor();
});

test('the panel shows it as on a phone', async () => {
  await page.getByRole('combobox').last().click();
  await page.getByRole('option', { name: /Mobil|Handy|Smartphone/i }).click();
  await preview.getByRole('heading', { level: 1, name: 'Buchhandlung im neuen Haus' }).waitFor();
  const { width } = (await page.locator('iframe').boundingBox()) ?? { width: 0 };
  expect(width).toBeLessThanOrEqual(377);
  await screenshot(page, 'preview-panel-phone');
});

test('the frame shows what has been saved when the panel says so', async () => {
  await startedApp()
    .strapi.documents('api::business.business')
    .update({
      documentId: business.documentId,
      locale: 'de',
      data: { name: 'Buchhandlung Gespeichert' },
    });
  await page.evaluate(
    "document.querySelector('iframe').contentWindow.postMessage({ type: 'strapiUpdate' }, location.origin)",
  );
  await preview.getByRole('heading', { level: 1, name: 'Buchhandlung Gespeichert' }).waitFor();
});

test('a link in the frame opens in a window of its own, and the preview stays', async () => {
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    preview.getByRole('contentinfo').getByRole('link', { name: 'Impressum' }).click(),
  ]);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  expect(new URL(opened.url()).pathname).toBe('/impressum');
  await opened.close();
  await preview.getByRole('heading', { level: 1, name: 'Buchhandlung Gespeichert' }).waitFor();
});

test('it fits a phone', async () => {
  const source = await page.locator('iframe').getAttribute('src');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(source ?? '');
  await page.getByText('Entwurf – noch nicht öffentlich').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await screenshot(page, 'preview-page-390', { fullPage: true });
});
