import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { complaintsOf, signIn } from './my-page';
import { openWindow } from './page-window';

type Language = 'de' | 'en';

/** Signs in to "Mein Betrieb" and opens a place of it, such as `bearbeiten/businesses/:id`. */
export async function openPlace(
  page: Page,
  identifier: string,
  place: string,
  language: Language = 'de',
): Promise<void> {
  const root = language === 'de' ? '/mein-betrieb' : '/en/my-business';
  await signIn(page, identifier, root);
  await page.goto(`${root}/${place}`);
  await page.locator('#app form').waitFor();
}

/** A window, the hosts that it asks, and what the browser complains of, such as what the policy has refused. */
export async function openWatched(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ page: Page; hosts: Set<string>; complaints: string[] }> {
  const { page, hosts } = await openWindow(browser, options);
  const complaints = complaintsOf(page);
  page.on('pageerror', ({ message }) => complaints.push(message));
  return { page, hosts, complaints };
}

/** Opens the part of a form with this heading. */
export async function openPart(page: Page, heading: string): Promise<Locator> {
  const part = page.locator('details.part').filter({ has: page.getByRole('heading', { name: heading }) });
  const isOpen = (await part.getAttribute('open')) !== null;
  if (!isOpen) await part.locator('summary').first().click();
  return part;
}
