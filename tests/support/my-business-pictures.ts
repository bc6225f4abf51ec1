import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../scripts/lib/project';

interface DemoAccounts {
  readonly contributors: readonly { readonly email: string; readonly password: string }[];
}

/** A picture of "Mein Betrieb": what is done before it is taken. */
export interface Step {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
}

const entry = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('form.entry').waitFor();
  await page.waitForLoadState('networkidle');
};

const unfold = async (page: Page, part: string): Promise<void> => {
  const summary = page
    .locator('details.part')
    .filter({ has: page.getByRole('heading', { name: part, exact: true }) })
    .locator('> summary');
  await summary.click();
  await summary.scrollIntoViewIfNeeded();
  await page.evaluate("document.querySelector('details.part[open]').scrollIntoView()");
};

/** The steps of docs/mein-betrieb-de.md, by the first contributor of the demo city; nothing is saved. */
export function myBusinessSteps(address: string): readonly Step[] {
  const accounts = JSON.parse(
    readFileSync(join(PROJECT_ROOT, '.data', 'demo-accounts.json'), 'utf8'),
  ) as DemoAccounts;
  const [account] = accounts.contributors;
  if (!account) throw new Error('The demo city has no contributor.');
  const root = `${address}/mein-betrieb`;
  return [
    {
      name: 'overview',
      reach: async (page) => {
        await page.goto(root);
        await page.getByLabel('E-Mail-Adresse oder Name').fill(account.email);
        await page.getByLabel('Passwort').fill(account.password);
        await page.getByRole('button', { name: 'Anmelden' }).click();
        await page.locator('#app .card').first().waitFor();
      },
    },
    {
      name: 'find',
      reach: async (page) => {
        await page.goto(`${root}/suchen`);
        await page.getByLabel(/Name des Betriebs/).fill('Bäckerei');
        await page.getByRole('button', { name: 'Suchen' }).click();
        await page.locator('#app .card').first().waitFor();
      },
    },
    { name: 'form', reach: (page) => entry(page, `${root}/neu/businesses`) },
    {
      name: 'hours',
      reach: async (page) => {
        await page.goto(root);
        await page
          .getByRole('link', { name: /^Ändern/ })
          .first()
          .click();
        await page.locator('form.entry').waitFor();
        await unfold(page, 'Öffnungszeiten');
        await page.getByText('Oder einfach hinschreiben').first().click();
        const field = page.getByLabel('Zeiten, wie Sie sie an die Tür schreiben').first();
        await field.fill('Mo–Fr 6–18 Uhr, Sa 6–13 Uhr');
        await page.getByText('Verstanden als:').first().waitFor();
        await field.scrollIntoViewIfNeeded();
        await page.evaluate('window.scrollBy(0, 250)');
      },
    },
  ];
}
