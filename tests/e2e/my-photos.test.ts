import { join } from 'node:path';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { eventually } from '../support/eventually';
import { createCityProfile, createContributor, request, startedApp } from '../support';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { openPart, openPlace, openWatched } from './my-form-window';
import { DESKTOP, isWiderThanWindow, LOOKS, PHONE } from './page-window';
import { screenshot } from './panel-page';

jest.setTimeout(300_000);

let browser: Browser;
let folder: string;

const file = (name: string): string => join(folder, name);

/** A picture whose upper edge is red, so that it is seen which way up it is. */
const drawing = (width: number, height: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e94"/><stop offset="1" stop-color="#258"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><rect width="100%" height="10%" fill="#c00"/></svg>`,
  );

const latin = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(2000, 7)]);

async function writeFiles(): Promise<void> {
  // As a phone takes it: 48 megapixels, lying on its side, with the place where it was taken.
  await sharp(drawing(8000, 6000), { limitInputPixels: false })
    .rotate(270)
    .jpeg({ quality: 90 })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toFile(file('gross.jpg'));
  writeFileSync(file('eigentlich-png.jpg'), await sharp(drawing(1200, 800)).png().toBuffer());
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><circle cx="300" cy="300" r="200" fill="#174"/></svg>';
  await sharp(Buffer.from(logo)).png().toFile(file('logo.png'));
  const whole = await sharp(drawing(2000, 1500)).jpeg().toBuffer();
  writeFileSync(file('halb.jpg'), whole.subarray(0, whole.length / 2));
  writeFileSync(file('IMG_0001.HEIC'), latin('\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic'));
  writeFileSync(file('film.mp4'), latin('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42'));
  writeFileSync(file('karte.pdf'), '%PDF-1.7\n');
  writeFileSync(file('notiz.jpg'), 'Nur Text');
  writeFileSync(file('leer.jpg'), '');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stadtverbund-photos-'));
  browser = await launchChromium();
  await createCityProfile();
  await writeFiles();
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser?.close();
});

interface Stored {
  readonly data: {
    readonly logo: { readonly image: { readonly url: string; readonly mime: string } } | null;
    readonly photos: readonly {
      readonly alternativeText: string | null;
      readonly credit: string | null;
      readonly image: { readonly url: string; readonly width: number; readonly height: number };
    }[];
  };
}

async function account(): Promise<{ email: string; token: string; id: string }> {
  const { email, token } = await createContributor();
  const { body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token,
    body: { data: { name: 'Café Sonne', summary: 'Kaffee' } },
  });
  return { email, token, id: body.data.documentId };
}

const storedOf = async ({ id, token }: { id: string; token: string }): Promise<Stored['data']> =>
  (await request<Stored>(`/api/my/businesses/${id}`, { token })).body.data;

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Nur speichern' }).click();
  await page.getByText(/^Gespeichert/).waitFor();
};

it.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])(
  '%s: photos of 48 megapixels and under a wrong name are upright and small, and say nothing of where they were taken',
  async (_how, viewport) => {
    const mine = await account();
    const { page, hosts, complaints } = await openWatched(browser, { viewport });
    await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
    const sent: Buffer[] = [];
    page.on('request', (one) => {
      if (one.url().endsWith('/api/my/uploads')) sent.push(one.postDataBuffer() ?? Buffer.alloc(0));
    });
    const logo = await openPart(page, 'Logo');
    await logo.locator('input[type=file]').setInputFiles(file('logo.png'));
    await logo.getByText('Logo ist da.').waitFor();
    const photos = await openPart(page, 'Fotos');
    await photos.locator('input[type=file]').setInputFiles([file('gross.jpg'), file('eigentlich-png.jpg')]);
    await photos.getByText('Foto 2 ist da.').waitFor();
    const texts = photos.getByLabel(/^Was ist auf dem Bild zu sehen/);
    await texts.nth(0).fill('Theke mit Kuchen');
    await texts.nth(1).fill('Terrasse');
    // By keyboard: the second comes first, and the button goes with it.
    await photos.getByRole('button', { name: 'Nach vorn: Foto 2' }).focus();
    await page.keyboard.press('Enter');
    await photos.getByText('Jetzt Foto 1 von 2.').waitFor();
    expect(await page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toBe(
      'Nach vorn: Foto 1',
    );
    await save(page);

    const { logo: storedLogo, photos: storedPhotos } = await storedOf(mine);
    expect(storedLogo?.image.mime).toBe('image/png');
    expect(
      storedPhotos.map(({ alternativeText, credit, image }) => [
        ...[alternativeText, credit, image.width, image.height],
      ]),
    ).toEqual([
      ['Terrasse', 'Café Sonne', 1200, 800],
      ['Theke mit Kuchen', 'Café Sonne', 2560, 1920],
    ]);
    // What left the device has no EXIF, and fits a slow line.
    expect(sent.length).toBe(3);
    expect(sent.filter((body) => body.includes('Exif') || body.length > 2_000_000)).toEqual([]);
    // Upright: its upper edge is red.
    const shown = await page.request.get(storedPhotos[1]?.image.url ?? '');
    const { data } = await sharp(await shown.body())
      .extract({ left: 1280, top: 20, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(150);
    expect(data[2]).toBeLessThan(60);
    expect([...hosts].filter((host) => host !== 'null')).toEqual([startedApp().url]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

it('what is no picture is refused with a sentence that says what to do, and the rest is taken', async () => {
  const mine = await account();
  const { page, complaints } = await openWatched(browser, { viewport: PHONE });
  await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
  const photos = await openPart(page, 'Fotos');
  const names = ['IMG_0001.HEIC', 'film.mp4', 'karte.pdf', 'notiz.jpg', 'leer.jpg', 'halb.jpg', 'logo.png'];
  await photos.locator('input[type=file]').setInputFiles(names.map(file));
  await photos.getByText('Foto 1 ist da.').waitFor();
  const alert = photos.getByRole('alert');
  const sentences = await alert.locator('p').allTextContents();
  expect(sentences.map((sentence) => sentence.slice(0, 30))).toEqual([
    expect.stringContaining('„IMG_0001.HEIC“ ist ein HEIC'),
    expect.stringContaining('„film.mp4“ ist ein Video'),
    expect.stringContaining('„karte.pdf“ ist eine PDF'),
    expect.stringContaining('„notiz.jpg“ ist kein Bild'),
    expect.stringContaining('„leer.jpg“ ist kein Bild'),
    expect.stringContaining('„halb.jpg“ lässt sich nicht'),
  ]);
  expect(sentences[0]).toContain('JPEG');
  expect(sentences[0]).toContain('Maximale Kompatibilität');
  expect(await photos.getByRole('img').count()).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** How many photos are in the draft that this device keeps. */
const KEPT_PHOTOS = `new Promise((resolve) => {
  const opening = indexedDB.open('stadtverbund-typed');
  opening.onsuccess = () => {
    const all = opening.result.transaction('kept').objectStore('kept').getAll();
    all.onsuccess = () => {
      opening.result.close();
      resolve(all.result[0]?.values.photos?.length ?? 0);
    };
  };
})`;

it('a photo outlasts a reload before it is uploaded; removed, it is gone', async () => {
  const mine = await account();
  const { page } = await openWatched(browser, { viewport: PHONE });
  await openPlace(page, mine.email, `bearbeiten/businesses/${mine.id}`);
  await (await openPart(page, 'Fotos')).locator('input[type=file]').setInputFiles(file('eigentlich-png.jpg'));
  await page.getByText('Foto 1 ist da.').waitFor();
  await eventually('the photo is kept', () => page.evaluate<boolean>(`${KEPT_PHOTOS}.then((n) => n === 1)`));
  await page.reload();
  const photos = await openPart(page, 'Fotos');
  await photos.getByRole('img').waitFor();
  await save(page);
  expect((await storedOf(mine)).photos.length).toBe(1);
  await photos.getByRole('button', { name: 'Entfernen: Foto 1' }).click();
  await save(page);
  expect((await storedOf(mine)).photos).toEqual([]);
  await page.context().close();
});

it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
  const mine = await account();
  const { page } = await openWatched(browser, { viewport, colorScheme });
  for (const [language, place, heading] of [
    ['de', 'bearbeiten', 'Fotos'],
    ['en', 'edit', 'Photos'],
  ] as const) {
    await openPlace(page, mine.email, `${place}/businesses/${mine.id}`, language);
    const photos = await openPart(page, heading);
    await photos
      .locator('input[type=file]')
      .setInputFiles([file('eigentlich-png.jpg'), file('logo.png'), file('IMG_0001.HEIC')]);
    await photos.getByRole('alert').locator('p').waitFor();
    expect(await axeFindings(page, '#app')).toEqual([]);
    expect(await isWiderThanWindow(page)).toBe(false);
    await screenshot(page, `my-photos-${language}-${viewport.width}-${colorScheme}`, { fullPage: true });
    await page.context().clearCookies();
  }
  await page.context().close();
});
