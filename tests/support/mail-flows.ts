import { createAdmin, createContributor, PASSWORD, type ContributorAccount } from './accounts';
import { createBusiness, createCityProfile } from './factories';
import { waitForMail, tokenIn } from './mails';
import { edit, editorActor, moderation } from './moderation';
import { portals } from './feed';
import { LAWFUL_CITY } from './lawful-city';
import { sendForm } from './pages';
import { request } from './request';
import { startedApp } from './started-app';
import { answers, startReceiver } from './webhook-receiver';

const BUSINESS = 'api::business.business';

/** Words that people type in the flows; nothing else in a test has them. */
export const CANARIES = ['Kanarienvogel', 'kanari', 'Zwitscher', 'Tirili'];

const rows = async <Row>(sql: string): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql)).rows;

let owner: ContributorAccount;
let business: string;

async function renamed(account: ContributorAccount): Promise<ContributorAccount> {
  const [username, email] = [`Kanarienvogel ${account.id}`, `kanari${account.id}@vogel.example`];
  await startedApp()
    .strapi.db.query('plugin::users-permissions.user')
    .update({ where: { id: account.id }, data: { username, email } });
  return { ...account, username, email };
}

/** What the flows need: a city, and a business with its owner. Call in `beforeAll()`. */
export async function prepareMailFlows(): Promise<void> {
  await createCityProfile();
  owner = await renamed(await createContributor());
  business = (await createBusiness({ name: 'Bäckerei Kanarienvogel' })).documentId;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: owner.id, role: 'owner', since: new Date().toISOString() } });
}

/** Invites somebody to the business of the flows. */
export async function inviteToBusiness(email: string): Promise<void> {
  const path = `/api/my/businesses/${business}/invitations`;
  expect((await request(path, { token: owner.token, body: { email } })).status).toBe(201);
}

/** Asks for another address. @returns both, and the tokens that were mailed to them */
async function changeEmail() {
  const { email: from, token } = await renamed(await createContributor());
  const to = `neu.${from}`;
  const body = { email: to, password: PASSWORD };
  expect((await request('/api/my/account/email', { method: 'PUT', token, body })).status).toBe(200);
  const confirming = tokenIn(await waitForMail(to));
  const undoing = tokenIn(await waitForMail(from, ({ subject }) => /soll sich ändern/.test(subject)));
  return { from, to, confirming, undoing };
}

/** One flow for each mail that can be queued, by its name (tests/integration/mail/jobs-hold-ids.test.ts). */
export const MAIL_FLOWS: Readonly<Record<string, () => Promise<unknown>>> = {
  'account-confirmation': async () => {
    const body = { username: 'Tirili', email: 'kanari.neu@vogel.example', password: PASSWORD };
    expect((await request('/api/auth/local/register', { body })).status).toBe(200);
  },
  'account-exists': async () => {
    const body = { username: 'Zwitscher', email: owner.email, password: PASSWORD };
    expect((await request('/api/auth/local/register', { body })).status).toBe(200);
  },
  'password-reset': async () => {
    const { email } = await renamed(await createContributor());
    expect((await request('/api/auth/forgot-password', { body: { email } })).status).toBe(200);
  },
  'password-changed': async () => {
    const { token } = await renamed(await createContributor());
    const password = 'Tirili Zwitscher 7';
    const body = { currentPassword: PASSWORD, password, passwordConfirmation: password };
    expect((await request('/api/auth/change-password', { token, body })).status).toBe(200);
  },
  'email-change': changeEmail,
  'email-change-undo': changeEmail,
  'email-change-undone': async () => {
    const { to, confirming, undoing } = await changeEmail();
    const post = (action: string, body: object = {}) => request(`/api/links/${action}`, { body });
    expect((await post(`${confirming}/confirm`)).status).toBe(200);
    expect((await post(`${undoing}/undo`, { password: 'Tirili Zwitscher 8' })).status).toBe(200);
    await waitForMail(to, ({ subject }) => /zurückgenommen/.test(subject));
  },
  export: async () => {
    const { token, email } = await renamed(await createContributor());
    expect((await request('/api/my/account/export', { method: 'POST', token })).status).toBe(202);
    await waitForMail(email, ({ subject }) => subject === 'Ihre Daten sind bereit');
  },
  'deletion-undo': async () => {
    const { token } = await renamed(await createContributor());
    const body = { password: PASSWORD, listings: 'leave' };
    expect((await request('/api/my/account/deletion', { token, body })).status).toBe(202);
  },
  'own-data': async () => {
    // Of an address with an account, which there is something to say about.
    expect((await sendForm('/datenschutz/auskunft', { email: owner.email })).status).toBe(303);
  },
  receipt: async () => {
    await edit(BUSINESS, business, { summary: 'Tirili' });
    const { status } = await request(`/api/my/businesses/${business}/submit`, {
      method: 'POST',
      token: owner.token,
    });
    expect(status).toBe(200);
  },
  'moderation-digest': async () => {
    await createAdmin({ role: 'redaktion' });
    await rows(`insert into pgboss.job (name, data) values ('moderation-digest', '{}'::jsonb)`);
  },
  'accessibility-review': async () => {
    await createAdmin({ role: 'redaktion' });
    await createCityProfile({ accessibility: { ...LAWFUL_CITY.accessibility, lastReviewed: '2020-02-03' } });
    await rows(`insert into pgboss.job (name, data) values ('accessibility-review', '{}'::jsonb)`);
  },
  'intake-receipt': async () => {
    const { documentId } = await createBusiness({ name: 'Kanarienvogel & Co.' });
    const email = 'kanari.melder@vogel.example';
    const body = {
      ground: 'illegal',
      contentType: 'business',
      documentId,
      explanation: 'Zwitschert ohne Erlaubnis, auch nachts.',
      name: 'Tirili Kanarienvogel',
      email,
      goodFaith: true,
    };
    expect((await request('/api/reports', { body })).status).toBe(201);
    const mail = await waitForMail(email);
    expect(mail.subject).toMatch(/^Eingegangen: Ihre Meldung \d{4}-\d+$/);
    // Nothing that was typed is repeated to an address that may be somebody else's.
    expect(mail.text).not.toContain('ohne Erlaubnis');
    expect(mail.text).not.toContain('Tirili');
  },
  invitation: async () => {
    const guest = await createContributor();
    await inviteToBusiness(guest.email);
    const token = tokenIn(await waitForMail(guest.email));
    const accepted = await request('/api/my/invitations/accept', { token: guest.token, body: { token } });
    expect(accepted.status).toBe(200);
    const mail = await waitForMail(owner.email, ({ subject }) => subject.startsWith('Einladung angenommen'));
    expect(mail.text).toContain(guest.username);
  },
  'intake-decision': async () => {
    const { token } = await createAdmin();
    const decide = async (id: string, decision: string) => {
      const body = { decision, reason: 'Zwitscher entfernt' };
      expect((await request(`/moderation/intake/${id}/decide`, { token, body })).status).toBe(200);
    };
    const { documentId } = await createBusiness({ name: 'Kanarienvogel & Söhne' });
    const email = 'kanari.melder2@vogel.example';
    const body = { ground: 'terms', contentType: 'business', documentId, message: 'Zwitschert.', email };
    expect((await request('/api/reports', { body })).status).toBe(201);
    const [{ id } = { id: '' }] = await rows<{ id: string }>(
      `select id from stadtverbund.intake where document_id = '${documentId}'`,
    );
    await decide(id, 'declined');
    const mail = await waitForMail(email, ({ subject }) => subject.startsWith('Entschieden'));
    expect(mail.text).toContain('Zwitscher entfernt');
    expect(mail.text).toContain('widersprechen');

    const claimant = await createContributor();
    const claim = await request<{ data: { id: string } }>('/api/my/claims', {
      token: claimant.token,
      body: { business: documentId, reason: 'Ich bin der Kanarienvogel.' },
    });
    await decide(claim.body.data.id, 'declined');
  },
  'portal-off-contact': async () => {
    const receiver = await startReceiver();
    receiver.behave(answers(410));
    await portals().create({
      name: 'Kanarienvogel',
      contactEmail: 'kanari@portal.example',
      url: receiver.url,
      filter: {},
    });
    await createBusiness({ name: 'Zwitscherstube', syndicationConsent: true });
    const mail = await waitForMail('kanari@portal.example');
    expect(mail.subject).toMatch(/^Zustellungen an „Kanarienvogel“.* \/ Deliveries to “Kanarienvogel”/);
    expect(mail.text.match(/410 Gone/g)).toHaveLength(2);
    await receiver.close();
  },
  'editor-invitation': async () => {
    const { token } = await createAdmin();
    const email = 'kanari.neu@redaktion.example';
    const body = { firstname: 'Kanarienvogel', lastname: 'Neu', email, roles: [1] };
    expect((await request('/admin/users', { token, body })).status).toBe(201);
    await waitForMail(email);
  },
  'moderation-decision': () =>
    moderation().perform({
      uid: BUSINESS,
      documentId: business,
      action: 'suspend',
      actor: editorActor(),
      reason: 'Zwitschern Sie bitte nicht.',
    }),
};
