import type { Browser, Page } from 'playwright-core';
import { dayIn } from '../../src/domain/period';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  logOf,
  moderation,
  startedApp,
  type AdminAccount,
} from '../support';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { publicBusiness } from './listing-of-a-contributor';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const BUSINESS = 'api::business.business';
const LIST = `/content-manager/collection-types/${BUSINESS}`;
const NOTICES = '/content-manager/collection-types/api::press-notice.press-notice';
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(120_000);

let browser: Browser;
let editor: AdminAccount;
let page: Page;
let category: string;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
  category = (await createCategory({ name: 'Bäckerei' })).documentId;
  await startedApp()
    .strapi.documents('api::category.category')
    .update({ documentId: category, locale: 'en', data: { name: 'Bakery' } });
  editor = await createAdmin({ role: EDITORIAL_ROLE, language: 'de' });
  page = await openPanel(browser, DESKTOP);
  await logIn(page, editor);
}, 120_000);
afterAll(() => browser?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

async function business(name: string, action?: 'suspend' | 'archive'): Promise<string> {
  const { documentId } = await createBusiness({ name, categories: [category] });
  const actor = { kind: 'editor', id: editor.id, name: 'Erika' } as const;
  if (action)
    await moderation().perform({
      uid: BUSINESS,
      documentId,
      action,
      actor,
      reason: 'Bitte melden Sie sich.',
    });
  return documentId;
}

async function inEnglish(documentId: string): Promise<void> {
  const documents = startedApp().strapi.documents(BUSINESS);
  await documents.update({ documentId, locale: 'en', data: { summary: 'Bread' } });
  await documents.publish({ documentId, locale: 'en' });
}

/** The same in both widths. */
async function pictures(name: string): Promise<void> {
  for (const [width, size] of [
    ['1280', { ...DESKTOP, height: 1400 }],
    ['390', { ...PHONE, height: 1400 }],
  ] as const) {
    await page.setViewportSize(size);
    await screenshot(page, `desk-${name}-${width}`);
  }
  await page.setViewportSize(DESKTOP);
}

test('a suspended entry says so, and its primary button lifts the suspension after a question', async () => {
  const documentId = await business('Bäckerei Gesperrt', 'suspend');
  await visit(page, `${LIST}/${documentId}?plugins[i18n][locale]=de`);
  await button('Sperre aufheben').first().waitFor();
  expect(await page.getByRole('status', { name: 'gesperrt' }).first().textContent()).toBe('Gesperrt');
  expect(await button('Veröffentlichen').count()).toBe(0);
  await button('Sperre aufheben').first().hover();
  await page.getByRole('tooltip').getByText('Wo „Veröffentlichen“ steht').waitFor();
  await pictures('suspended');

  // The keyboard shortcut does not lift it either.
  await page.keyboard.press('Control+Shift+Enter');
  expect((await publicBusiness(documentId)).status).toBe(404);

  await button('Sperre aufheben').first().click();
  await page.getByText('genau so, wie er vor der Sperre war').waitFor();
  await screenshot(page, 'desk-reinstate-1280');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sperre aufheben' }).click();
  await page.getByText('Der Eintrag ist wieder öffentlich').first().waitFor();
  expect((await publicBusiness(documentId)).status).toBe(200);
  await button('Veröffentlichen').waitFor();
});

test('an archived entry is read-only until it is restored', async () => {
  const documentId = await business('Bäckerei Archiv', 'archive');
  await visit(page, `${LIST}/${documentId}?plugins[i18n][locale]=de`);
  await page.getByText('Dieses Formular können Sie nur lesen.').waitFor();
  await page.waitForURL(/readOnly=true/);
  const name = page.locator('input[name=name]');
  await expect(name.isDisabled()).resolves.toBe(true);
  expect(await page.locator('main input:enabled:not([type=search]), main textarea:enabled').count()).toBe(0);
  expect(await button('Speichern').isDisabled()).toBe(true);
  await pictures('archived');
  await button('Wiederherstellen').first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Wiederherstellen' }).click();
  await page.getByText('Der Eintrag ist wiederhergestellt').first().waitFor();
  await page.waitForURL((url) => !url.search.includes('readOnly'));
  await page.locator('input[name=name]:enabled').waitFor();
});

test('several rows are taken down in all languages, with one reason, after a dialog that names them', async () => {
  const one = await business('Bäckerei Eins');
  const two = await business('Bäckerei Zwei');
  await inEnglish(one);
  await visit(page, `${LIST}?page=1&pageSize=100&sort=name:ASC&plugins[i18n][locale]=de`);
  for (const name of ['Bäckerei Eins', 'Bäckerei Zwei'])
    await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').click();
  await pictures('list');
  await button('Nicht veröffentlichen …').click();
  await dialog().getByText('Diese 2 Einträge sind danach nicht mehr öffentlich').waitFor();
  const named = await dialog().getByRole('listitem').allTextContents();
  expect(named.map((text) => text.trim())).toEqual([
    'Bäckerei Eins (Deutsch, Englisch)',
    'Bäckerei Zwei (Deutsch)',
  ]);
  await dialog().getByRole('button', { name: 'Nicht veröffentlichen' }).click();
  await dialog().getByText('Bitte schreiben Sie eine Begründung.').waitFor();
  await dialog().locator('textarea').fill('Der Laden ist geschlossen.');
  await pictures('take-down');
  await dialog().getByRole('button', { name: 'Nicht veröffentlichen' }).click();
  await page.getByText('2 Einträge sind nicht mehr öffentlich.').first().waitFor();
  for (const documentId of [one, two]) {
    expect((await publicBusiness(documentId)).status).toBe(404);
    expect((await logOf(documentId)).at(-1)).toMatchObject({
      action: 'suspend',
      reason: 'Der Laden ist geschlossen.',
    });
  }
  const row = page.getByRole('row').filter({ hasText: 'Bäckerei Eins' });
  await row.getByRole('status', { name: 'gesperrt' }).waitFor();
});

test('what the server would refuse is not offered for bulk publishing, but listed with what to do', async () => {
  const names = ['Bäckerei Offen', 'Bäckerei Zugesperrt', 'Bäckerei Weggelegt'];
  const draft = await createBusiness({ name: names[0], categories: [category] }, { published: false });
  const suspended = await business(String(names[1]), 'suspend');
  await business(String(names[2]), 'archive');
  await visit(page, `${LIST}?page=1&pageSize=100&sort=name:ASC&plugins[i18n][locale]=de`);
  for (const name of names)
    await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').click();
  await button('Veröffentlichen').click();
  await dialog().getByText('Diese 2 Einträge lassen sich hier nicht veröffentlichen').waitFor();
  const heldBack = await dialog().getByRole('listitem').allTextContents();
  expect(heldBack.map((text) => text.trim().split('.')[0])).toEqual([
    'Bäckerei Zugesperrt: gesperrt',
    'Bäckerei Weggelegt: archiviert',
  ]);
  await dialog().getByRole('row').filter({ hasText: 'Bäckerei Offen' }).waitFor();
  expect(await dialog().getByRole('row').filter({ hasText: 'Bäckerei Zugesperrt' }).count()).toBe(0);
  expect(await dialog().locator('th').allTextContents()).toEqual(
    expect.arrayContaining(['Kennung', 'Eintrag', 'Stand', 'Veröffentlichen']),
  );
  await pictures('bulk-publish');
  await dialog().getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Veröffentlichen' }).click();
  await page.getByText('Veröffentlicht').first().waitFor();
  await eventually(
    'the draft in public',
    async () => (await publicBusiness(draft.documentId)).status === 200,
  );
  expect((await publicBusiness(suspended)).status).toBe(404);
});

test('editors cannot delete what was public, only what never was', async () => {
  await business('Bäckerei Bleibt');
  const { documentId } = await createBusiness(
    { name: 'Bäckerei Entwurf', categories: [category] },
    { published: false },
  );
  await visit(page, `${LIST}?page=1&pageSize=100&sort=name:ASC&plugins[i18n][locale]=de`);
  const choose = (name: string) =>
    page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').click();
  await choose('Bäckerei Bleibt');
  await choose('Bäckerei Entwurf');
  await button('Löschen …').click();
  await dialog().getByText('Dieser Eintrag war öffentlich und wird nicht gelöscht.').waitFor();
  expect(await dialog().getByRole('button', { name: 'Endgültig löschen' }).isDisabled()).toBe(true);
  await pictures('delete');
  await dialog().getByRole('button', { name: 'Abbrechen' }).click();
  await choose('Bäckerei Bleibt');
  await button('Löschen …').click();
  await dialog().getByText('Diesen Eintrag endgültig löschen, in allen Sprachen?').waitFor();
  await dialog().getByRole('button', { name: 'Endgültig löschen' }).click();
  await page.getByText('Der Eintrag ist gelöscht.').first().waitFor();
  expect(await startedApp().strapi.db.query(BUSINESS).count({ where: { documentId } })).toBe(0);
});

test('a notice that waits for its day says when it will appear', async () => {
  const day = dayIn('Europe/Berlin', new Date(Date.now() + 5 * 24 * 60 * 60 * 1000));
  const { documentId } = await createDocument('api::press-notice.press-notice', {
    title: 'Weihnachtsmarkt',
    teaser: 'Bald',
    publishedOn: day,
  });
  const [year, month, date] = day.split('-');
  const badge = `erscheint am ${date}.${month}.${year}`;
  await visit(page, `${NOTICES}?plugins[i18n][locale]=de`);
  await page.getByRole('status', { name: badge }).waitFor();
  await pictures('notices');
  await visit(page, `${NOTICES}/${documentId}?plugins[i18n][locale]=de`);
  await page.getByText('um 0 Uhr an diesem Tag erscheint der Eintrag von selbst').waitFor();
  await page.getByRole('status', { name: badge }).first().waitFor();
  await pictures('notice');
});
