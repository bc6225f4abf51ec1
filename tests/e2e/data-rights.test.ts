/** @jest-environment-options {"adminPanel": true} */
import type { Browser, Page } from 'playwright-core';
import { addPerson } from '../../src/platform/people/people';
import { inTransaction } from '../../src/platform/sql/sql';
import {
  createAdmin,
  createCityProfile,
  createContributor,
  request,
  startedApp,
  tokenIn,
  waitForMail,
} from '../support';
import { launchChromium } from '../support/chromium';
import { declareLetters } from '../support/fixture-letters';
import { axeFindings } from './axe-findings';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

jest.setTimeout(240_000);

let browser: Browser;
let letters: Map<string, string[]>;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ imprint: 'Stadt Dortmund\nFriedensplatz 1\n44135 Dortmund' });
  letters = declareLetters();
}, 120_000);
afterAll(() => browser?.close());

const isWiderThanWindow = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** At both widths: axe finds nothing, nothing is cut off; with a picture of each. */
async function look(page: Page, name: string, within = 'main'): Promise<void> {
  const found: string[] = [];
  await page.mouse.move(0, 0);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.locator(within).first().waitFor();
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished))',
    );
    await screenshot(page, `${name}-${size.width}`, { fullPage: true });
    found.push(...(await axeFindings(page, within)).map((line) => `${name} ${size.width}: ${line}`));
    if (within === 'html') expect([name, await isWiderThanWindow(page)]).toEqual([name, false]);
  }
  await page.setViewportSize(SIZES[0] ?? { width: 1280, height: 900 });
  expect(found).toEqual([]);
}

/** Somebody of whom there is something in two tables. */
async function known(email: string): Promise<void> {
  await inTransaction(startedApp().strapi, (sql) =>
    addPerson(sql, {
      email,
      name: 'Zwitscher Vogel',
      phone: '+49 231 500',
      locale: 'de',
      purpose: 'notice',
      deleteAfter: '2099-12-31',
    }),
  );
  letters.set(email, ['Hier stimmt die Hausnummer nicht:\nEs ist die 12, nicht die 21.', 'Danke!']);
}

const spent = async (): Promise<number> =>
  (
    await startedApp().strapi.db.connection.raw<{ rows: { count: number }[] }>(
      'select count(*)::int as count from stadtverbund.spent_challenge',
    )
  ).rows[0]?.count ?? 0;

test('a citizen asks, with a challenge that the browser solves, sees what is known and has it deleted', async () => {
  const email = 'vogel@example.org';
  await known(email);
  const context = await browser.newContext({
    baseURL: startedApp().url,
    locale: 'de-DE',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto('/datenschutz/auskunft');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Auskunft schicken' }).click();
  await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
  expect(await spent()).toBe(1);
  const token = tokenIn(await waitForMail(email));

  for (const [language, path] of [
    ['en', `/en/l/${token}`],
    ['de', `/l/${token}`],
  ] as const) {
    await page.goto(path);
    await look(page, `own-data-link-${language}`, 'html');
  }
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /als Datei herunterladen/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^auskunft-[\d-]+\.json$/);

  const all = page.locator('form').filter({ has: page.getByRole('button', { name: 'Alles löschen' }) });
  await all.getByRole('checkbox').check();
  await all.getByRole('button').click();
  await page.getByRole('heading', { name: 'Alles ist gelöscht' }).waitFor();
  await look(page, 'own-data-deleted-de', 'html');
  await page.goto(`/l/${token}`);
  await page.getByRole('heading', { name: 'ist nichts gespeichert' }).waitFor();
  await context.close();
});

test('the pages of the links of an export and of a deletion', async () => {
  const { token, email, password } = await createContributor();
  const context = await browser.newContext({ baseURL: startedApp().url, locale: 'de-DE' });
  const page = await context.newPage();
  await request('/api/my/account/export', { method: 'POST', token });
  const file = tokenIn(await waitForMail(email));
  await request('/api/my/account/deletion', { token, body: { password, listings: 'remove' } });
  const undo = tokenIn(await waitForMail(email, ({ subject }) => subject.includes('gelöscht')));
  for (const [name, path] of [
    ['export', file],
    ['deletion', undo],
  ] as const)
    for (const language of ['de', 'en']) {
      await page.goto(`${language === 'en' ? '/en' : ''}/l/${path}`);
      await look(page, `${name}-link-${language}`, 'html');
    }
  await context.close();
});

test('an editor looks somebody up, downloads, and erases after typing the address', async () => {
  const email = 'brief@example.org';
  await known(email);
  const account = await createContributor();
  const page = await openPanel(browser, SIZES[0]);
  await logIn(page, await createAdmin({ language: 'de' }));
  await visit(page, '');
  await page.getByRole('link', { name: 'Auskunft und Löschung' }).click();
  await page.getByRole('grid').waitFor();

  await page.getByLabel('E-Mail-Adresse oder Benutzername').fill('gibt es nicht');
  await page.getByRole('button', { name: 'Nachsehen' }).click();
  await page.getByText('Ein solches Konto gibt es nicht').waitFor();
  await look(page, 'privacy-unknown-de');

  await page.getByLabel('E-Mail-Adresse oder Benutzername').fill(account.email);
  await page.getByRole('button', { name: 'Nachsehen' }).click();
  await page.getByRole('heading', { name: account.email }).waitFor();
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als ZIP herunterladen' }).click(),
  ]);
  expect([zip.suggestedFilename(), await zip.failure()]).toEqual([expect.stringMatching(/\.zip$/), null]);
  await page.getByRole('button', { name: 'Löschen …' }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'privacy-dialog-account-de', '[role=dialog]');
  await page.keyboard.press('Escape');

  await page.getByLabel('E-Mail-Adresse oder Benutzername').fill(email);
  await page.getByRole('button', { name: 'Nachsehen' }).click();
  await page.getByRole('heading', { name: `${email}, ohne Konto` }).waitFor();
  await look(page, 'privacy-found-de');
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als JSON herunterladen' }).click(),
  ]);
  expect(json.suggestedFilename()).toBe('auskunft.json');

  await page.getByRole('button', { name: 'Löschen …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/Zur Bestätigung/).fill('jemand@example.org');
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await dialog.getByText('Das stimmt nicht mit der Adresse überein').waitFor();
  await look(page, 'privacy-dialog-refused-de', '[role=dialog]');
  await dialog.getByLabel(/Zur Bestätigung/).fill(email);
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('gridcell', { name: 'Gelöscht', exact: true }).first().waitFor();
  await page.getByLabel('E-Mail-Adresse oder Benutzername').fill(email);
  await page.getByRole('button', { name: 'Nachsehen' }).click();
  await page.getByText('Zu dieser Adresse ist nichts gespeichert.').waitFor();
  await page.context().close();

  const english = await openPanel(browser, SIZES[0]);
  await logIn(english, await createAdmin({ language: 'en' }));
  await visit(english, '/plugins/privacy');
  await english.getByLabel('E-mail address or user name').fill(account.username);
  await english.getByRole('button', { name: 'Look up' }).click();
  await english.getByRole('heading', { name: account.username }).waitFor();
  await look(english, 'privacy-found-en');
  await english.context().close();
});
