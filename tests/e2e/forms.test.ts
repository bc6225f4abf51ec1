import type { Browser, Page } from 'playwright-core';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  edit,
  request,
  type AdminAccount,
  type Stored,
} from '../support';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { contributorAt, listing } from './listing-of-a-contributor';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const BUSINESS = 'api::business.business';
const EDIT_VIEW = `/content-manager/collection-types/${BUSINESS}`;

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(120_000);

let browser: Browser;
let category: string;
let renate: AdminAccount;
let page: Page;
let other: OtherEditor;

/** The second editor, who uses the same routes without a browser. */
class OtherEditor {
  constructor(private readonly token: string) {}

  async save(documentId: string, changes: Record<string, unknown>): Promise<void> {
    const path = `/content-manager/collection-types/${BUSINESS}/${documentId}`;
    const { status, text } = await request(path, { method: 'PUT', token: this.token, body: changes });
    if (status !== 200) throw new Error(text);
  }
}

const business = (attributes: Record<string, unknown> = {}): Promise<Stored> =>
  createBusiness({
    name: 'Bäckerei Stern',
    summary: 'Brot und Brötchen',
    description: 'Sauerteig aus eigener Mühle.',
    categories: [category],
    sizeClass: 'micro',
    contact: { phone: '0231 123456' },
    hours: [{ service: 'on-site', rule: 'Mo-Fr 07:00-18:00' }],
    ...attributes,
  });

const summary = (window = page) => window.getByLabel('Kurzbeschreibung');
const phone = (window = page) => window.getByLabel('Telefon', { exact: true });
const button = (name: string, window = page) => window.getByRole('button', { name, exact: true });
const dialog = (window = page) => window.getByRole('dialog');

async function open(documentId: string, window = page): Promise<void> {
  await visit(window, `${EDIT_VIEW}/${documentId}?plugins[i18n][locale]=de`);
  await summary(window).waitFor();
  // Rendered after the last read of the document.
  await window.locator('[data-moderation-panel]').waitFor();
  await window.waitForLoadState('networkidle');
}

/** The draft as another editor reads it. */
async function draft(documentId: string): Promise<Record<string, unknown>> {
  const path = `/content-manager/collection-types/${BUSINESS}/${documentId}?locale=de`;
  return (await request<{ data: Record<string, unknown> }>(path, { token: renate.token })).body.data;
}

const publicSummary = async (documentId: string): Promise<string> =>
  (await request<{ data: { summary: string } }>(`/api/businesses/${documentId}`)).body.data.summary;

/** Does something that saves, and waits until the server has accepted it. */
async function saved(documentId: string, act: () => Promise<void>, window = page): Promise<void> {
  const answer = window.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes(documentId),
  );
  await act();
  expect((await answer).status()).toBe(200);
}

/** Waits until what was typed has been stored; the browser's storage is the only sign of it. */
async function kept(window: Page, text: string): Promise<void> {
  await eventually(`"${text}" in the browser's storage`, async () =>
    JSON.stringify((await window.context().storageState()).origins).includes(text),
  );
}

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
  category = (await createCategory({ name: 'Bäckerei' })).documentId;
  renate = await createAdmin({ role: EDITORIAL_ROLE, language: 'de' });
  other = new OtherEditor((await createAdmin({ role: EDITORIAL_ROLE })).token);
  page = await openPanel(browser, { width: 1280 });
  await logIn(page, renate);
}, 120_000);
afterAll(() => browser?.close());

describe('a failed save keeps every typed value', () => {
  test('when the server refuses a field and marks it; once corrected, it saves what was typed', async () => {
    const { documentId } = await business();
    await open(documentId);
    await summary().fill('Neu geschrieben');
    await phone().fill('12');
    await button('Speichern').click();
    await page.locator('[data-strapi-field-error]').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await summary().inputValue()).toBe('Neu geschrieben');
    expect(await phone().inputValue()).toBe('12');
    await phone().fill('0231 998877');
    await saved(documentId, () => button('Speichern').click());
    expect(await draft(documentId)).toMatchObject({
      summary: 'Neu geschrieben',
      contact: { phone: '+49231998877' },
    });
  });

  test('when there is no network, and saves it when the connection is back', async () => {
    const { documentId } = await business();
    await open(documentId);
    await summary().fill('Ohne Netz geschrieben');
    await page.context().setOffline(true);
    await button('Speichern').click();
    await page.getByText('Es kam keine Antwort').first().waitFor();
    await page.context().setOffline(false);
    await page.waitForLoadState('networkidle');
    expect(await summary().inputValue()).toBe('Ohne Netz geschrieben');
    await saved(documentId, () => button('Speichern').click());
    expect(await draft(documentId)).toMatchObject({ summary: 'Ohne Netz geschrieben' });
  });

  test.each([500, 502, 503])('when the answer is a %i', async (status) => {
    const { documentId } = await business();
    await open(documentId);
    await summary().fill('Trotz Fehler');
    await page.route(`**/${documentId}*`, (route) => route.fulfill({ status, body: 'proxy' }));
    await button('Speichern').click();
    await page.getByText('Nicht gespeichert').first().waitFor();
    await page.unroute(`**/${documentId}*`);
    await saved(documentId, () => button('Speichern').click());
    expect(await draft(documentId)).toMatchObject({ summary: 'Trotz Fehler' });
  });
});

test('after the session has ended, what was typed is offered again, and a log-out deletes it', async () => {
  const { documentId } = await business();
  const window = await openPanel(browser, { width: 1280 });
  await logIn(window, renate);
  await open(documentId, window);
  await summary(window).fill('Vor dem Ende der Sitzung');
  await window.context().clearCookies();
  await button('Speichern', window).click();
  await window.getByText('Sitzung beendet').first().waitFor();
  await screenshot(window, 'form-session-ended-de');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Bestätigen' }).click();
  await window.waitForURL((url) => url.pathname.includes('/auth/'));
  await logIn(window, renate);
  await open(documentId, window);
  await window.getByText('Ungespeicherte Eingaben gefunden').waitFor();
  await screenshot(window, 'form-kept-de');
  await window.setViewportSize({ width: 390, height: 844 });
  await screenshot(window, 'form-kept-de-390');
  await window.setViewportSize({ width: 1280, height: 900 });
  await button('Wiederherstellen', window).click();
  expect(await summary(window).inputValue()).toBe('Vor dem Ende der Sitzung');
  await saved(documentId, () => button('Speichern', window).click(), window);
  expect(await draft(documentId)).toMatchObject({ summary: 'Vor dem Ende der Sitzung' });
  await window.context().close();
});

test('what was left in a closed window is offered, and deleted when it is discarded', async () => {
  const { documentId } = await business();
  await open(documentId);
  await summary().fill('Liegen gelassen');
  await kept(page, 'Liegen gelassen');
  page.once('dialog', (leaving) => void leaving.accept());
  await page.reload();
  await page.getByText('Ungespeicherte Eingaben gefunden').waitFor();
  await button('Verwerfen').click();
  expect(await summary().inputValue()).toBe('Brot und Brötchen');
  await page.reload();
  await summary().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('Ungespeicherte Eingaben gefunden').count()).toBe(0);
});

describe('a save over changes by others', () => {
  test('asks field by field, merges the rest, and saves what was chosen', async () => {
    const { documentId } = await business();
    await open(documentId);
    await summary().fill('Brot und Kuchen aus Dortmund');
    await phone().fill('0231 111111');
    await other.save(documentId, {
      summary: 'Brot und Brötchen aus dem Steinofen',
      description: 'Roggen',
      contact: { phone: '0231 222222' },
    });
    await button('Speichern').click();
    await dialog().getByText('Inzwischen geändert').waitFor();
    const fieldOf = (name: string) => dialog().locator(`[data-choice="${name}"]`);
    await dialog().getByRole('button', { name: 'Übernehmen und speichern' }).click();
    await fieldOf('summary').getByText('Bitte wählen Sie').waitFor();
    await screenshot(page, 'form-meanwhile-de');
    const mine = fieldOf('summary').getByRole('radio', { name: 'Meine Eingabe' });
    await mine.click();
    // Strapi remounts the dialog in the other width.
    await page.setViewportSize({ width: 390, height: 844 });
    await mine.and(page.locator('[aria-checked=true]')).waitFor();
    expect(await page.locator('[data-sonner-toaster]:visible').count()).toBe(0);
    await screenshot(page, 'form-meanwhile-de-390');
    await page.setViewportSize({ width: 1280, height: 900 });
    await mine.and(page.locator('[aria-checked=true]')).waitFor();
    await fieldOf('contact').getByRole('radio', { name: 'Jetziger Stand' }).click();
    await saved(documentId, () => button('Übernehmen und speichern').click());
    expect(await draft(documentId)).toMatchObject({
      summary: 'Brot und Kuchen aus Dortmund',
      description: 'Roggen',
      contact: { phone: '+49231222222' },
    });
    await eventually(
      'the number that was chosen',
      async () => (await phone().inputValue()) === '+49231222222',
    );
  });

  test('succeeds if the fields are different ones, and names them', async () => {
    const { documentId } = await business();
    await open(documentId);
    await other.save(documentId, { contact: { phone: '0231 333333' } });
    await summary().fill('Nur die Kurzbeschreibung');
    await button('Speichern').click();
    await page.getByText('Zugleich von anderen geändert').first().waitFor();
    await eventually(
      "the other one's number in the form",
      async () => (await phone().inputValue()) === '+49231333333',
    );
    expect(await draft(documentId)).toMatchObject({
      summary: 'Nur die Kurzbeschreibung',
      contact: { phone: '+49231333333' },
    });
  });
});

test('a submission that arrived in the meantime is shown before it becomes public, and the log says what was changed', async () => {
  const anna = contributorAt(await createContributor());
  const { documentId } = await anna.enter(listing('Bäckerei Mond', [category]));
  await open(documentId);
  await edit(BUSINESS, documentId, { summary: 'TEXT VOM BÄCKER' });
  await anna.submit(documentId);
  await page.getByLabel('Beschreibung', { exact: true }).first().waitFor();
  await phone().fill('0231 444444');
  await button('Veröffentlichen').click();
  await dialog().getByText('TEXT VOM BÄCKER').waitFor();
  await screenshot(page, 'form-unseen-de');
  await dialog().getByRole('button', { name: 'Gesehen, veröffentlichen' }).click();
  await page.getByText('Mit Änderungen der Redaktion').first().waitFor();
  expect(await publicSummary(documentId)).toBe('TEXT VOM BÄCKER');
});

test('every write of the form names a version, and no missing service is called', async () => {
  const { documentId } = await business();
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  await open(documentId);
  await summary().fill('Mit Fassung');
  const written = page.waitForRequest((sent) => sent.method() === 'PUT' && sent.url().includes(documentId));
  await button('Speichern').click();
  const sent = await written;
  expect(JSON.parse((await sent.headerValue('form-version')) ?? '')).toHaveProperty('de.summary');
  expect(sent.postDataJSON()).toEqual({ summary: 'Mit Fassung' });
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => /\/ai-/.test(url))).toEqual([]);
});
