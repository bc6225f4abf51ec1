import type { Browser, Page } from 'playwright-core';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  request,
  type Stored,
} from '../support';
import { launchChromium } from '../support/chromium';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const LIST = '/content-manager/collection-types/api::business.business';

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(120_000);

let browser: Browser;
let business: Stored;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ claim: 'Wir stehen hinter dir', hashtag: '#dortmund' });
  business = await createListing();
});
afterAll(() => browser?.close());

describe('an editor with a German panel', () => {
  let page: Page;

  beforeAll(async () => {
    const editor = await createAdmin({ role: EDITORIAL_ROLE, language: 'de' });
    page = await openPanel(browser);
    await page.goto('/admin/auth/login');
    await page.waitForLoadState('networkidle');
    await screenshot(page, 'login-de');
    await logIn(page, editor);
  });

  test('is greeted by the login page and the home page in German', async () => {
    expect(await page.title()).toMatch(/Stadtverbund$/);
    await screenshot(page, 'home-de');
  });

  test('finds the businesses with German columns', async () => {
    await visit(page, LIST);
    await page.getByRole('heading', { name: 'Betriebe', exact: true }).waitFor();
    for (const column of ['Name', 'Adresse', 'Branchen', 'Status']) {
      await columnHeader(page, column).waitFor();
    }
    await page.getByRole('link', { name: 'Buchhandlung am Ostwall' }).first().waitFor();
    await screenshot(page, 'business-list-de');
  });

  test('changes the summary, saves and publishes, and the public reads it', async () => {
    await page.getByRole('link', { name: 'Buchhandlung am Ostwall' }).first().click();
    await page.waitForLoadState('networkidle');
    const summary = page.getByLabel('Kurzbeschreibung');
    await summary.fill('Bücher, Karten und Lesungen');
    expect(await summary.inputValue()).toBe('Bücher, Karten und Lesungen');
    await page.getByText('Ein bis zwei Sätze für Listen und Vorschauen').waitFor();
    await press(page, 'Speichern', 'PUT');
    await screenshot(page, 'business-edit-de');
    await press(page, 'Veröffentlichen', 'POST');
    const { body } = await request<{ data: { summary: string } }>(`/api/businesses/${business.documentId}`);
    expect(body.data.summary).toBe('Bücher, Karten und Lesungen');
  });
});

test('an editor with an English panel reads English labels', async () => {
  const editor = await createAdmin({ role: EDITORIAL_ROLE, language: 'en' });
  const page = await openPanel(browser);
  await logIn(page, editor);
  await visit(page, LIST);
  await page.getByRole('heading', { name: 'Businesses', exact: true }).waitFor();
  await columnHeader(page, 'Categories').waitFor();
  await visit(page, `${LIST}/${business.documentId}`);
  await page.getByLabel('Summary').waitFor();
  await page.getByText('One or two sentences for lists and previews').waitFor();
  await screenshot(page, 'business-edit-en');
});

/** Presses a button of the edit view and waits for the server's answer. */
async function press(page: Page, button: string, method: 'PUT' | 'POST'): Promise<void> {
  const answer = page.waitForResponse(
    (response) =>
      response.request().method() === method && response.url().includes(`/${business.documentId}`),
  );
  await page.getByRole('button', { name: button, exact: true }).click();
  expect((await answer).status()).toBe(200);
}

function columnHeader(page: Page, text: string) {
  return page.locator('thead th').filter({ hasText: text }).first();
}

async function createListing(): Promise<Stored> {
  const district = await createDocument(
    'api::district.district',
    { name: 'Innenstadt-Ost' },
    { published: false },
  );
  const category = await createCategory({ name: 'Buchhandlung' });
  return createBusiness({
    name: 'Buchhandlung am Ostwall',
    summary: 'Bücher und Karten',
    description: 'Sortiment mit Schwerpunkt Reise, Kinderbuch und Region.',
    categories: [category.documentId],
    district: district.documentId,
    address: { street: 'Ostwall', houseNumber: '17', postcode: '44135', place: 'Dortmund' },
    contact: { phone: '0231 555123', email: 'laden@example.org', website: 'example.org' },
    hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:30; Sa 10:00-16:00' }],
    sizeClass: 'self-employed',
    attribution: {
      text: '© OpenStreetMap-Mitwirkende',
      licenceUrl: 'https://opendatacommons.org/licenses/odbl/',
    },
  });
}
