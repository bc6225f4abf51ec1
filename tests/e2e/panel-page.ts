import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import { startedApp, type AdminAccount } from '../support';

const SCREENSHOTS = join(PROJECT_ROOT, '.cache', 'screenshots');

/** The admin panel in a new window, as its user sees it; the language of the browser does not matter. */
export async function openPanel(browser: Browser, { width = 1440, height = 900 } = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: startedApp().url,
    locale: 'fr-FR',
    timezoneId: 'Europe/Berlin',
    viewport: { width, height },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** Logs in on the login page. @param button its label in the language of that page */
export async function logIn(
  page: Page,
  { email, password }: AdminAccount,
  button = 'Anmelden',
): Promise<void> {
  await page.goto('/admin/auth/login');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.waitForLoadState('networkidle');
}

/** Opens a page of the panel and waits until it has loaded its data. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`/admin${path}`);
  await page.waitForLoadState('networkidle');
}

/** Writes `.cache/screenshots/NAME.png`, for people to look at. */
export async function screenshot(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage });
}
