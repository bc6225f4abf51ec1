import type { Browser } from 'playwright-core';
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
import { launchChromium } from '../support/chromium';
import { addMember, complaintsOf, faultsShown, heading, signIn } from './my-page';
import { DESKTOP, LOOKS, openWindow, PHONE } from './page-window';

jest.setTimeout(180_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  await createCityProfile({ mainColour: '#9b1c1c' });
}, 120_000);
afterAll(() => browser?.close());

it('somebody without an account is invited, joins, and is sent away again', async () => {
  const { documentId } = await createBusiness({ name: 'Radwerk Nord' });
  const owner = await createContributor();
  await addMember(documentId, owner);
  const email = 'neu@radwerk.example';
  const { page, hosts } = await openWindow(browser, { viewport: PHONE });
  const complaints = complaintsOf(page);
  await signIn(page, owner.email);
  await page.getByRole('link', { name: 'Wer pflegt mit?: Radwerk Nord' }).click();
  await heading(page, 'Wer Radwerk Nord mit pflegt').waitFor();
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Einladung schicken' }).click();
  await page.getByText(`Die Einladung an ${email} ist unterwegs.`).waitFor();
  await page.getByRole('heading', { level: 3, name: email }).waitFor();

  const invited = await openWindow(browser, { viewport: PHONE });
  const mail = await waitForMail(email, (one) => tokenIn(one) !== '');
  await invited.page.goto(`/l/${tokenIn(mail)}`);
  await invited.page.getByText('Sie haben noch kein Konto mit der Adresse').waitFor();
  await invited.page.getByLabel('Benutzername').or(invited.page.getByLabel(/Name/)).first().fill('Nina Neu');
  await invited.page.getByLabel(/Passwort/).fill(PASSWORD);
  await invited.page.getByRole('button', { name: 'Konto anlegen und annehmen' }).click();
  await invited.page.getByRole('link', { name: 'Zu „Mein Betrieb“' }).click();
  await signIn(invited.page, email);
  await invited.page.getByRole('heading', { level: 3, name: 'Radwerk Nord' }).waitFor();
  // A manager may leave, and send nobody away.
  await invited.page.getByRole('link', { name: 'Wer pflegt mit?: Radwerk Nord' }).click();
  await invited.page.getByRole('button', { name: 'Meinen Zugang abgeben' }).waitFor();
  expect(await invited.page.getByRole('button', { name: /^Zugang entziehen/ }).count()).toBe(0);

  await page.reload();
  await page.getByRole('button', { name: 'Zugang entziehen: Nina Neu' }).click();
  // Asked first, in its place; saying no changes nothing and leads back to the button.
  await page.getByRole('button', { name: 'Nein, lassen' }).click();
  expect(await page.evaluate("document.activeElement?.getAttribute('aria-label')")).toBe(
    'Zugang entziehen: Nina Neu',
  );
  await page.keyboard.press('Enter');
  await page.getByText('Nina Neu kann diesen Betrieb danach nicht mehr ändern.').waitFor();
  await page.getByRole('button', { name: 'Ja, entziehen' }).click();
  await page.getByText('Nina Neu hat keinen Zugang mehr.').waitFor();
  const { body } = await request<{ data: { email: string }[] }>(`/api/my/businesses/${documentId}/managers`, {
    token: owner.token,
  });
  expect(body.data.map((one) => one.email)).toEqual([owner.email]);
  expect(complaints).toEqual([]);
  expect([...hosts]).toEqual([startedApp().url]);
  await page.context().close();
  await invited.page.context().close();
});

it('an invitation is taken back; the last one cannot leave, and one of two can', async () => {
  const { documentId } = await createBusiness({ name: 'Eiscafé Venezia' });
  const owner = await createContributor();
  await addMember(documentId, owner);
  const { page } = await openWindow(browser, { viewport: DESKTOP });
  await signIn(page, owner.email, `/mein-betrieb/mitwirkende/${documentId}`);
  await page.getByLabel('E-Mail-Adresse').fill('bald@eis.example');
  await page.getByRole('button', { name: 'Einladung schicken' }).click();
  await page.getByRole('button', { name: 'Einladung zurücknehmen: bald@eis.example' }).click();
  await page.getByText('Der Link in der E-Mail gilt nicht mehr.').waitFor();
  await page.getByRole('heading', { level: 3, name: 'bald@eis.example' }).waitFor({ state: 'detached' });

  const leave = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Meinen Zugang abgeben' }).click();
    await page.getByRole('button', { name: 'Ja, abgeben' }).click();
  };
  await leave();
  await page.getByRole('alert').waitFor();
  const other = await createContributor();
  await addMember(documentId, other);
  await leave();
  await heading(page, /^Guten Tag/).waitFor();
  expect(await page.getByText('Eiscafé Venezia').count()).toBe(0);
  await page.context().close();
});

it('from the overview: what the public sees, and what is no longer to be shown', async () => {
  const { documentId, slug } = await createBusiness({ name: 'Café Sonne' });
  const owner = await createContributor();
  await addMember(documentId, owner);
  await request('/api/my/businesses', { token: owner.token, body: { data: { name: 'Vertippt' } } });
  const { page } = await openWindow(browser, { viewport: PHONE });
  await signIn(page, owner.email);
  const see = page.getByRole('link', { name: 'So sieht man ihn: Café Sonne' });
  expect(await see.getAttribute('href')).toBe(`${startedApp().url}/betriebe/${String(slug)}`);

  const more = (name: string): Promise<void> =>
    page.getByRole('listitem').filter({ hasText: name }).locator('details.more > summary').click();
  await more('Vertippt');
  await page.getByRole('button', { name: 'Löschen: Vertippt' }).click();
  await page.getByText('Vertippt war nie öffentlich').waitFor();
  await page.getByRole('button', { name: 'Ja, löschen' }).click();
  await page.getByText('Gelöscht.').waitFor();
  await more('Café Sonne');
  await page.getByRole('button', { name: 'Nicht mehr zeigen: Café Sonne' }).click();
  await page.getByRole('button', { name: 'Ja, nicht mehr zeigen' }).click();
  await page.getByText('Archiviert, nicht mehr öffentlich').waitFor();
  expect((await request(`/betriebe/${String(slug)}`)).status).toBe(410);
  await page.context().close();
});

it('all of more than a hundred offers are there', async () => {
  const owner = await createContributor();
  const { body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token: owner.token,
    body: { data: { name: 'Viele Angebote' } },
  });
  const { strapi } = startedApp();
  for (let n = 0; n < 101; n += 1)
    await strapi.documents('api::offer.offer').create({
      data: { business: body.data.documentId, title: `Angebot ${n}` } as never,
      locale: 'de',
    });
  const { page } = await openWindow(browser, { viewport: DESKTOP });
  await signIn(page, owner.email);
  await page.getByRole('heading', { level: 3, name: 'Angebot 100', exact: true }).waitFor();
  expect(await page.getByRole('heading', { level: 3, name: /^Angebot \d+$/ }).count()).toBe(101);
  await page.context().close();
});

it.each(LOOKS)('%s: axe finds nothing, and nothing is cut off', async (_how, viewport, colorScheme) => {
  const { documentId } = await createBusiness({ name: 'Blumen Müller' });
  const [owner, other] = [await createContributor(), await createContributor()];
  await addMember(documentId, owner);
  await addMember(documentId, other, 'manager');
  await request(`/api/my/businesses/${documentId}/invitations`, {
    token: owner.token,
    body: { email: `gast-${viewport.width}-${colorScheme}@blumen.example` },
  });
  const { page } = await openWindow(browser, { viewport, colorScheme });
  const found: string[] = [];
  for (const [language, path, question] of [
    ['de', `/mein-betrieb/mitwirkende/${documentId}`, 'Meinen Zugang abgeben'],
    ['en', `/en/my-business/people/${documentId}`, 'Give up my access'],
  ] as const) {
    await signIn(page, owner.email, path);
    await page.getByRole('button', { name: question }).click();
    found.push(...(await faultsShown(page, `my-people-${language}-${viewport.width}-${colorScheme}`)));
    await page.context().clearCookies();
  }
  expect(found).toEqual([]);
  await page.context().close();
});
