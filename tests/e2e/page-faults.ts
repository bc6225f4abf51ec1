import type { Browser, Page } from 'playwright-core';
import { startedApp } from '../support';
import { axeFindings } from './axe-findings';
import { screenshot } from './panel-page';
import { isWiderThanWindow, openWindow } from './page-window';

interface Window {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

/** What is wrong with the page at hand: what axe finds, and that it does not fit the window. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const found = (await axeFindings(page, 'html')).map((line) => `${path}: ${line}`);
  return (await isWiderThanWindow(page)) ? [...found, `${path}: wider than the window`] : found;
}

/**
 * Opens pages, takes a picture of each, and expects that axe finds nothing, nothing is cut off and nothing comes from elsewhere.
 * @param pages paths by the name that their pictures get
 * @param prefix of the pictures' names
 */
export async function expectNoFaults(
  browser: Browser,
  pages: Readonly<Record<string, readonly string[]>>,
  { viewport, colorScheme }: Window,
  prefix: string,
): Promise<void> {
  const { page, hosts } = await openWindow(browser, { viewport, colorScheme });
  const found: string[] = [];
  for (const [name, paths] of Object.entries(pages))
    for (const path of paths) {
      await page.goto(path);
      found.push(...(await faultsOf(page, path)));
      const language = await page.evaluate<string>('document.documentElement.lang');
      await screenshot(page, `${prefix}-${name}-${language}-${viewport.width}-${colorScheme}`, {
        fullPage: true,
      });
    }
  expect(found).toEqual([]);
  expect([...hosts]).toEqual([startedApp().url]);
  await page.context().close();
}

/** Opens pages in forced colours with text of twice the size, and expects the same of them. */
export async function expectNoFaultsEnlarged(
  browser: Browser,
  paths: readonly string[],
  viewport: Window['viewport'],
): Promise<void> {
  const { page } = await openWindow(browser, { viewport, forcedColors: 'active' });
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    found.push(...(await faultsOf(page, path)));
  }
  expect(found).toEqual([]);
  await page.context().close();
}
