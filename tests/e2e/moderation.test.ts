import type { Browser, Page } from 'playwright-core';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  request,
  startedApp,
  type AdminAccount,
} from '../support';
import { launchChromium } from '../support/chromium';
import { contributorAt, listing, publicBusiness } from './listing-of-a-contributor';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const QUEUE = '/plugins/moderation';
const EDIT_VIEW = '/content-manager/collection-types/api::business.business';

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(120_000);

let browser: Browser;
let category: string;
let anna: ReturnType<typeof contributorAt>;
let editor: AdminAccount;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ boundingBox: { south: 51.416, west: 7.302, north: 51.6, east: 7.638 } });
  category = (await createCategory({ name: 'Bäckerei' })).documentId;
  await startedApp()
    .strapi.documents('api::category.category')
    .update({ documentId: category, locale: 'en', data: { name: 'Bakery' } });
  anna = contributorAt(await createContributor());
  editor = await createAdmin({ role: EDITORIAL_ROLE, language: 'de' });
  page = await openPanel(browser);
  await logIn(page, editor);
}, 120_000);
afterAll(() => browser?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const field = (name: string) => page.locator(`[data-field="${name}"]`);

/** A screenshot of the whole page: the panel scrolls inside, so the window is made high enough. */
async function tall(window: Page, name: string): Promise<void> {
  const size = window.viewportSize();
  if (!size) return screenshot(window, name);
  await window.setViewportSize({ ...size, height: 2600 });
  await screenshot(window, name);
  await window.setViewportSize(size);
}

/** A contributor's new listing, submitted. */
async function submitted(name: string, part: object = {}): Promise<string> {
  const { documentId } = await anna.enter({ ...listing(name, [category]), ...part });
  await anna.submit(documentId);
  return documentId;
}

/** Opens a submission from the queue, as an editor does. */
async function open(name: string): Promise<void> {
  await visit(page, QUEUE);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
  await page.getByRole('heading', { name: 'Was sich ändert' }).waitFor();
}

async function approve(): Promise<void> {
  await button('Freigeben').click();
  await page.getByText('ist freigegeben und öffentlich').first().waitFor();
}

test('from "contributor submits by REST" to "public API shows it"', async () => {
  const documentId = await submitted('Bäckerei Sonne');
  expect((await publicBusiness(documentId)).status).toBe(404);

  await visit(page, '');
  await page.getByText('Wartet auf Prüfung').waitFor();
  await page.locator('[data-waiting-widget]').getByText('Einreichung', { exact: true }).waitFor();
  await screenshot(page, 'moderation-widget-de');

  await page.getByRole('link', { name: 'Zu den Einreichungen' }).click();
  await page.getByRole('heading', { name: 'Einreichungen prüfen' }).waitFor();
  await page.getByRole('link', { name: 'Bäckerei Sonne' }).click();
  await field('name').waitFor();
  await tall(page, 'moderation-new-listing-de');
  expect((await publicBusiness(documentId)).status).toBe(404);
  await approve();
  await page.getByText('Über diese Fassung ist entschieden').waitFor();
  expect(await publicBusiness(documentId)).toMatchObject({ status: 200, name: 'Bäckerei Sonne' });
});

describe('a change to a public listing', () => {
  let documentId: string;

  beforeAll(async () => {
    const [before, after] = [
      await anna.upload({ r: 180, g: 120, b: 60 }),
      await anna.upload({ r: 40, g: 120, b: 90 }),
    ];
    documentId = await submitted('Bäckerei Mond', {
      photos: [{ image: before, alternativeText: 'Die Theke', credit: 'Anna Muster' }],
    });
    await open('Bäckerei Mond');
    await approve();
    await anna.change(documentId, {
      summary: 'Wir backen jeden Morgen frisches Brot und Kuchen aus Dortmunder Mehl.',
      location: { latitude: 51.53, longitude: 7.51 },
      photos: [{ image: after, alternativeText: 'Der neue Tresen', credit: 'Anna Muster' }],
      address: { street: 'Kampstraße', houseNumber: '12', postcode: '44137', place: 'Dortmund' },
    });
    await anna.change(documentId, { summary: 'Fresh bread every morning.' }, 'en');
    await anna.submit(documentId);
  }, 60_000);

  test('is shown next to the public version, with the changed words marked', async () => {
    await open('Bäckerei Mond');
    const summary = field('summary').first();
    expect(await summary.locator('[data-side=before] del').allInnerTexts()).toEqual(['Brötchen']);
    expect(await summary.locator('[data-side=after] ins').allInnerTexts()).toEqual([
      'Kuchen aus Dortmunder Mehl',
    ]);
    expect(await field('address').locator('[data-side=after] ins').allInnerTexts()).toEqual([
      'Kampstraße',
      '12',
    ]);
    await field('location').getByText('Verschoben um').waitFor();
    await field('location')
      .getByRole('img', { name: /Lage im Stadtgebiet/ })
      .first()
      .waitFor();
    expect(await field('photos').first().getByRole('img').count()).toBe(2);
    // The new language gets the picture, but not the text of the other language.
    expect(await field('photos').nth(1).locator('[data-side=after]').getByRole('img').count()).toBe(1);
    await field('photos').getByText('Beschreibung: Der neue Tresen').waitFor();
    await page.getByRole('heading', { name: 'Auf Englisch' }).waitFor();
    expect(await field('name').count()).toBe(0);
    await page
      .getByRole('button', { name: /unveränderte/ })
      .first()
      .click();
    await page.getByRole('table', { name: 'Vor Ort' }).waitFor();
    await tall(page, 'moderation-review-de');
  });

  test('nothing is decided on a version that is no longer the current one', async () => {
    await open('Bäckerei Mond');
    await anna.withdraw(documentId);
    await anna.change(documentId, { summary: 'Brot, Kuchen und Kaffee.' });
    await anna.submit(documentId);
    await button('Freigeben').click();
    await page.locator('[data-stale]').waitFor();
    await page.locator('[data-stale]:focus').waitFor();
    expect(await button('Freigeben').isDisabled()).toBe(true);
    expect((await publicBusiness(documentId)).summary).toContain('Brötchen');
    await screenshot(page, 'moderation-stale-de');
    await button('Neu laden').click();
    await field('summary').getByText('Kaffee').first().waitFor();
    await approve();
    expect((await publicBusiness(documentId)).summary).toBe('Brot, Kuchen und Kaffee.');
  });
});

test('changes are requested with a template that is edited in the same place', async () => {
  const documentId = await submitted('Café Stern');
  await open('Café Stern');
  await button('Änderung erbitten').click();
  await dialog().getByRole('button', { name: 'Vorlagen bearbeiten' }).click();
  await dialog().getByRole('button', { name: 'Neue Vorlage' }).click();
  await dialog().getByLabel('Name in der Auswahl').fill('Kurztext');
  await dialog().getByLabel('Text auf Deutsch').fill('Bitte beschreiben Sie Ihr Angebot in einem Satz.');
  await dialog().getByLabel('Text auf Englisch').fill('Please describe your offer in one sentence.');
  await dialog().getByRole('button', { name: 'Speichern' }).click();
  await dialog().getByText('Kurztext').waitFor();
  await screenshot(page, 'moderation-templates-de');
  await dialog().getByRole('button', { name: 'Zurück zur Begründung' }).click();
  await dialog().getByRole('combobox', { name: 'Vorlage' }).click();
  await page.getByRole('option', { name: 'Kurztext' }).click();
  const reason = dialog().getByRole('textbox');
  expect(await reason.inputValue()).toBe('Bitte beschreiben Sie Ihr Angebot in einem Satz.');
  await screenshot(page, 'moderation-request-changes-de');
  await dialog().getByRole('button', { name: 'Änderung erbitten' }).click();
  await page.getByText('wird um eine Änderung').first().waitFor();
  expect(await anna.read(documentId)).toMatchObject({
    state: 'changes-requested',
    message: 'Bitte beschreiben Sie Ihr Angebot in einem Satz.',
  });
});

test('a rejection needs a reason, and the focus moves to it', async () => {
  const documentId = await submitted('Kiosk Komet');
  await open('Kiosk Komet');
  await button('Ablehnen').focus();
  await page.keyboard.press('Enter');
  const reason = dialog().getByRole('textbox');
  await reason.waitFor();
  await dialog().getByRole('button', { name: 'Ablehnen' }).click();
  await dialog().getByText('Bitte schreiben Sie eine Begründung.').waitFor();
  await dialog().locator('textarea:focus').waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.locator('button:focus', { hasText: 'Ablehnen' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Den Betrieb gibt es nicht.');
  await dialog().getByRole('button', { name: 'Ablehnen' }).click();
  await page.getByText('ist abgelehnt').first().waitFor();
  expect(await anna.read(documentId)).toMatchObject({ state: 'rejected' });
  expect((await publicBusiness(documentId)).status).toBe(404);
});

test('the key N opens the next submission, but not while someone is typing', async () => {
  await submitted('Eisdiele Nord');
  await submitted('Eisdiele Süd');
  await open('Eisdiele Nord');
  await button('Ablehnen').click();
  await page.keyboard.type('nn');
  expect(await dialog().getByRole('textbox').inputValue()).toBe('nn');
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Eisdiele Süd', level: 1 }).waitFor();
  expect(await page.getByText('Eingereicht', { exact: true }).count()).toBeGreaterThan(0);
});

test('two editors who look at the same submission see each other', async () => {
  await submitted('Gasthaus Zwilling');
  const other = await openPanel(browser);
  await logIn(other, await createAdmin({ role: EDITORIAL_ROLE, language: 'en' }));
  await visit(other, QUEUE);
  await other.getByRole('link', { name: 'Gasthaus Zwilling' }).click();
  await other.getByRole('heading', { name: 'What changes' }).waitFor();
  await open('Gasthaus Zwilling');
  await page.getByText('Sieht gerade auch hin: Erika Muster').waitFor();
  await screenshot(page, 'moderation-onlooker-de');
  await tall(other, 'moderation-review-en');
  await visit(other, QUEUE);
  await other.getByRole('heading', { name: 'Review submissions' }).waitFor();
  await other.getByRole('link', { name: 'Gasthaus Zwilling' }).waitFor();
  await screenshot(other, 'moderation-queue-en');
  await visit(other, '');
  await other.getByText('Waits for review').waitFor();
  await other.locator('[data-waiting-widget]').waitFor();
  await screenshot(other, 'moderation-widget-en');
  await other.context().close();
});

test('the panel in the edit view suspends and reinstates with a reason', async () => {
  const { documentId } = await createBusiness({ name: 'Buchladen Ost' });
  await visit(page, `${EDIT_VIEW}/${documentId}`);
  const panel = page.locator('[data-moderation-panel]');
  await panel.getByText('Öffentlich', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Sperren …' }).click();
  await dialog().getByRole('textbox').fill('Hinweis auf falsche Angaben, wird geklärt.');
  await screenshot(page, 'moderation-suspend-de');
  await dialog().getByRole('button', { name: 'Sperren', exact: true }).click();
  await panel.getByText('Gesperrt', { exact: true }).first().waitFor();
  expect((await publicBusiness(documentId)).status).toBe(404);
  await panel.getByText('Hinweis auf falsche Angaben').waitFor();
  // The form next to it knows too, without reloading the page.
  await page.getByRole('status', { name: 'gesperrt' }).first().waitFor();
  await tall(page, 'moderation-panel-de');
  await panel.getByRole('button', { name: 'Sperre aufheben …' }).click();
  await dialog().getByRole('button', { name: 'Sperre aufheben', exact: true }).click();
  await panel.getByText('Öffentlich', { exact: true }).waitFor();
  expect((await publicBusiness(documentId)).status).toBe(200);
});

test('the queue can be worked through by keyboard', async () => {
  await submitted('Teehaus Tastatur');
  await visit(page, `${QUEUE}?contentType=api::business.business`);
  await page.getByRole('link', { name: 'Teehaus Tastatur' }).waitFor();
  await screenshot(page, 'moderation-queue-de');
  await page.getByRole('tab', { name: /Einreichungen/ }).focus();
  const rows = await page.locator('tbody tr').count();
  // Through the filters into the table, which is one tab stop; then down to its last row, the newest.
  while ((await page.locator('table :focus').count()) === 0) await page.keyboard.press('Tab');
  for (let row = 0; row < rows; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Teehaus Tastatur', level: 1 }).waitFor();
});

test('reports and claims wait next to the submissions, and a disputed claim is marked', async () => {
  const { documentId } = await createBusiness({ name: 'Blumen West' });
  const report = await request('/api/reports', {
    body: { contentType: 'business', documentId, kind: 'closed', message: 'Seit Mai geschlossen.' },
  });
  expect(report.status).toBe(201);
  const account = await createContributor();
  const rival = contributorAt(account);
  await anna.claim(documentId, 'Ich bin die Inhaberin, siehe Impressum.');
  await rival.claim(documentId, 'Der Laden gehört meiner Familie.');

  await visit(page, `${QUEUE}?tab=intake&kind=closed`);
  await page.getByText('Seit Mai geschlossen.').waitFor();
  await screenshot(page, 'moderation-reports-de');
  await page.getByRole('button', { name: /^Entscheiden … .*Blumen West/ }).click();
  await dialog().getByRole('textbox').fill('Angerufen, hat geöffnet.');
  await dialog().getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await page
    .getByText(/^Über .* ist entschieden\.$/)
    .first()
    .waitFor();

  await visit(page, `${QUEUE}?tab=intake&kind=claim`);
  await page.getByText('Streitfall').first().waitFor();
  await tall(page, 'moderation-claims-de');
  expect(await page.getByText('bestätigt', { exact: false }).count()).toBeGreaterThan(0);
  const decideAbout = async (email: string, decision: string, reason: string): Promise<void> => {
    const item = page.getByRole('listitem').filter({ hasText: email });
    await item.getByRole('button', { name: /^Entscheiden …/ }).click();
    await dialog().getByRole('combobox').click();
    await page.getByRole('option', { name: decision }).click();
    await dialog().getByRole('textbox').fill(reason);
    await dialog().getByRole('button', { name: 'Entscheiden', exact: true }).click();
    await item.waitFor({ state: 'detached' });
  };
  await decideAbout(account.email, 'Abgelehnt', 'Bitte schicken Sie uns einen Nachweis.');
  await page.getByText('Streitfall').first().waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^Entscheiden …/ })
    .first()
    .click();
  await dialog().getByRole('textbox').fill('Willkommen!');
  await dialog().getByRole('button', { name: 'Entscheiden', exact: true }).click();
  await page
    .getByText(/^Über .* ist entschieden\.$/)
    .first()
    .waitFor();
});

test('at 200 % zoom nothing is cut off: the page scrolls in only one direction', async () => {
  await submitted('Schuhmacherei Lang');
  const zoomed = await openPanel(browser, { width: 640, height: 800 });
  await logIn(zoomed, editor);
  await visit(zoomed, '');
  await zoomed.locator('[data-waiting-widget]').waitFor();
  await tall(zoomed, 'moderation-widget-200-de');
  await visit(zoomed, QUEUE);
  await tall(zoomed, 'moderation-queue-200-de');
  expect(await sideways(zoomed)).toBe(0);
  await zoomed.getByRole('link', { name: 'Schuhmacherei Lang' }).click();
  await zoomed.getByRole('heading', { name: 'Was sich ändert' }).waitFor();
  await tall(zoomed, 'moderation-review-200-de');
  expect(await sideways(zoomed)).toBe(0);
  await zoomed.context().close();
});

// A table and the row of tabs may scroll separately. A string, since the tests have no DOM types.
const SIDEWAYS = `[...document.querySelectorAll('*')].filter((element) =>
  element.scrollWidth > element.clientWidth + 1 &&
  /auto|scroll/.test(getComputedStyle(element).overflowX) &&
  !element.querySelector(':scope > table, :scope > [role=tablist]')).length`;

/** How many parts of the page need scrolling sideways. */
const sideways = (window: Page): Promise<number> => window.evaluate<number>(SIDEWAYS);
