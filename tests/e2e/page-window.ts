import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startedApp } from '../support';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

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
