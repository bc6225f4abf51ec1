import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  request,
  startedApp,
  type AdminAccount,
} from '../support';
import { launchChromium } from '../support/chromium';
import { acceptClaim, claimByName, registerByMail } from './my-business-window';
import { complaintsOf, heading } from './my-page';
import { DESKTOP, isWiderThanWindow, openWindow, PHONE } from './page-window';
import { logIn, openPanel, screenshot, visit } from './panel-page';

jest.setTimeout(300_000);

let browser: Browser;
let editor: AdminAccount;
let panel: Page;
let category: string;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ mainColour: '#9b1c1c' });
  category = (await createCategory({ name: 'Bäckereien' })).documentId;
  editor = await createAdmin({ role: EDITORIAL_ROLE, language: 'de' });
  panel = await openPanel(browser);
  await logIn(panel, editor);
}, 180_000);
afterAll(() => browser?.close());

/** Opens a submission from the queue, as an editor does. */
async function openSubmission(name: string): Promise<void> {
  await visit(panel, '/plugins/moderation');
  await panel.getByRole('link', { name, exact: true }).first().click();
  await panel.getByRole('heading', { name: 'Was sich ändert' }).waitFor();
}

async function approve(name: string): Promise<void> {
  await openSubmission(name);
  await panel.getByRole('button', { name: 'Freigeben', exact: true }).click();
  await panel.getByText('ist freigegeben und öffentlich').first().waitFor();
}

async function askForChange(name: string, reason: string, about: string): Promise<void> {
  await openSubmission(name);
  await panel.getByRole('button', { name: 'Änderung erbitten' }).click();
  const dialog = panel.getByRole('dialog');
  await dialog.getByLabel('Begründung').fill(reason);
  await dialog.getByRole('combobox', { name: /^Betrifft/ }).click();
  await panel.getByRole('option', { name: about, exact: true }).click();
  await panel.keyboard.press('Escape');
  await screenshot(panel, `my-story-ask-${Date.now() % 2}`);
  await dialog.getByRole('button', { name: 'Änderung erbitten' }).click();
  await panel.getByText('wird um eine Änderung').first().waitFor();
}

const part = (page: Page, name: string) =>
  page.locator('details.part').filter({ has: page.getByRole('heading', { name, exact: true }) });

const openPart = async (page: Page, name: string): Promise<void> => {
  if ((await part(page, name).getAttribute('open')) === null)
    await part(page, name).locator('> summary').click();
};

const toOverview = async (page: Page): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Mein Betrieb' })
    .getByRole('link', { name: 'Übersicht' })
    .click();
  await heading(page, /^Guten Tag/).waitFor();
};

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: { r: 180, g: 120, b: 60 } } })
    .jpeg()
    .toBuffer();

it.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])(
  '%s: from the mail to the city’s page, with a request of the editors and a lost net',
  async (how, viewport) => {
    const name = `Backstube Morgenrot ${how}`;
    const { documentId, slug } = await createBusiness({
      name,
      categories: [category],
      sizeClass: 'micro',
      address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
    });
    const { page, hosts } = await openWindow(browser, { viewport });
    const complaints = complaintsOf(page);
    await registerByMail(page, `morgenrot-${viewport.width}@backstube.example`, `Mara Rot ${viewport.width}`);
    await claimByName(page, name);
    await acceptClaim(documentId);
    await page.reload();
    await page.getByRole('link', { name: `Ändern: ${name}` }).click();
    await heading(page, name).waitFor();

    // Hours, as they are at the door.
    await openPart(page, 'Öffnungszeiten');
    await page
      .getByLabel('Zeiten, wie Sie sie an die Tür schreiben')
      .first()
      .fill('Mo–Fr 6–18 Uhr, Sa 6–13 Uhr');
    await page.getByText('Verstanden als:').first().waitFor();
    await page
      .getByRole('button', { name: /Übernehmen$/ })
      .first()
      .click();
    // A photo.
    await openPart(page, 'Fotos');
    await part(page, 'Fotos')
      .locator('input[type=file]')
      .setInputFiles({ name: 'theke.jpg', mimeType: 'image/jpeg', buffer: await picture() });
    await part(page, 'Fotos').getByLabel('Was ist auf dem Bild zu sehen?').fill('Theke mit Brötchen');
    await part(page, 'Fotos').getByLabel('Wer hat das Bild gemacht?').fill('Mara Rot');
    // The net is gone in the middle, and then the page.

    await page.context().setOffline(true);
    await page.getByLabel('Kurzbeschreibung').fill('Brot aus dem Holzofen, ab sechs Uhr früh.');
    await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await page
      .getByText(/^Keine Verbindung/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText(/auf diesem Gerät eingegeben/).waitFor();

    expect(await page.getByLabel('Kurzbeschreibung').inputValue()).toBe(
      'Brot aus dem Holzofen, ab sechs Uhr früh.',
    );
    await openPart(page, 'Fotos');
    expect(await part(page, 'Fotos').getByLabel('Was ist auf dem Bild zu sehen?').inputValue()).toBe(
      'Theke mit Brötchen',
    );
    expect(await isWiderThanWindow(page)).toBe(false);
    await screenshot(page, `my-story-form-${viewport.width}`, { fullPage: true });
    await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await heading(page, 'Ist bei der Redaktion').waitFor();

    // The editors ask for something, and it is said at its field.
    await askForChange(name, 'Bitte nennen Sie auch das Frühstück.', 'Kurzbeschreibung');
    await toOverview(page);
    await page.getByText('Die Redaktion bittet um eine Änderung').waitFor();
    await page.getByRole('link', { name: `Ändern: ${name}` }).click();
    await heading(page, name).waitFor();
    await page.locator('form.entry').getByText('Bitte nennen Sie auch das Frühstück.').waitFor();
    await screenshot(page, `my-story-asked-${viewport.width}`, { fullPage: true });
    await page.getByLabel('Kurzbeschreibung').fill('Brot aus dem Holzofen und Frühstück, ab sechs Uhr früh.');
    await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await heading(page, 'Ist bei der Redaktion').waitFor();
    await approve(name);

    // An offer and a campaign follow.
    await page.getByRole('link', { name: 'Ein Angebot eintragen' }).click();
    await heading(page, 'Angebot eintragen').waitFor();
    await page.getByLabel('Titel').fill(`Frühstück ${how}`);
    await page.getByLabel(/^Art des Angebots/).selectOption({ label: 'Abholung' });
    await page.getByLabel('Preis').fill('8,50');
    await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await heading(page, 'Ist bei der Redaktion').waitFor();
    await toOverview(page);
    await page.getByRole('link', { name: `Kampagne eintragen: ${name}` }).click();
    await heading(page, 'Kampagne eintragen').waitFor();
    await page.getByLabel('Titel').first().fill(`Neuer Ofen ${how}`);
    await page.getByLabel('Geschichte').fill('Der Holzofen ist von 1950 und braucht einen neuen Schamott.');
    await page.getByLabel('Ziel').fill('5.000');
    await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
    await heading(page, 'Ist bei der Redaktion').waitFor();
    await approve(`Frühstück ${how}`);
    await approve(`Neuer Ofen ${how}`);

    // The city's page shows all of it.
    await page.goto(`/betriebe/${String(slug)}`);
    const main = page.getByRole('main');
    await main.getByText('Brot aus dem Holzofen und Frühstück, ab sechs Uhr früh.').first().waitFor();
    await main.getByRole('img', { name: 'Theke mit Brötchen' }).first().waitFor();
    await main
      .getByText(/6(:00)?.{1,3}18/)
      .first()
      .waitFor();
    await main.getByText(`Frühstück ${how}`).first().waitFor();
    await main.getByText('8,50').first().waitFor();
    await main.getByText(`Neuer Ofen ${how}`).first().waitFor();
    await screenshot(page, `my-story-public-${viewport.width}`, { fullPage: true });
    expect([...hosts]).toEqual([startedApp().url]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

it('what the public gets has the hours as they were typed', async () => {
  const { body } = await request<{ data: { name: string; hours: { rule: string }[] }[] }>(
    '/api/businesses?filters[name][$startsWith]=Backstube Morgenrot&populate=hours',
  );
  expect(body.data.map(({ hours }) => hours.map(({ rule }) => rule))).toEqual([
    ['Mo-Fr 06:00-18:00; Sa 06:00-13:00'],
    ['Mo-Fr 06:00-18:00; Sa 06:00-13:00'],
  ]);
});
