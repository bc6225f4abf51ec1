import type { Browser, Locator, Page } from 'playwright-core';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import { createAdmin, createCategory, createCityProfile, createContributor, request } from '../support';
import { launchChromium } from '../support/chromium';
import { eventually } from '../support/eventually';
import { contributorAt, listing } from './listing-of-a-contributor';
import { logIn, openPanel, screenshot, visit } from './panel-page';

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(120_000);

const NAME = 'Laden mit neuem Bild';

let browser: Browser;
let page: Page;
let documentId: string;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ boundingBox: { south: 51.416, west: 7.302, north: 51.6, east: 7.638 } });
  const category = (await createCategory({ name: 'Bäckerei' })).documentId;
  const anna = contributorAt(await createContributor());
  const image = await anna.upload({ r: 120, g: 60, b: 140 });
  ({ documentId } = await anna.enter({
    ...listing(NAME, [category]),
    photos: [{ image, alternativeText: 'Der Laden von vorn', credit: 'Anna Muster' }],
  }));
  await anna.submit(documentId);
  page = await openPanel(browser);
  await logIn(page, await createAdmin({ role: EDITORIAL_ROLE, language: 'de' }));
}, 120_000);
afterAll(() => browser?.close());

/** Waits until the browser has rendered it; a picture with a refused address has no width. */
async function expectDrawn(picture: Locator): Promise<string> {
  await picture.waitFor();
  await picture.scrollIntoViewIfNeeded();
  await eventually('the picture is drawn', async () => {
    const width = await picture.evaluate((image: { naturalWidth?: number }) => image.naturalWidth);
    return width || undefined;
  });
  return (await picture.getAttribute('src')) ?? '';
}

const uploaded = () => page.locator('img[src*="/uploads/"]').first();

test('an editor sees a picture that is not public: in the review, the form and the media library', async () => {
  await visit(page, '/plugins/moderation');
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await page.getByRole('heading', { name: 'Was sich ändert' }).waitFor();
  const address = await expectDrawn(page.locator('[data-field="photos"] img'));
  await page.locator('[data-field="photos"]').scrollIntoViewIfNeeded();
  await screenshot(page, 'unreviewed-picture-review-de');
  const { pathname, search } = new URL(address, 'http://panel');
  expect(search).toMatch(/^\?expires=\d+&signature=/);
  expect((await request(pathname)).status).toBe(404);

  await visit(page, `/content-manager/collection-types/api::business.business/${documentId}`);
  await page.getByRole('button', { name: 'Der Laden von vorn' }).first().click();
  await expectDrawn(uploaded());
  await screenshot(page, 'unreviewed-picture-form-de');

  await visit(page, '/plugins/upload');
  await expectDrawn(uploaded());
  await screenshot(page, 'unreviewed-picture-library-de');
});
