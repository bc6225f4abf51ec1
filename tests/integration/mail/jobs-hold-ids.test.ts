/** @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}} */
import { mailNames } from '#src/platform/mail/mail-queue';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  edit,
  editorActor,
  moderation,
  portals,
  request,
  startedApp,
  waitForMail,
  type ContributorAccount,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { answers, startReceiver } from '#tests/support/webhook-receiver';

const BUSINESS = 'api::business.business';

/** Words that no job may hold, wherever people type. */
const CANARIES = ['Kanarienvogel', 'kanari', 'Zwitscher', 'Tirili'];

const rows = async <Row>(sql: string): Promise<Row[]> =>
  (await startedApp().strapi.db.connection.raw<{ rows: Row[] }>(sql)).rows;

const sent = async (): Promise<string[]> =>
  (
    await rows<{ mail: string }>(
      `select distinct data ->> 'mail' as mail from pgboss.job where name = 'mail' and state = 'completed'`,
    )
  ).map(({ mail }) => mail);

let owner: ContributorAccount;
let business: string;

async function renamed(account: ContributorAccount): Promise<ContributorAccount> {
  const [username, email] = [`Kanarienvogel ${account.id}`, `kanari${account.id}@vogel.example`];
  await startedApp()
    .strapi.db.query('plugin::users-permissions.user')
    .update({ where: { id: account.id }, data: { username, email } });
  return { ...account, username, email };
}

beforeAll(async () => {
  await createCityProfile();
  owner = await renamed(await createContributor());
  business = (await createBusiness({ name: 'Bäckerei Kanarienvogel' })).documentId;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: owner.id, role: 'owner', since: new Date().toISOString() } });
});

/** One flow for each mail. Adding a mail without a flow fails the test below. */
const FLOWS: Readonly<Record<string, () => Promise<unknown>>> = {
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
  'report-settled': async () => {
    const { documentId } = await createBusiness({ name: 'Kanarienvogel & Co.' });
    const email = 'kanari.melder@vogel.example';
    await request('/api/reports', {
      body: { contentType: 'business', documentId, message: 'Zwitschert.', email },
    });
    const [{ id } = { id: 0 }] = await rows<{ id: number }>(
      `select id from stadtverbund.report where email = '${email}'`,
    );
    const { token } = await createAdmin();
    const resolution = 'Zwitscher entfernt';
    await request(`/moderation/reports/${id}/resolve`, { token, body: { resolution } });
    const mail = await waitForMail(email);
    expect(mail.subject).toBe('Ihre Meldung zu „Kanarienvogel & Co.“ ist bearbeitet');
    // The outcome and no more.
    expect(mail.text).not.toContain(resolution);
    expect(mail.text).not.toContain('Zwitschert.');
  },
  invitation: async () => {
    const guest = await createContributor();
    const path = `/api/my/businesses/${business}/invitations`;
    expect((await request(path, { token: owner.token, body: { email: guest.email } })).status).toBe(201);
    const token = /token=([0-9a-f]+)/.exec((await waitForMail(guest.email)).text)?.[1];
    const accepted = await request('/api/my/invitations/accept', { token: guest.token, body: { token } });
    expect(accepted.status).toBe(200);
    const mail = await waitForMail(owner.email, ({ subject }) => subject.startsWith('Einladung angenommen'));
    expect(mail.text).toContain(guest.username);
  },
  'claim-decision': async () => {
    const claimant = await createContributor();
    const { documentId } = await createBusiness({ name: 'Zwitscherladen' });
    const claim = await request<{ data: { id: string } }>('/api/my/claims', {
      token: claimant.token,
      body: { business: documentId, reason: 'Ich bin der Kanarienvogel.' },
    });
    const { token } = await createAdmin();
    const path = `/self-service/claims/${claim.body.data.id}/refuse`;
    expect((await request(path, { token, body: { reason: 'Zwitscher!' } })).status).toBe(200);
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

it.each(Object.entries(FLOWS))('%s', async (name, flow) => {
  await flow();
  await eventually(`${name} is sent`, async () => (await sent()).includes(name));
});

it('every kind of mail was sent', async () => {
  await eventually('all are sent', async () => {
    const [{ waiting } = { waiting: 1 }] = await rows<{ waiting: number }>(
      `select count(*)::int as waiting from pgboss.job where name = 'mail' and state in ('created', 'active', 'retry')`,
    );
    return waiting === 0;
  });
  expect((await sent()).sort()).toEqual(mailNames(startedApp().strapi).sort());
});

it('no job holds an address, a name or a text, done or not', async () => {
  const jobs = await rows<{ job: string }>(
    `select job::text from pgboss.job union all select job::text from pgboss.archive job`,
  );
  expect(jobs.length).toBeGreaterThan(Object.keys(FLOWS).length);
  for (const { job } of jobs) {
    expect(job).not.toContain('@');
    for (const canary of CANARIES) expect(job.toLowerCase()).not.toContain(canary.toLowerCase());
  }
});
