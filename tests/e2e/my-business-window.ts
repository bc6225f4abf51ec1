import type { Page } from 'playwright-core';
import { createAdmin, PASSWORD, request, tokenIn, waitForMail } from '../support';
import { heading } from './my-page';

/** Registers, confirms the address by the mail, and signs in, as far as the overview. */
export async function registerByMail(page: Page, email: string, name: string): Promise<void> {
  await page.goto('/mein-betrieb');
  await page.getByRole('link', { name: 'Konto anlegen' }).click();
  await page.getByLabel('Ihr Name').fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort').fill(PASSWORD);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await heading(page, 'Bitte sehen Sie in Ihr Postfach').waitFor();

  const mail = await waitForMail(email, (one) => tokenIn(one) !== '');
  await page.goto(`/l/${tokenIn(mail)}`);
  await page.getByRole('button', { name: 'Adresse bestätigen' }).click();
  await page.getByRole('link', { name: 'Zu „Mein Betrieb“' }).click();
  await page.getByLabel('E-Mail-Adresse oder Name').fill(email);
  await page.getByLabel('Passwort').fill(PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await heading(page, /^Guten Tag/).waitFor();
}

/** Finds a business and asks for it. */
export async function claimByName(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Meinen Betrieb suchen' }).click();
  await page.getByLabel(/Name des Betriebs/).fill(name);
  await page.getByRole('button', { name: 'Suchen' }).click();
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
    .getByRole('link', { name: /Das ist mein Betrieb/ })
    .click();
  await page.getByLabel(/Woran sieht die Redaktion/).fill('Ich bin die Inhaberin, 0231 123456.');
  await page.getByRole('button', { name: 'Anfrage schicken' }).click();
  await heading(page, 'Ihre Anfrage ist bei der Redaktion').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Übersicht' }).last().click();
  await page.getByText('Die Redaktion prüft, ob es Ihr Betrieb ist.').waitFor();
}

/** Lets an editor accept what was claimed. */
export async function acceptClaim(business: string): Promise<void> {
  const { token } = await createAdmin();
  const { body } = await request<{ data: { id: string; documentId: string }[] }>(
    '/moderation/intake?kind=claim&state=open&pageSize=100',
    { token },
  );
  const { id } = body.data.find(({ documentId }) => documentId === business) ?? { id: '' };
  const decided = await request(`/moderation/intake/${id}/decide`, {
    token,
    body: { decision: 'accepted', reason: '' },
  });
  expect(decided.status).toBe(200);
}
