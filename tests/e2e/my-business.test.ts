import type { Browser } from 'playwright-core';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  PASSWORD,
  request,
  startedApp,
} from '../support';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { acceptClaim, claimByName, registerByMail } from './my-business-window';
import { complaintsOf, heading, signIn } from './my-page';
import { DESKTOP, isWiderThanWindow, LOOKS, openWindow, PHONE } from './page-window';
import { screenshot } from './panel-page';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ mainColour: '#9b1c1c' });
}, 120_000);
afterAll(() => browser?.close());

it.each([
  ['on a phone', PHONE],
  ['on a desk', DESKTOP],
])('%s: from registration to one’s own business, by the mails', async (how, viewport) => {
  const name = `Backstube Öztürk ${how}`;
  const { documentId } = await createBusiness({ name });
  const email = `neu-${viewport.width}@backstube.example`;
  const { page, hosts } = await openWindow(browser, { viewport });
  const complaints = complaintsOf(page);
  await registerByMail(page, email, `Ayşe Öztürk ${viewport.width}`);
  await claimByName(page, name);

  await acceptClaim(documentId);
  await page.reload();
  const card = page.getByRole('listitem').filter({ hasText: name });
  expect(await card.textContent()).toContain('Öffentlich');
  expect([...hosts]).toEqual([startedApp().url]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('the session outlasts a reload and ends everywhere; scripts find no token in any storage', async () => {
  const { email, username } = await createContributor();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await signIn(page, email);
  await page.reload();
  await heading(page, `Guten Tag, ${username}`).waitFor();
  expect(
    await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])'),
  ).toBe('[{},{},""]');
  const cookies = await page.context().cookies();
  const refresh = cookies.find(({ name }) => name === 'strapi_up_refresh');
  expect(refresh?.httpOnly).toBe(true);

  // Ended elsewhere: the next thing that is asked says so.
  const other = await request<{ jwt: string }>('/api/auth/local', {
    body: { identifier: email, password: PASSWORD },
  });
  const ended = await request('/api/my/account/sessions', { method: 'DELETE', token: other.body.jwt });
  expect(ended.status).toBe(200);
  await page.getByRole('link', { name: 'Konto', exact: true }).click();
  await page.getByText('Ihre Anmeldung ist abgelaufen.').waitFor();

  await signIn(page, email);
  await page.getByRole('link', { name: 'Konto', exact: true }).click();
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
  await heading(page, 'Anmelden').waitFor();
  await page.reload();
  await heading(page, 'Anmelden').waitFor();
  await page.context().close();
});

it('a wrong password is said above the form, which gets the focus; without a net nothing typed is lost', async () => {
  const { email } = await createContributor();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await page.goto('/mein-betrieb');
  await page.getByLabel('E-Mail-Adresse oder Name').fill(email);
  await page.getByLabel('Passwort').fill('Ganz-falsch-1');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe('alert');
  await page.context().setOffline(true);
  await page.getByLabel('Passwort').fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByText('Keine Verbindung.').waitFor();
  expect(await page.getByLabel('E-Mail-Adresse oder Name').inputValue()).toBe(email);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await heading(page, /^Guten Tag/).waitFor();
  await page.context().close();
});

it('all of it works by keyboard alone', async () => {
  const { email } = await createContributor();
  const { page } = await openWindow(browser, { viewport: PHONE });
  await page.goto('/mein-betrieb');
  await page.getByLabel('E-Mail-Adresse oder Name').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await heading(page, /^Guten Tag/).waitFor();
  expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');
  await page.context().close();
});

/** Every place of the app for somebody who has something of everything. */
async function prepared(): Promise<{ email: string; business: string }> {
  const { email, token } = await createContributor();
  const post = <Body>(path: string, body: object) => request<Body>(path, { token, body });
  const created = await post<{ data: { documentId: string } }>('/api/my/businesses', {
    data: { name: 'Blumen Müller', summary: 'Sträuße' },
  });
  await post('/api/my/offers', {
    data: { business: created.body.data.documentId, title: 'Strauß der Woche' },
  });
  const { documentId: business } = await createBusiness({ name: 'Café Sonne' });
  await post('/api/my/claims', { business, reason: 'Ich bin der Inhaber.' });
  return { email, business };
}

describe('every place', () => {
  let account: { email: string; business: string };
  beforeAll(async () => {
    account = await prepared();
  });

  it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
    const { page } = await openWindow(browser, { viewport, colorScheme });
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      found.push(...(await axeFindings(page, 'html')).map((line) => `${name}: ${line}`));
      if (await isWiderThanWindow(page)) found.push(`${name}: wider than the window`);
      await screenshot(page, `my-business-${name}-${viewport.width}-${colorScheme}`, { fullPage: true });
    };
    for (const [language, root, closed, open] of [
      ['de', '/mein-betrieb', ['', '/registrieren', '/passwort'], ['', '/suchen', '/uebernehmen', '/konto']],
      ['en', '/en/my-business', ['', '/register', '/password'], ['', '/find', '/claim', '/account']],
    ] as const) {
      for (const place of closed) {
        await page.goto(root + place);
        await page.locator('#app h1[tabindex]').waitFor();
        await look(`closed${place.replace('/', '-')}-${language}`);
      }
      await page.getByRole('button').last().click();
      await page.locator('#app .problems').waitFor();
      await look(`problems-${language}`);
      await signIn(page, account.email, root);
      for (const place of open) {
        const isClaim = place === '/uebernehmen' || place === '/claim';
        await page.goto(isClaim ? `${root}${place}/${account.business}` : root + place);
        await page.locator('#app h1[tabindex]').waitFor();
        await page.waitForLoadState('networkidle');
        await look(`open${place.replace('/', '-')}-${language}`);
      }
      await page.context().clearCookies();
    }
    expect(found).toEqual([]);
    await page.context().close();
  });
});
