import type { Browser, BrowserContextOptions } from 'playwright-core';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  PASSWORD,
  request,
  startedApp,
  tokenIn,
  waitForMail,
} from '../support';
import { earlierReset } from '../support/earlier-links';
import { launchChromium } from '../support/chromium';
import { axeFindings } from './axe-findings';
import { expectNoFaults } from './page-faults';
import { DESKTOP, isWiderThanWindow, LOOKS, openWindow as openPageWindow, PHONE } from './page-window';
import { screenshot } from './panel-page';

/** Pages as anyone can open them, by a name for their pictures. */
const PAGES: Readonly<Record<string, readonly [de: string, en: string]>> = {
  start: ['/', '/en'],
  imprint: ['/impressum', '/en/imprint'],
  account: ['/konto', '/en/account'],
  'forgotten-password': ['/konto/passwort-vergessen', '/en/account/forgotten-password'],
  'mail-sent': ['/konto/mail-unterwegs', '/en/account/mail-sent'],
  'confirm-over': ['/konto/bestaetigen', '/en/account/confirm'],
  confirmed: ['/konto/bestaetigt', '/en/account/confirmed'],
  'new-password': ['/konto/neues-passwort', '/en/account/new-password'],
  invitation: ['/konto/einladung', '/en/account/invitation'],
  'account-export': ['/konto/daten', '/en/account/data'],
  'account-deletion': ['/konto/loeschen', '/en/account/delete'],
  'own-data': ['/datenschutz/auskunft', '/en/privacy/your-data'],
  'own-data-sent': ['/datenschutz/auskunft/unterwegs', '/en/privacy/your-data/sent'],
  'not-found': ['/gibt-es-nicht', '/en/nothing'],
};

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({
    imprint:
      'Stadt Dortmund\nFriedensplatz 1\n44135 Dortmund\n\nTelefon: 0231 500\nE-Mail: stadt@example.org',
  });
}, 120_000);
afterAll(() => browser?.close());

const openWindow = (options?: BrowserContextOptions) => openPageWindow(browser, options);

describe.each(Object.entries(PAGES))('the page %s', (name, paths) => {
  it.each(LOOKS)(
    '%s: axe finds nothing, nothing is cut off, and nothing comes from elsewhere',
    (_how, viewport, colorScheme) =>
      expectNoFaults(browser, { [name]: paths }, { viewport, colorScheme }, 'page'),
  );
});

it.each(Object.entries(PAGES))(
  'the page %s can be read in 200 % and in forced colours',
  async (name, [path]) => {
    const { page } = await openWindow({ viewport: PHONE, forcedColors: 'active' });
    await page.goto(path);
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await isWiderThanWindow(page)).toBe(false);
    expect(await axeFindings(page, 'html')).toEqual([]);
    await screenshot(page, `page-${name}-forced-200`, { fullPage: true });
    await page.context().close();
  },
);

/** Pages of links in mails, by a name for their pictures. */
async function linksOfMails(): Promise<Readonly<Record<string, string>>> {
  const [owner, guest, other] = [
    await createContributor(),
    await createContributor(),
    await createContributor(),
  ];
  const post = (path: string, body: object, token?: string, method = 'POST') =>
    request(path, { method, body, ...(token ? { token } : {}) });
  const linkTo = async (email: string, subject: RegExp) =>
    tokenIn(await waitForMail(email, (mail) => subject.test(mail.subject) && tokenIn(mail) !== ''));
  const business = (await createBusiness({ name: 'Bäckerei Öztürk & Töchter' })).documentId;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: owner.id, role: 'owner', since: new Date().toISOString() } });

  const registered = 'neu@registriert.example';
  await post('/api/auth/local/register', { username: 'Neu hier', email: registered, password: PASSWORD });
  for (const { email } of [owner, guest]) await post('/api/auth/forgot-password', { email });
  const reset = await linkTo(owner.email, /neues Passwort/);
  const stale = await linkTo(guest.email, /neues Passwort/);
  await startedApp()
    .strapi.db.query('plugin::users-permissions.user')
    .update({ where: { id: guest.id }, data: { email: 'gast@beispiel.example' } });
  for (const email of ['gast@beispiel.example', 'ohne-konto@beispiel.example'])
    await post(`/api/my/businesses/${business}/invitations`, { email }, owner.token);
  const body = (email: string) => ({ email, password: PASSWORD });
  await post('/api/my/account/email', body('erste@adresse.example'), other.token, 'PUT');
  await post('/api/my/account/email', body('zweite@adresse.example'), other.token, 'PUT');
  const confirming = await linkTo('zweite@adresse.example', /neue E-Mail/);
  const undoing = await linkTo(other.email, /soll sich ändern/);
  const confirmed = await linkTo(registered, /bestätigen/);
  await post(`/api/links/${confirmed}/confirm`, {});
  await post('/api/auth/local/register', { username: 'Auch neu', email: 'b@b.example', password: PASSWORD });
  return {
    'link-confirmation': await linkTo('b@b.example', /bestätigen/),
    'link-confirmed': confirmed,
    'link-reset': reset,
    'link-reset-stale': stale,
    'link-invitation': await linkTo('gast@beispiel.example', /^Einladung/),
    'link-invitation-register': await linkTo('ohne-konto@beispiel.example', /^Einladung/),
    'link-email-change': confirming,
    'link-email-change-undo': undoing,
    'link-unknown': 'a'.repeat(43),
  };
}

describe('links in mails', () => {
  let links: Readonly<Record<string, string>>;
  beforeAll(async () => {
    links = await linksOfMails();
  }, 60_000);

  it.each([
    ['on a phone', PHONE],
    ['on a desk', DESKTOP],
  ])(
    '%s: axe finds nothing, nothing is cut off, and nothing comes from elsewhere',
    async (_how, viewport) => {
      const { page, hosts } = await openWindow({ viewport });
      const found: string[] = [];
      for (const [name, token] of Object.entries(links))
        for (const [language, path] of [
          ['de', `/l/${token}`],
          ['en', `/en/l/${token}`],
        ]) {
          await page.goto(path ?? '');
          found.push(...(await axeFindings(page, 'html')).map((line) => `${name}: ${line}`));
          expect([name, await isWiderThanWindow(page)]).toEqual([name, false]);
          await screenshot(page, `page-${name}-${language}-${viewport.width}`, { fullPage: true });
        }
      expect(found).toEqual([]);
      expect([...hosts]).toEqual([startedApp().url]);
      await page.context().close();
    },
  );
});

it('one can get to the content and through a form by keyboard alone', async () => {
  const { page } = await openWindow();
  await page.goto('/konto/passwort-vergessen');
  const focused = (): Promise<string> =>
    page.evaluate('document.activeElement.textContent || document.activeElement.id');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Zum Inhalt');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('form-email');
  await page.keyboard.type('niemand@example.org');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
  await page.context().close();
});

it('the link of an earlier mail sets a new password; its code is in no address that stays', async () => {
  const { email } = await createContributor();
  const { page, hosts } = await openWindow();
  await page.goto('/konto/passwort-vergessen');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await page.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
  await waitForMail(email);
  const code = await earlierReset(email);
  await page.goto(`/account/reset-password.html#code=${code}`);
  await page.getByRole('heading', { name: 'Neues Passwort wählen' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');
  expect(await page.getByLabel('Link aus der E-Mail').isVisible()).toBe(false);
  await page.getByLabel('Neues Passwort').fill('passwort1234');
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await page.getByRole('alert').waitFor();
  await screenshot(page, 'page-guessable-password-de-1280-light', { fullPage: true });
  await page.getByLabel('Neues Passwort').fill('Astern blühen im Herbst');
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await page.getByRole('heading', { name: 'Ihr neues Passwort gilt' }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  expect([...hosts]).toEqual([startedApp().url]);
  await page.context().close();
});
