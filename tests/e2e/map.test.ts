import type { Browser, Page } from 'playwright-core';
import { createBusiness, createCategory, createCityProfile, startedApp } from '../support';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { isWiderThanWindow, LOOKS, openWindow } from './page-window';
import { screenshot } from './panel-page';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ slug: 'dortmund', claim: 'Alles in der Nähe' });
  const category = (await createCategory({ name: 'Fahrräder', slug: 'fahrraeder' })).documentId;
  const at = (latitude: number, longitude: number) => ({ location: { latitude, longitude } });
  const hours = [{ service: 'on-site', rule: '24/7' }];
  await createBusiness({ name: 'Anker', slug: 'anker', hours, ...at(51.56, 7.35) });
  // Too near to each other to be pressed one by one.
  await createBusiness({ name: 'Brille', ...at(51.5142, 7.4653) });
  await createBusiness({ name: 'Dose', ...at(51.5152, 7.4663), categories: [category] });
  // In one house.
  for (const name of ['Eimer', 'Feile', 'Gabel']) await createBusiness({ name, ...at(51.47, 7.58) });
}, 120_000);
afterAll(() => browser?.close());

const openMap = async (page: Page, path = '/karte'): Promise<void> => {
  await page.goto(path);
  await page.waitForSelector('.map[data-ready]');
};

/** Points and groups as they are read aloud, in the order of the keyboard. */
const signs = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.map .leaflet-marker-icon[role="button"]')].map((one) => one.getAttribute('aria-label'))`,
  );

it.each(LOOKS)(
  '%s: axe finds nothing in map and list, nothing comes from elsewhere',
  async (_how, viewport, colorScheme) => {
    const { page, hosts } = await openWindow(browser, { viewport, colorScheme });
    for (const path of ['/karte', '/en/map', '/betriebe/anker']) {
      await page.goto(path);
      await page.locator('.map').scrollIntoViewIfNeeded();
      await page.waitForSelector('.map[data-ready]');
      expect(await axeFindings(page, 'html')).toEqual([]);
      expect(await isWiderThanWindow(page)).toBe(false);
      await screenshot(page, `map-${path.split('/').at(-1)}-${viewport.width}-${colorScheme}`, {
        fullPage: true,
      });
    }
    expect([...hosts]).toEqual([startedApp().url]);
    await page.context().close();
  },
);

it('groups say how many they hold and whom; points and list have one order', async () => {
  const { page } = await openWindow(browser);
  await openMap(page);
  expect(await signs(page)).toEqual([
    'Anker (Betrieb)',
    '2 Einträge: Brille, Dose. Vergrößern',
    '3 Einträge: Eimer, Feile, Gabel. Vergrößern',
  ]);
  expect(await page.locator('[data-place] h3').allTextContents()).toEqual([
    'Anker',
    'Brille',
    'Dose',
    'Eimer',
    'Feile',
    'Gabel',
  ]);
  await page.context().close();
});

it('by keyboard alone: past the map, into it, a group until it falls apart, a place to its page', async () => {
  const { page } = await openWindow(browser);
  await openMap(page);
  const focused = () =>
    page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") || document.activeElement.textContent',
    );
  const press = (key: string) => page.keyboard.press(key);
  await page.locator('.inside-page').focus();
  await press('Enter');
  expect(await focused()).toMatch(/6 Treffer/);

  await page.locator('.map').focus();
  await press('Tab');
  expect(await focused()).toBe('Anker (Betrieb)');
  await press('Tab');
  expect(await focused()).toBe('2 Einträge: Brille, Dose. Vergrößern');
  await press('Enter');
  // The focus is where the group was: on the first of those that it held.
  await page.locator('[aria-label="Brille (Betrieb)"]:focus').waitFor();
  expect(await page.locator('.map-part [role="status"]').textContent()).toMatch(
    /^\d+ Einträge im Ausschnitt/,
  );
  await press('Enter');
  await page.waitForSelector('.leaflet-popup');
  expect(await focused()).toBe('Brille');
  await press('Escape');
  await page.locator('[aria-label="Brille (Betrieb)"]:focus').waitFor();
  await press(' ');
  await page.waitForSelector('.leaflet-popup a:focus');
  // The address is that of PUBLIC_URL, where nobody listens in a test.
  const asked = page.waitForRequest(/\/betriebe\/brille/);
  await press('Enter');
  await asked;
  await page.context().close();
});

it('what is in one house is a list that no enlarging parts', async () => {
  const { page } = await openWindow(browser, { reducedMotion: 'reduce' });
  await openMap(page);
  await page.getByRole('button', { name: /Eimer/ }).focus();
  await page.keyboard.press('Enter');
  const links = page.locator('.leaflet-popup li a');
  expect(await links.allTextContents()).toEqual(['Eimer', 'Feile', 'Gabel']);
  expect(await axeFindings(page, '.map')).toEqual([]);
  await page.context().close();
});

it('who has asked for less motion sees none', async () => {
  const { page } = await openWindow(browser, { reducedMotion: 'reduce' });
  await openMap(page);
  await page.evaluate(`
    window.moved = [];
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (/leaflet-(pan|zoom)-anim( |$)/.test(target.className)) window.moved.push(target.className);
    }).observe(document.querySelector('.map'), { attributes: true, subtree: true, attributeFilter: ['class'] })`);
  await page.locator('.map').focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', '+', '-'])
    await page.keyboard.press(key);
  await page.getByRole('button', { name: /Anker/ }).press('Enter');
  await page.waitForSelector('.leaflet-popup');
  expect(await page.evaluate('window.moved')).toEqual([]);
  await page.context().close();
});

it.each([
  ['the script of the map', /\/pages\/map\./],
  ['its points', /map\.geojson/],
])('without %s the list stays and no empty frame does', async (_what, pattern) => {
  const { page } = await openWindow(browser);
  await page.route(pattern, (route) => route.abort());
  await page.goto('/karte');
  await page.waitForSelector('.map-part', { state: 'detached' });
  expect(await page.locator('[data-place]').count()).toBe(6);
  expect(await isWiderThanWindow(page)).toBe(false);
  await page.context().close();
});

it('without its background the points stand on plain ground', async () => {
  const { page } = await openWindow(browser);
  await page.route(/background\.geojson/, (route) => route.fulfill({ status: 500, body: '' }));
  await openMap(page);
  expect(await signs(page)).toHaveLength(3);
  await page.context().close();
});

it('without any script there is the list, with filters and the way to the places', async () => {
  const { page } = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto('/karte');
  expect(await page.locator('.map-part').isVisible()).toBe(false);
  await page.getByRole('group').filter({ hasText: 'Kategorie' }).locator('summary').click();
  await page.getByRole('link', { name: 'Fahrräder' }).click();
  await page.waitForURL(/category=fahrraeder/);
  expect(await page.locator('[data-place] h3').allTextContents()).toEqual(['Dose']);
  await page.context().close();
});

it('suggestions are chosen by keyboard, and the search is as before without them', async () => {
  const { page } = await openWindow(browser);
  await page.goto('/suche');
  const field = page.getByRole('combobox');
  await field.pressSequentially('ank');
  await page.getByRole('option', { name: 'Anker Eintrag' }).waitFor();
  expect(await axeFindings(page, '.search')).toEqual([]);
  await field.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).toBe('q-suggestions-0');
  await field.press('Escape');
  expect(await field.getAttribute('aria-expanded')).toBe('false');
  await field.press('ArrowDown');
  await page.getByRole('option', { name: 'Anker Eintrag' }).waitFor();
  await field.press('ArrowDown');
  const asked = page.waitForRequest(/\/betriebe\/anker$/);
  await field.press('Enter');
  await asked;

  await page.goto('/suche');
  await page.route(/suggest/, (route) => route.abort());
  await page.getByRole('combobox').fill('Dose');
  await page.getByRole('combobox').press('Enter');
  await page.waitForURL(/\/suche\?q=Dose/);
  await page.context().close();
});

it('near me sorts by the distance from where the reader is, or says that it is not known', async () => {
  const { page } = await openWindow(browser, {
    permissions: ['geolocation'],
    geolocation: { latitude: 51.47012, longitude: 7.58012 },
  });
  await page.goto('/karte');
  await page.getByRole('button', { name: 'In meiner Nähe' }).click();
  await page.waitForURL(/near=51\.470%2C7\.580&sort=distance/);
  expect((await page.locator('[data-place] h3').allTextContents()).slice(0, 3).sort()).toEqual([
    'Eimer',
    'Feile',
    'Gabel',
  ]);
  await page.getByRole('link', { name: /In der Nähe: Filter entfernen/ }).click();
  await page.waitForURL(/\/karte$/);
  await page.context().clearPermissions();
  await page.getByRole('button', { name: 'In meiner Nähe' }).click();
  await page.getByText('nicht mitgeteilt').waitFor();
  await page.context().close();
});

it('sharing copies the address where the device has no choice of its own', async () => {
  const { page } = await openWindow(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.addInitScript('delete Navigator.prototype.share');
  await page.goto('/betriebe/anker');
  await page.getByRole('link', { name: 'Teilen' }).click();
  await page.getByText('Die Adresse ist kopiert.').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${startedApp().url}/betriebe/anker`);
  await page.context().close();
});
