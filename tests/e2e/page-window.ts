import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startedApp } from '../support';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** How people see a page. */
export const LOOKS = [
  ['on a phone, light', PHONE, 'light'],
  ['on a phone, dark', PHONE, 'dark'],
  ['on a desk, light', DESKTOP, 'light'],
  ['on a desk, dark', DESKTOP, 'dark'],
] as const;

/** A window for the city's pages, and the hosts that it asks. */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; hosts: Set<string> }> {
  const context = await browser.newContext({
    baseURL: startedApp().url,
    locale: 'de-DE',
    viewport: DESKTOP,
    ...options,
  });
  const hosts = new Set<string>();
  context.on('request', (request) => hosts.add(new URL(request.url()).origin));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { page, hosts };
}

export const isWiderThanWindow = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
