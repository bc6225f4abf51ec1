/** @jest-environment-options {"adminPanel": true, "env": {"FEED_ALLOW_HTTP": "true", "FEED_ALLOW_NETWORKS": "127.0.0.0/8"}} */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import { createAdmin, createBusiness, createCategory, createCityProfile } from '../support';
import { launchChromium } from '../support/chromium';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const PORTALS = '/plugins/portal-feed';

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(120_000);

interface Received {
  headers: Record<string, string>;
  body: string;
}

let browser: Browser;
let page: Page;
let receiver: Server;
let receiverUrl: string;
let category: string;
let answer = 500;
const received: Received[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ boundingBox: { south: 51.416, west: 7.302, north: 51.6, east: 7.638 } });
  category = (await createCategory({ name: 'Bäckerei' })).documentId;
  await createCategory({ name: 'Buchhandlung' });
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(answer).end(answer === 500 ? 'Die Datenbank ist gesperrt.' : undefined);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/empfang`;
  page = await openPanel(browser);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await logIn(page, await createAdmin({ language: 'de' }));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => receiver.close(resolve));
});

const button = (name: string, of: Page = page) => of.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const light = (name: string, of: Page = page) => of.locator(`[data-light="${name}"]`).first();
const delivery = (state: string) => page.locator(`[data-delivery-state="${state}"]`).first();

/** A business that the portal should get. */
const publish = (name: string) =>
  createBusiness({ name, categories: [category], syndicationConsent: true, sizeClass: 'micro' });

/** Picks from a searchable list by keyboard. */
async function pick(of: Page, label: string, typed: string, name: string): Promise<void> {
  const field = of.getByRole('combobox', { name: label });
  await field.click();
  await field.pressSequentially(typed);
  await of.getByRole('option', { name, exact: true }).waitFor();
  await of.keyboard.press('ArrowDown');
  await of.keyboard.press('Enter');
  await of.getByRole('button', { name: `${name} entfernen` }).waitFor();
}

async function chooseFromMenu(item: string): Promise<void> {
  await button('Mehr').click();
  await page.getByRole('menuitem', { name: item }).click();
}

// As text, since the browser's globals do not exist in Node.
const OVERFLOW = `[...document.querySelectorAll('main, main *')]
  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))`;

describe('from "new portal" to a delivery that arrives', () => {
  let secret: string;
  let editorsHome: Page;

  test('the form shows what is missing, at the field and by moving the focus', async () => {
    await visit(page, PORTALS);
    await page.getByText('Noch kein Portal bezieht Einträge').waitFor();
    await page.getByRole('link', { name: 'Neues Portal' }).click();
    await page.getByRole('heading', { name: 'Neues Portal', level: 1 }).waitFor();
    await button('Portal anlegen').click();
    await page.getByText('Bitte geben Sie dem Portal einen Namen.').waitFor();
    await page.locator('input[name=name]:focus').waitFor();
  });

  test('a refusal by the server is shown at its field', async () => {
    await page.getByLabel('Name').fill('Ruhrportal');
    expect(await page.getByText('Bitte geben Sie dem Portal einen Namen.').count()).toBe(0);
    await page.getByLabel('E-Mail des Portals').fill('feed@portal.example');
    await page.getByLabel('Zieladresse').fill('ftp://portal.example');
    await button('Portal anlegen').click();
    await page.locator('input[name=url][aria-invalid="true"]:focus').waitFor();
    await page.getByLabel('Zieladresse').fill(receiverUrl);
  });

  test('secret and token are shown once, and only the button closes the dialog', async () => {
    await page.getByRole('checkbox', { name: 'Betriebe' }).click();
    await pick(page, 'Branchen', 'Bäck', 'Bäckerei');
    await screenshot(page, 'feed-new-de');
    await button('Portal anlegen').click();
    await dialog().getByText('Nur jetzt zu sehen').waitFor();
    await page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Signaturgeheimnis kopieren' }).click();
    await dialog().getByText('Kopiert', { exact: true }).waitFor();
    secret = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(secret).toMatch(/^whsec_/);
    expect(await dialog().getByLabel('Abruf-Token', { exact: true }).inputValue()).not.toBe('');
    await screenshot(page, 'feed-secrets-de');
    await button('Ich habe alles weitergegeben oder gesichert').click();
    await page.getByRole('heading', { name: 'Ruhrportal', level: 1 }).waitFor();
    await light('new').waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  test('a failing delivery appears without reloading, and says why', async () => {
    editorsHome = await openPanel(browser);
    await logIn(editorsHome, await createAdmin({ role: EDITORIAL_ROLE, language: 'de' }));
    await editorsHome.locator('[data-feed-widget=green]').waitFor();
    await publish('Bäckerei Sonne');
    await delivery('retrying').waitFor();
    await light('failing').waitFor();
    await page.locator('[data-trouble]').waitFor();
    await page.getByRole('button', { name: 'Ansehen: Bäckerei Sonne' }).click();
    await dialog().getByText('Versuch 1: Antwort 500').waitFor();
    await dialog().getByText('Die Datenbank ist gesperrt.').waitFor();
    await screenshot(page, 'feed-failing-delivery-de');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ansehen: Bäckerei Sonne' }).and(page.locator(':focus')).waitFor();
    await screenshot(page, 'feed-failing-de');
  });

  test('the home page of an editor turns red without reloading, and green again', async () => {
    await editorsHome.locator('[data-feed-widget=red]').waitFor();
    await editorsHome.getByText('Ein Portal bekommt keine Änderungen').waitFor();
    await screenshot(editorsHome, 'feed-widget-red-de');
  });

  test('sent again by an editor, it arrives signed under the same id, and everything is green', async () => {
    answer = 204;
    await editorsHome.locator('[data-feed-widget]').getByRole('link', { name: 'Ruhrportal' }).click();
    await button('Noch einmal senden: Bäckerei Sonne', editorsHome).click();
    await delivery('delivered').waitFor();
    await light('healthy').waitFor();
    expect(await page.locator('[data-trouble]').count()).toBe(0);
    const [first, last] = [received[0], received.at(-1)];
    if (!first || !last) throw new Error('Nothing was received.');
    expect(last.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(new Webhook(secret).verify(last.body, last.headers)).toMatchObject({ type: 'business.published' });
    await screenshot(page, 'feed-delivered-de');
    await visit(editorsHome, '');
    await editorsHome.locator('[data-feed-widget=green]').waitFor();
    await screenshot(editorsHome, 'feed-widget-green-de');
  });

  test('an editor is offered nothing that only operators may do', async () => {
    await visit(editorsHome, PORTALS);
    await editorsHome.getByRole('link', { name: 'Ruhrportal' }).waitFor();
    expect(await editorsHome.getByRole('link', { name: 'Neues Portal' }).count()).toBe(0);
    await editorsHome.getByRole('link', { name: 'Ruhrportal' }).click();
    await button('Testereignis senden', editorsHome).waitFor();
    expect(await button('Mehr', editorsHome).count()).toBe(0);
    await visit(editorsHome, `${PORTALS}/new`);
    await editorsHome.getByText(/keine ausreichenden Berechtigungen/).waitFor();
    await editorsHome.context().close();
  });
});

describe('what can be done with a portal', () => {
  test('a test event arrives', async () => {
    await button('Testereignis senden').click();
    await page.locator('[data-delivery]').filter({ hasText: 'Testereignis' }).first().waitFor();
  });

  test('changes wait while it is paused and arrive when it is resumed', async () => {
    await chooseFromMenu('Anhalten …');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Anhalten' }).click();
    await light('paused').waitFor();
    await publish('Bäckerei Mond');
    await page.locator('[data-delivery]').filter({ hasText: 'Bäckerei Mond' }).waitFor();
    await screenshot(page, 'feed-paused-de');
    const before = received.length;
    await button('Fortsetzen').click();
    await light('healthy').waitFor();
    await page
      .locator('[data-delivery]')
      .filter({ hasText: 'Bäckerei Mond' })
      .locator('[data-delivery-state="delivered"]')
      .waitFor();
    expect(received.length).toBeGreaterThan(before);
  });

  test('everything is sent again, and a new secret signs alongside the old one', async () => {
    await chooseFromMenu('Alles neu senden …');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Alles senden' }).click();
    await page.getByText('2 Einträge werden gesendet.').first().waitFor();
    await chooseFromMenu('Neues Signaturgeheimnis …');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Neues Geheimnis' }).click();
    await dialog().getByLabel('Signaturgeheimnis', { exact: true }).waitFor();
    await button('Ich habe alles weitergegeben oder gesichert').click();
    await page.getByText('Das alte unterschreibt noch bis').waitFor();
  });

  test('when a filter changes, the form asks how the portal should learn of it', async () => {
    await page.getByRole('link', { name: 'Bearbeiten' }).click();
    await pick(page, 'Branchen', 'Buch', 'Buchhandlung');
    await page.getByRole('radio', { name: 'Neu senden' }).waitFor();
    await screenshot(page, 'feed-filter-de');
    await button('Speichern').click();
    await page.getByText('Bäckerei, Buchhandlung').waitFor();
  });

  test.each([
    ['a phone', 320],
    ['a window at 200 % zoom', 720],
  ])('%s does not scroll sideways', async (_what, width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [PORTALS, new URL(page.url()).pathname.replace(/^\/admin/, ''), `${PORTALS}/new`]) {
      await visit(page, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const overflow = await page.evaluate<string[]>(OVERFLOW);
      expect({ path, overflow }).toEqual({ path, overflow: [] });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('it is removed after confirmation', async () => {
    await visit(page, PORTALS);
    await page.getByRole('link', { name: 'Ruhrportal' }).click();
    await chooseFromMenu('Portal entfernen …');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Entfernen' }).click();
    await page.getByText('„Ruhrportal“ ist entfernt.').first().waitFor();
    await page.getByText('Noch kein Portal bezieht Einträge').waitFor();
  });
});

test('an English panel shows English texts', async () => {
  const english = await openPanel(browser);
  await logIn(english, await createAdmin({ language: 'en' }));
  await visit(english, `${PORTALS}/new`);
  await english.getByRole('heading', { name: 'New portal', level: 1 }).waitFor();
  await english.getByRole('checkbox', { name: 'Businesses' }).waitFor();
  await english.getByLabel('Name').fill('Neighbours');
  await english.getByLabel('E-mail of the portal').fill('feed@portal.example');
  await button('Create portal', english).click();
  await english.getByText('To be seen only now').waitFor();
  await button('I have passed it on or stored it', english).click();
  await light('pulls', english).waitFor();
  await screenshot(english, 'feed-portal-en');
  await english.context().close();
});
