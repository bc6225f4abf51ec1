import type { Browser, Page } from 'playwright-core';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import { createAdmin, createBusiness, createCityProfile } from '../support';
import { launchChromium } from '../support/chromium';
import { logIn, openPanel, screenshot, visit } from './panel-page';

const BUSINESSES = '/content-manager/collection-types/api::business.business';
const EVERYONE = [
  '/',
  `${BUSINESSES}?plugins[i18n][locale]=de`,
  `${BUSINESSES}/create?plugins[i18n][locale]=de`,
  '/content-manager/single-types/api::city-profile.city-profile?plugins[i18n][locale]=de',
  '/plugins/upload',
  '/plugins/moderation',
  '/me',
];

// For every user, Strapi's media library requests settings that only super admins may read, and copes without them.
const ASKED_IN_VAIN = /403 \(Forbidden\) http:\/\/[^/]+\/upload\/settings$/;

// Next to other suites on two cores, a browser took up to 17 s for one test.
jest.setTimeout(240_000);

let browser: Browser;
let form: string;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile();
  const { documentId } = await createBusiness();
  form = `${BUSINESSES}/${documentId}?plugins[i18n][locale]=de`;
}, 120_000);
afterAll(() => browser?.close());

/** Collects the browser's complaints about this page from now on: policy violations, uncaught errors, missing files. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  const where = () => new URL(page.url()).pathname;
  page.on('pageerror', (error) => heard.push(`${where()}: ${error.stack}`));
  page.on('console', (message) => {
    const text = `${where()}: ${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !ASKED_IN_VAIN.test(text)) heard.push(text.slice(0, 500));
  });
  return heard;
}

test.each([
  ['an editor', EDITORIAL_ROLE, EVERYONE],
  [
    'a super admin',
    'strapi-super-admin',
    [
      ...EVERYONE,
      '/settings/application-infos',
      '/settings/api-tokens',
      '/settings/media-library',
      '/settings/internationalization',
      '/settings/roles',
      '/settings/users',
      '/settings/webhooks',
      '/settings/users-permissions/roles',
    ],
  ],
])('%s causes no error and no policy violation in the console', async (_who, role, paths) => {
  const account = await createAdmin({ role, language: 'de' });
  const page = await openPanel(browser);
  const heard = complaints(page);
  await logIn(page, account);
  for (const path of [...paths, form]) {
    await visit(page, path);
    await page.locator('main').first().waitFor();
    if (path === '/plugins/upload') await screenshot(page, `media-library-${role}`);
  }
  await page.locator('input[name=name]').waitFor();
  expect(heard).toEqual([]);
});

test('the settings offer a super admin nothing that has been switched off', async () => {
  const page = await openPanel(browser);
  await logIn(page, await createAdmin({ language: 'de' }));
  await visit(page, '/settings/application-infos');
  await page.locator('a[href*="/settings/api-tokens"]').first().waitFor();
  await screenshot(page, 'settings-super-admin-1440');
  expect(await page.locator('a[href*="transfer-tokens"]').count()).toBe(0);
  expect(await page.locator('a[href*="market.strapi.io"]').count()).toBe(0);
});
