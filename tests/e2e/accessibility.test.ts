/** @jest-environment-options {"adminPanel": true, "env": {"FEED_ALLOW_HTTP": "true", "FEED_ALLOW_NETWORKS": "127.0.0.0/8"}} */
import type { Browser, Page } from 'playwright-core';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  edit,
  request,
  type AdminAccount,
} from '../support';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { contributorAt, listing } from './listing-of-a-contributor';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const BUSINESS = 'api::business.business';
const LIST = `/content-manager/collection-types/${BUSINESS}`;
const IN_GERMAN = 'plugins[i18n][locale]=de';
const DESKTOP = { width: 1280, height: 900 };
const WIDTHS = [DESKTOP, { width: 390, height: 844 }];

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(180_000);

let browser: Browser;
let admin: AdminAccount;
let anna: ReturnType<typeof contributorAt>;
let category: string;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
  category = (await createCategory({ name: 'Bäckerei' })).documentId;
  anna = contributorAt(await createContributor());
  admin = await createAdmin({ language: 'de' });
  page = await openPanel(browser, DESKTOP);
  await logIn(page, admin);
}, 120_000);
afterAll(() => browser?.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const PAGE = 'main';
const DIALOG = '[role=dialog], [role=alertdialog]';

const findings = (within: string): Promise<string[]> => axeFindings(page, within);

/** In both widths, unless it is not shown in the narrow one. */
async function expectNothingFound(within: string, sizes = WIDTHS): Promise<void> {
  const found: string[] = [];
  // Strapi gives a hovered button a contrast of 3.6 to 1.
  await page.mouse.move(0, 0);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.locator(within).first().waitFor();
    // Elements that fade in are pale until they are fully visible.
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished))',
    );
    found.push(...(await findings(within)).map((line) => `${size.width}: ${line}`));
  }
  await page.setViewportSize(DESKTOP);
  expect(found).toEqual([]);
}

test('the queue, a submission in it, and the dialogs of a decision', async () => {
  const { documentId } = await anna.enter(listing('Bäckerei Mond', [category]));
  await anna.submit(documentId);
  await visit(page, '/plugins/moderation');
  await page.getByRole('link', { name: 'Bäckerei Mond' }).waitFor();
  await expectNothingFound(PAGE);
  await page.getByRole('link', { name: 'Bäckerei Mond' }).click();
  await page.getByRole('heading', { name: 'Was sich ändert' }).waitFor();
  await expectNothingFound(PAGE);
  await button('Ablehnen').click();
  await dialog().waitFor();
  await expectNothingFound(DIALOG);
  await page.keyboard.press('Escape');
});

test('what people told the desk, and the dialog that decides it', async () => {
  const { documentId } = await createBusiness({ name: 'Bäckerei Streit', categories: [category] });
  const place = { contentType: 'business', documentId };
  const from = { name: 'Klara Muster', email: 'klara@leute.example' };
  for (const body of [
    { ...place, ground: 'closed', explanation: 'Seit Mai geschlossen.' },
    {
      ...place,
      ...from,
      ground: 'illegal',
      explanation: 'Auf dem Bild wird ein Nachbar mit vollem Namen beleidigt.',
      law: '§ 185 StGB',
      goodFaith: true,
    },
  ])
    expect((await request('/api/reports', { body })).status).toBe(201);
  await contributorAt(await createContributor()).claim(documentId, 'Ich bin die Inhaberin, siehe Impressum.');
  await visit(page, '/plugins/moderation?tab=intake');
  await page.getByText('Seit Mai geschlossen.').waitFor();
  const first = page.getByRole('listitem').filter({ hasText: 'Nummer' }).first();
  expect(await first.innerText()).toMatch(/^Rechtswidriger Inhalt/i);
  await expectNothingFound(PAGE);
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await screenshot(page, `intake-${size.width}`);
  }
  await page
    .getByRole('button', { name: /^Entscheiden/ })
    .first()
    .click();
  await dialog().getByText('Begründung für den Betrieb').waitFor();
  await expectNothingFound(DIALOG);
  await page.setViewportSize(DESKTOP);
  await screenshot(page, 'intake-dialog-1280');
  await page.keyboard.press('Escape');
});

test('the pages of portals, what is missing in the form, and the dialog of secrets', async () => {
  await visit(page, '/plugins/portal-feed');
  await page.getByText('Noch kein Portal bezieht Einträge').waitFor();
  await expectNothingFound(PAGE);
  await page.getByRole('link', { name: 'Neues Portal' }).click();
  await button('Portal anlegen').click();
  await page.getByText('Bitte geben Sie dem Portal einen Namen.').waitFor();
  await expectNothingFound(PAGE);
  await page.getByLabel('Name').fill('Ruhrportal');
  await page.getByLabel('E-Mail des Portals').fill('feed@portal.example');
  await page.getByLabel('Zieladresse').fill('http://127.0.0.1:9/empfang');
  await page.getByRole('checkbox', { name: 'Betriebe' }).click();
  await button('Portal anlegen').click();
  await dialog().getByText('Nur jetzt zu sehen').waitFor();
  await expectNothingFound(DIALOG);
  await button('Ich habe alles weitergegeben oder gesichert').click();
  await page.getByRole('heading', { name: 'Ruhrportal', level: 1 }).waitFor();
  await createBusiness({
    name: 'Bäckerei Sonne',
    categories: [category],
    syndicationConsent: true,
    sizeClass: 'micro',
  });
  await page.getByRole('button', { name: 'Ansehen: Bäckerei Sonne' }).waitFor();
  await expectNothingFound(PAGE);
  await page.getByRole('button', { name: 'Ansehen: Bäckerei Sonne' }).click();
  await dialog().waitFor();
  await expectNothingFound(DIALOG);
  await page.keyboard.press('Escape');
  await visit(page, '/plugins/portal-feed');
  await page.getByRole('link', { name: 'Ruhrportal' }).waitFor();
  await expectNothingFound(PAGE);
});

test('our widgets on the home page', async () => {
  await visit(page, '');
  await page.locator('[data-waiting-widget]').waitFor();
  await expectNothingFound('[data-waiting-widget]');
  await expectNothingFound('[data-feed-widget]');
});

test('the panel beside a form, and the dialog when others have saved in the meantime', async () => {
  const { documentId } = await createBusiness({
    name: 'Bäckerei Stern',
    summary: 'Brot und Brötchen',
    categories: [category],
  });
  await visit(page, `${LIST}/${documentId}?${IN_GERMAN}`);
  await page.locator('[data-moderation-panel]').waitFor();
  await expectNothingFound('[data-moderation-panel]', [DESKTOP]);
  await page.getByLabel('Kurzbeschreibung').fill('Brot und Kuchen');
  await edit(BUSINESS, documentId, { summary: 'Brot aus dem Steinofen', description: 'Roggen' });
  await button('Speichern').click();
  await dialog().getByText('Inzwischen geändert').waitFor();
  await dialog().getByRole('button', { name: 'Übernehmen und speichern' }).click();
  await expectNothingFound(DIALOG);
  await dialog().getByRole('button', { name: 'Abbrechen' }).click();
});

test('the dialog that takes rows down', async () => {
  await createBusiness({ name: 'Bäckerei Eins', categories: [category] });
  // Discards what the form above still contains.
  page.once('dialog', (leaving) => void leaving.accept());
  await visit(page, `${LIST}?page=1&pageSize=100&sort=name:ASC&${IN_GERMAN}`);
  await page.getByRole('row').filter({ hasText: 'Bäckerei Eins' }).getByRole('checkbox').click();
  await button('Nicht veröffentlichen …').click();
  await dialog().getByText('danach nicht mehr öffentlich').waitFor();
  await dialog().getByRole('button', { name: 'Nicht veröffentlichen' }).click();
  await expectNothingFound(DIALOG);
});

test('axe finds what is wrong', async () => {
  await page.goto('about:blank');
  await page.setContent('<main lang="de"><img src="/x.png"><p>Text</p></main>');
  expect((await findings(PAGE)).join()).toContain('image-alt');
});
