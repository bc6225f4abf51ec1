import type { Browser, Page } from 'playwright-core';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  moderation,
  request,
  startedApp,
  type ContributorAccount,
} from '../support';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { contributorAt, listing } from './listing-of-a-contributor';
import { complaintsOf, heading, signIn } from './my-page';
import { DESKTOP, isWiderThanWindow, LOOKS, openWindow, PHONE } from './page-window';
import { screenshot } from './panel-page';

jest.setTimeout(180_000);

const BUSINESS = 'api::business.business';

let browser: Browser;
let category: string;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ mainColour: '#9b1c1c', largestSizeClass: 'small', chainsAdmitted: false });
  category = (await createCategory({ name: 'Bäckereien' })).documentId;
}, 120_000);
afterAll(() => browser?.close());

/** Somebody who manages a public business. */
async function manager(name: string): Promise<{ account: ContributorAccount; business: string }> {
  const account = await createContributor();
  const { documentId } = await createBusiness({
    ...listing(name, [category]),
    hours: [{ service: 'on-site', rule: 'Mo-Fr 07:00-18:00' }],
  });
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: { business: documentId, user: account.id, role: 'owner', since: new Date().toISOString() },
    });
  return { account, business: documentId };
}

async function opened(
  account: ContributorAccount,
  path: string,
  viewport = PHONE,
): Promise<{ page: Page; complaints: string[] }> {
  const { page } = await openWindow(browser, { viewport });
  const complaints = complaintsOf(page);
  await signIn(page, account.email);
  await page.goto(path);
  await page.locator('form.entry').waitFor();
  return { page, complaints };
}

const openPart = (page: Page, name: string): Promise<void> =>
  page
    .locator('details.part')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .locator('> summary')
    .click();

const save = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Nur speichern', exact: true }).click();

const read = async (account: ContributorAccount, id: string) => {
  const { body } = await request<{ data: Record<string, unknown> }>(`/api/my/businesses/${id}`, {
    token: account.token,
  });
  return body.data;
};

it('two devices: what only one has changed is kept of both, and where both have, both are shown', async () => {
  const { account, business } = await manager('Bäckerei Zweimal');
  const path = `/mein-betrieb/bearbeiten/businesses/${business}`;
  const { page: one, complaints } = await opened(account, path);
  const { page: other } = await opened(account, path, DESKTOP);

  await one.getByLabel('Kurzbeschreibung').fill('Von unterwegs');
  await one.getByLabel('Name', { exact: true }).fill('Bäckerei Zweimal neu');
  await openPart(other, 'Weitere Angaben');
  await other.getByLabel('Kurzbeschreibung').fill('Vom Schreibtisch');
  await other.getByLabel(/^Beschreibung/).fill('Am Schreibtisch geschrieben');
  await save(other);
  await other.getByText(/^Gespeichert\./).waitFor();

  await save(one);
  await one.getByRole('heading', { name: 'Zweimal geändert' }).waitFor();
  const versions = one.locator('.versions').filter({ hasText: 'Kurzbeschreibung' });
  await versions.getByText('Von unterwegs').waitFor();
  await versions.getByText('Vom Schreibtisch').waitFor();
  expect(await one.locator('.versions').count()).toBe(1);
  await screenshot(one, 'my-form-conflict', { fullPage: true });
  await save(one);
  await one.getByText('Bitte wählen Sie zuerst').waitFor();
  await one.getByRole('button', { name: 'Meine nehmen: Kurzbeschreibung' }).click();
  await save(one);
  await one.getByText(/^Gespeichert\./).waitFor();
  expect(await read(account, business)).toMatchObject({
    name: 'Bäckerei Zweimal neu',
    summary: 'Von unterwegs',
    description: 'Am Schreibtisch geschrieben',
  });
  expect(complaints).toEqual([]);
  await one.context().close();
  await other.context().close();
});

it('hours and telephone: two taps, public at once, and nothing else is touched', async () => {
  const { account, business } = await manager('Bäckerei Schnell');
  const { page } = await openWindow(browser, { viewport: PHONE });
  await signIn(page, account.email);
  await page.getByRole('link', { name: 'Zeiten und Telefon: Bäckerei Schnell' }).click();
  await page.getByLabel('Telefon', { exact: true }).last().fill('0231 55 522 11');
  await page.getByRole('checkbox', { name: /Samstag/ }).check();
  await page.getByLabel('Samstag, von').fill('08:00');
  await page.getByLabel('Samstag, bis').fill('12:00');
  await page.getByRole('button', { name: 'Speichern', exact: true }).click();
  await page.getByText(/Schon öffentlich/).waitFor();
  const { body } = await request<{ data: { hours: { rule: string }[]; contact: object } }>(
    `/api/businesses/${business}?populate[hours]=true&populate[contact]=true`,
  );
  expect(body.data.hours.map(({ rule }) => rule)).toEqual(['Mo-Fr 07:00-18:00; Sa 08:00-12:00']);
  expect(body.data.contact).toMatchObject({ phone: '+492315552211', website: 'https://example.org' });
  await page.context().close();
});

it('a new business: whom the city admits is said first, what is missing at once, and few fields are asked for', async () => {
  const account = await createContributor();
  const { page, complaints } = await opened(account, '/mein-betrieb/neu/businesses');
  await page.getByText(/^Die Stadt nimmt auf: .*Filialen einer Kette nimmt sie nicht auf\.$/).waitFor();
  await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe('alert');
  await alert.getByRole('link', { name: /^Name:/ }).click();
  expect(await page.evaluate('document.activeElement?.id')).toBe('entry-name');
  await page.keyboard.type('Café Anfang');
  await page.getByRole('checkbox', { name: 'Bäckereien' }).check();
  await page.getByLabel('Straße').fill('Betenstraße');
  await page.getByLabel('Hausnummer').fill('1');
  await page.getByLabel('Postleitzahl', { exact: true }).first().fill('44137');
  await page.getByLabel('Ort', { exact: true }).fill('Dortmund');
  const sizes = page.getByRole('group', { name: 'Betriebsgröße' });
  await sizes.getByText('(nimmt die Stadt nicht auf)').first().waitFor();
  await sizes.getByLabel(/^Kleinstbetrieb/).check();
  // Email, name, password, and twice at signing in, with these: twelve, of twenty that may be asked for.
  await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await heading(page, 'Ist bei der Redaktion').waitFor();
  const { body } = await request<{
    data: { documentId: string; name: string }[];
    meta: { documents: object };
  }>('/api/my/businesses', { token: account.token });
  expect(body.data.map(({ name }) => name)).toEqual(['Café Anfang']);
  expect(Object.values(body.meta.documents)).toMatchObject([{ submission: { state: 'submitted' } }]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a submission that is decided while the form is open: nothing is lost, and what is said is what is the case', async () => {
  const account = await createContributor();
  const anna = contributorAt(account);
  const { documentId } = await anna.enter(listing('Bäckerei Offen', [category]));
  const { page } = await opened(account, `/mein-betrieb/bearbeiten/businesses/${documentId}`);
  await anna.submit(documentId);
  const editor = { kind: 'editor' as const, id: null, name: 'Redaktion' };
  await moderation().perform({ uid: BUSINESS, documentId, action: 'approve', actor: editor });
  await page.getByLabel('Kurzbeschreibung').fill('Nach der Freigabe geschrieben');
  await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await heading(page, 'Ist bei der Redaktion').waitFor();
  const { meta } = (
    await request<{ meta: object }>(`/api/my/businesses/${documentId}`, { token: account.token })
  ).body;
  expect(meta).toMatchObject({ publication: 'public', submission: { state: 'submitted' } });

  // Waiting beside what is public: only what needs no review can be changed.
  await page.goto(`/mein-betrieb/bearbeiten/businesses/${documentId}`);
  await page
    .getByText(/Ihre Änderung liegt bei der Redaktion/)
    .first()
    .waitFor();
  expect(await page.getByLabel('Kurzbeschreibung').count()).toBe(0);
  await page.getByRole('button', { name: 'Zurückholen' }).click();
  await page.locator('details.part').first().waitFor();
  expect(await page.getByLabel('Kurzbeschreibung').inputValue()).toBe('Nach der Freigabe geschrieben');
  await page.context().close();
});

it('a session that ended elsewhere: what was typed is there for the same account, and for no other', async () => {
  const { account, business } = await manager('Bäckerei Sitzung');
  const other = await createContributor();
  const path = `/mein-betrieb/bearbeiten/businesses/${business}`;
  const { page } = await opened(account, path);
  await request('/api/my/account/sessions', { method: 'DELETE', token: account.token });
  await page.getByLabel('Kurzbeschreibung').fill('Vor dem Ende getippt');
  await save(page);
  await page.getByText('Ihre Anmeldung ist abgelaufen.').waitFor();
  await signIn(page, other.email);
  await page.goto(path);
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('Vor dem Ende getippt').count()).toBe(0);
  await page.context().clearCookies();
  await signIn(page, account.email);
  await page.goto(path);
  await page.getByText(/auf diesem Gerät eingegeben/).waitFor();
  expect(await page.getByLabel('Kurzbeschreibung').inputValue()).toBe('Vor dem Ende getippt');
  await page.context().close();
});

it('an offer by keyboard alone; a price that is none is said and kept', async () => {
  const { account, business } = await manager('Bäckerei Taste');
  const { page } = await opened(account, `/mein-betrieb/neu/offers/${business}`);
  await page.getByLabel(/^Art des Angebots/).focus();
  await page.keyboard.type('Abho');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Brötchen zum Abholen');
  await page.getByLabel('Preis').focus();
  await page.keyboard.type('viel');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByText(/Betrag in Euro/)
    .waitFor();
  expect(await page.getByLabel('Preis').inputValue()).toBe('viel');
  await page.getByLabel('Preis').fill('12,50');
  await page.getByLabel('Preis').press('Enter');
  await heading(page, 'Ist bei der Redaktion').waitFor();
  const { body } = await request<{ data: { title: string; price: number }[] }>('/api/my/offers', {
    token: account.token,
  });
  expect(body.data).toMatchObject([{ title: 'Brötchen zum Abholen', price: 1250 }]);
  await page.context().close();
});

it('a new document is made once, though the answer got lost and the page was closed', async () => {
  const { account, business } = await manager('Bäckerei Einmal');
  const { page } = await opened(account, `/mein-betrieb/neu/offers/${business}`);
  await page.route(
    '**/api/my/offers?*',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByLabel(/^Art des Angebots/).selectOption({ label: 'Abholung' });
  await page.getByLabel('Titel').fill('Einmal Brot');
  await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await page
    .getByText(/^Keine Verbindung/)
    .first()
    .waitFor();
  await page.reload();
  await page.getByText(/auf diesem Gerät eingegeben/).waitFor();
  await page.getByLabel('Preis').fill('3');
  await page.getByRole('button', { name: 'Einreichen', exact: true }).click();
  await heading(page, 'Ist bei der Redaktion').waitFor();
  const { body } = await request<{ data: { title: string; price: number }[] }>('/api/my/offers', {
    token: account.token,
  });
  expect(body.data).toMatchObject([{ title: 'Einmal Brot', price: 300 }]);
  await page.context().close();
});

it('what is typed while a change is on its way, and meets another, is kept', async () => {
  const { account, business } = await manager('Bäckerei Unterwegs');
  const { page } = await opened(account, `/mein-betrieb/bearbeiten/businesses/${business}`);
  await contributorAt(account).change(business, { description: 'Anderswo geschrieben' });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(
    '**/api/my/businesses/*',
    async (route) => {
      await held;
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByLabel('Kurzbeschreibung').fill('Zuerst');
  await save(page);
  await page.getByLabel('Name', { exact: true }).fill('Bäckerei Danach');
  release();
  await page.getByText(/^Gespeichert\./).waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Bäckerei Danach');
  expect(await read(account, business)).toMatchObject({
    name: 'Bäckerei Unterwegs',
    summary: 'Zuerst',
    description: 'Anderswo geschrieben',
  });
  await page.reload();
  await page.getByText(/auf diesem Gerät eingegeben/).waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Bäckerei Danach');
  // Taken back: nothing is left to be restored.
  await page.getByLabel('Name', { exact: true }).fill('Bäckerei Unterwegs');
  await page.waitForLoadState('networkidle');
  await page.reload();
  await page.locator('form.entry').waitFor();
  expect(await page.getByText(/auf diesem Gerät eingegeben/).count()).toBe(0);
  await page.context().close();
});

it('another account in another tab: nothing is sent in its name', async () => {
  const { account, business } = await manager('Bäckerei Wechsel');
  const other = await createContributor();
  const { page } = await opened(account, `/mein-betrieb/bearbeiten/businesses/${business}`);
  await page.getByLabel('Kurzbeschreibung').fill('Von der ersten');
  const second = await page.context().newPage();
  await second.goto('/mein-betrieb/konto');
  await second.getByRole('button', { name: 'Abmelden', exact: true }).click();
  await heading(second, 'Anmelden').waitFor();
  await signIn(second, other.email);
  await page.getByRole('alert').waitFor();
  expect(await page.getByText('Von der ersten').count()).toBe(0);
  await page.context().close();
});

describe('every form', () => {
  it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
    const { account, business } = await manager(`Bäckerei ${colorScheme} ${viewport.width}`);
    const { page } = await openWindow(browser, { viewport, colorScheme });
    const found: string[] = [];
    for (const [language, forms] of [
      [
        'de',
        [
          `/mein-betrieb/bearbeiten/businesses/${business}`,
          `/mein-betrieb/schnell/businesses/${business}`,
          '/mein-betrieb/neu/businesses',
          `/mein-betrieb/neu/offers/${business}`,
          `/mein-betrieb/neu/campaigns/${business}`,
        ],
      ],
      ['en', [`/en/my-business/edit/businesses/${business}`, `/en/my-business/new/campaigns/${business}`]],
    ] as const) {
      await signIn(page, account.email, language === 'de' ? '/mein-betrieb' : '/en/my-business');
      for (const form of forms) {
        await page.goto(form);
        await page.locator('form.entry').waitFor();
        for (const part of await page.locator('details.part > summary').all()) await part.click();
        await page.locator('form.entry button[type=submit]').click();
        await page.locator('#app .problems, #app .notice.done').first().waitFor();
        found.push(...(await axeFindings(page, 'html')).map((line) => `${form}: ${line}`));
        if (await isWiderThanWindow(page)) found.push(`${form}: wider than the window`);
        const name = form.split('/').slice(2, 5).join('-').replace(business, '');
        await screenshot(page, `my-form-${language}-${name}-${viewport.width}-${colorScheme}`, {
          fullPage: true,
        });
      }
      await page.context().clearCookies();
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});
