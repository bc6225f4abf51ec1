import type { Browser, Page } from 'playwright-core';
import { createBusiness, createCityProfile, createContributor, request, startedApp } from '../support';
import { eventually } from '../support/eventually';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { openPlace, openWatched } from './my-form-window';
import { DESKTOP, isWiderThanWindow, LOOKS, PHONE } from './page-window';
import { screenshot } from './panel-page';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ slug: 'dortmund' });
  await createBusiness({
    name: 'Nachbar',
    address: { street: 'Kuckelke', houseNumber: '3', postcode: '44135', place: 'Dortmund' },
    location: { latitude: 51.5175, longitude: 7.4666 },
  });
}, 120_000);
afterAll(() => browser?.close());

interface Stored {
  readonly address: Readonly<Record<string, string>> | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
}

async function account(more: object = {}): Promise<{ email: string; token: string; id: string }> {
  const { email, token } = await createContributor();
  const { body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token,
    body: { data: { name: 'Café Sonne', summary: 'Kaffee', ...more } },
  });
  return { email, token, id: body.data.documentId };
}

const storedOf = async ({ id, token }: { id: string; token: string }): Promise<Stored> =>
  (await request<{ data: Stored }>(`/api/my/businesses/${id}`, { token })).body.data;

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Nur speichern' }).click();
  await page.getByText(/^Gespeichert/).waitFor();
};

const coordinates = (page: Page) => page.getByLabel('Koordinaten');

/** What the coordinates are, once they are no longer these. */
const movedFrom = (page: Page, before: string): Promise<string> =>
  eventually('the pin moves', async () => {
    const now = await coordinates(page).inputValue();
    return now !== before && now;
  });

const mapShown = (page: Page) => page.locator('.pin-map[data-ready]').waitFor();

it.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('%s: an address, and a pin that is tapped, dragged, and moved by keys', async (_how, viewport) => {
  const mine = await account();
  const { page, hosts, complaints } = await openWatched(browser, { viewport });
  await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
  await page.getByLabel('Straße').fill('Kuckelke');
  expect(await page.getByLabel('Ort', { exact: true }).inputValue()).toBe('Dortmund');
  await page.getByLabel('Hausnummer').fill('5');
  // Said at once: letters; said when it is left: what is too short.
  const postcode = page.getByLabel('Postleitzahl', { exact: true });
  await postcode.fill('4413x');
  await page.getByText('Eine Postleitzahl hat fünf Ziffern').waitFor();
  await postcode.fill('4413');
  expect(await page.getByText('Eine Postleitzahl hat fünf Ziffern').count()).toBe(0);
  await postcode.blur();
  await page.getByText('Eine Postleitzahl hat fünf Ziffern').waitFor();
  await postcode.fill('44135');

  // Where a neighbour is, to begin with.
  await page.getByRole('button', { name: 'Auf der Karte zeigen' }).click();
  await page.getByText(/in derselben Straße/).waitFor();
  await page
    .getByText(/Stadtbezirk: Innenstadt-West|Stadtbezirk: Innenstadt-Nord|Stadtbezirk: Innenstadt-Ost/)
    .waitFor();
  expect(await coordinates(page).inputValue()).toBe('51,51750 / 7,46660');
  await mapShown(page);
  const map = page.locator('.pin-map');
  // Not under the bar at the bottom.
  await page.evaluate("document.querySelector('.pin-map').scrollIntoView({ block: 'center' })");
  await map.click({ position: { x: 80, y: 160 } });
  const tapped = await movedFrom(page, '51,51750 / 7,46660');
  const pin = page.getByRole('button', { name: /^Pin Ihres Betriebs/ });
  const box = await pin.boundingBox();
  if (!box) throw new Error('The pin is not in view.');
  await page.mouse.move(box.x + 22, box.y + 22);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + 70, { steps: 5 });
  await page.mouse.up();
  const dragged = await movedFrom(page, tapped);
  await pin.focus();
  await page.keyboard.press('ArrowUp');
  const up = await movedFrom(page, dragged);
  await page.keyboard.press('Shift+ArrowLeft');
  const pressed = await movedFrom(page, up);
  expect(await page.evaluate(`document.activeElement?.className.includes('pin')`)).toBe(true);

  await save(page);
  const { address, location } = await storedOf(mine);
  expect(address).toMatchObject({
    street: 'Kuckelke',
    houseNumber: '5',
    postcode: '44135',
    place: 'Dortmund',
  });
  expect(location?.latitude.toFixed(5).replace('.', ',')).toBe(pressed.split(' / ')[0]);

  await page.getByRole('button', { name: 'Pin entfernen' }).click();
  await save(page);
  expect((await storedOf(mine)).location).toBeNull();
  // By keyboard, without any pin yet.
  await page.getByRole('button', { name: 'Pin in die Mitte setzen' }).click();
  await pin.waitFor();
  expect([...hosts]).toEqual([startedApp().url]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('numbers are typed in any usual form; what is too far, or no point, is said at once', async () => {
  const mine = await account();
  const { page } = await openWatched(browser, { viewport: PHONE });
  await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
  await coordinates(page).fill('am Markt');
  await coordinates(page).press('Enter');
  await page.getByText('Bitte geben Sie zwei Zahlen ein').waitFor();
  await coordinates(page).fill('52.52, 13.405');
  await coordinates(page).press('Enter');
  await page.getByText(/km von der Stadtmitte entfernt; höchstens 50 km/).waitFor();
  await coordinates(page).fill('51° 29′ 20″ N 7° 30′ 0″ O');
  await coordinates(page).press('Enter');
  await page.getByText('Stadtbezirk: Hörde').waitFor();
  expect(await page.getByText(/km von der Stadtmitte/).count()).toBe(0);
  await save(page);
  expect((await storedOf(mine)).location).toMatchObject({ latitude: 51.48889, longitude: 7.5 });
  await page.context().close();
});

it('an address outside, and a postcode of another place, are refused at the field', async () => {
  const mine = await account();
  const { page } = await openWatched(browser, { viewport: PHONE });
  await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
  await page.getByLabel('Straße').fill('Unter den Linden');
  await page.getByLabel('Postleitzahl', { exact: true }).fill('10117');
  await page.getByRole('button', { name: 'Nur speichern' }).click();
  await page.locator('#app .problems').waitFor();
  expect(await page.getByLabel('Ort', { exact: true }).getAttribute('aria-invalid')).toBe('true');
  await page.context().close();
});

it('asks the device where it is only if that is wanted', async () => {
  const mine = await account();
  const { page } = await openWatched(browser, {
    viewport: PHONE,
    geolocation: { latitude: 51.5, longitude: 7.45 },
    permissions: ['geolocation'],
  });
  await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
  expect(await coordinates(page).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Mein Standort' }).click();
  await page.getByText(/wo Ihr Gerät gerade ist/).waitFor();
  expect(await coordinates(page).inputValue()).toBe('51,50000 / 7,45000');
  await page.context().close();
});

it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
  const mine = await account({
    address: { street: 'Kuckelke', houseNumber: '5', postcode: '44135', place: 'Dortmund' },
    location: { latitude: 51.5175, longitude: 7.4666 },
  });
  const { page } = await openWatched(browser, { viewport, colorScheme });
  for (const [language, place] of [
    ['de', 'bearbeiten'],
    ['en', 'edit'],
  ] as const) {
    await openPlace(page, mine.email, `${place}/businesses/${mine.id}`, language);
    await page.locator('.pin-frame').scrollIntoViewIfNeeded();
    await mapShown(page);
    await page.getByLabel(/^(Postleitzahl|Postcode)$/).fill('ab');
    expect(await axeFindings(page, '#app')).toEqual([]);
    expect(await isWiderThanWindow(page)).toBe(false);
    await screenshot(page, `my-place-${language}-${viewport.width}-${colorScheme}`, { fullPage: true });
    await page.context().clearCookies();
  }
  await page.context().close();
});
