import type { Locator, Page } from 'playwright-core';
import { PASSWORD, startedApp, type ContributorAccount } from '../support';
import { axeFindings } from './axe-findings';
import { isWiderThanWindow } from './page-window';
import { screenshot } from './panel-page';

export const heading = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name });

/** Signs somebody in to "Mein Betrieb", at one of its addresses. */
export async function signIn(page: Page, identifier: string, path = '/mein-betrieb'): Promise<void> {
  await page.goto(path);
  await page.getByLabel(/E-Mail-Adresse oder Name|E-mail address or name/).fill(identifier);
  await page.getByLabel(/^(Passwort|Password)$/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Anmelden|Sign in)$/ }).click();
  await page.locator('nav.app-menu').waitFor();
}

/** What the policy of the page has refused, as the browser says it. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}

/** What is wrong with what is shown; takes a picture of it. */
export async function faultsShown(page: Page, name: string): Promise<string[]> {
  const found = (await axeFindings(page, 'html')).map((line) => `${name}: ${line}`);
  if (await isWiderThanWindow(page)) found.push(`${name}: wider than the window`);
  await screenshot(page, name, { fullPage: true });
  return found;
}

/** Makes an account a manager of a business. */
export async function addMember(
  business: string,
  { id }: Pick<ContributorAccount, 'id'>,
  role: 'owner' | 'manager' = 'owner',
): Promise<void> {
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: id, role, since: new Date().toISOString() } });
}
