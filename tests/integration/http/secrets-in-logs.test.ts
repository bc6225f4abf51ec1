/** @jest-environment-options {"env": {"LOG_LEVEL": "http"}} */
import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  createPortal,
  PASSWORD,
  request,
  startedApp,
  tokenIn,
  waitForMail,
  type ContributorAccount,
} from '../../support';
import { earlierConfirmation, earlierInvitation, earlierReset } from '../../support/earlier-links';
import { takeLog } from '../../support/written-log';

let written: () => string;
const secrets = new Map<string, string>();

/** Remembers a secret, to look for it in the log. */
async function secret(name: string, made: Promise<string>): Promise<string> {
  const value = await made;
  expect(value.length).toBeGreaterThan(30);
  secrets.set(name, value);
  return value;
}

const encode = (text: string): string =>
  [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');

let owner: ContributorAccount;

beforeAll(async () => {
  await createCityProfile();
  written = takeLog();
  owner = await createContributor();
  secrets.set('JSON Web Token', owner.token);
  secrets.set('admin token', (await createAdmin()).token);
  secrets.set('API token', await createApiToken());
  const { token, secret } = await createPortal();
  secrets.set('portal token', token);
  secrets.set('portal secret', secret);
  secrets.set('password', PASSWORD);
}, 60_000);

it('the links for an account: confirmation, reset, invitation', async () => {
  const email = 'protokoll@example.org';
  await request('/api/auth/local/register', { body: { username: 'protokoll', email, password: PASSWORD } });
  const confirmation = await secret('confirmation', earlierConfirmation(email));
  const led = await request(`/api/auth/email-confirmation?confirmation=${confirmation}`);
  expect([led.status, led.headers.get('referrer-policy')]).toEqual([302, 'no-referrer']);
  const page = await request(led.headers.get('location') ?? '');
  expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);

  const code = await secret('code', earlierReset(email));
  const business = (await createBusiness()).documentId;
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: owner.id, role: 'owner', since: new Date().toISOString() } });
  await request(`/api/my/businesses/${business}/invitations`, { token: owner.token, body: { email } });
  const token = await secret('invitation', earlierInvitation(email));

  // Links in older mails, which have it in the query.
  for (const path of [
    `/account/reset-password.html?code=${code}`,
    `/account/invitation.html?token=${token}`,
  ]) {
    const page = await request(path);
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([302, 'no-referrer']);
    expect((await request(page.headers.get('location') ?? '')).status).toBe(200);
  }
  const reset = await request('/api/auth/reset-password', {
    body: { code, password: `${PASSWORD}2`, passwordConfirmation: `${PASSWORD}2` },
  });
  expect(reset.status).toBe(200);

  const invitation = await waitForMail(email, ({ subject }) => subject.startsWith('Einladung'));
  const link = await secret('link', Promise.resolve(tokenIn(invitation)));
  for (const path of [`/l/${link}`, `/en/l/${link}`, `/api/links/${link}`])
    expect((await request(path)).status).toBe(200);
});

it('addresses that somebody made up, and errors', async () => {
  for (const secret of secrets.values()) {
    const value = encodeURIComponent(secret);
    for (const path of [
      `/nothing/token/${value}`,
      `/l/${value}`,
      `/en/l/${value}/confirm`,
      `/api/links/${value}`,
      `/api/businesses?access_token=${value}`,
      `/api/feed/events?TOKEN=${value}`,
      `/admin/auth/reset-password?code=${value}`,
      `/x?next=${encodeURIComponent(`/account/reset-password.html?code=${value}`)}`,
      `/x?${encode('password')}=${value}`,
    ])
      await request(path);
    startedApp().strapi.log.error(
      new Error(`https://portal.example/hook?signature=${value} does not answer`),
    );
  }
});

it('none of that is in the log', () => {
  expect(written().match(/ GET \/account\/[^ ]+/g)).toEqual([
    ' GET /account/reset-password.html?code=***',
    ' GET /account/invitation.html?token=***',
  ]);
  expect(written()).toContain('GET /api/auth/email-confirmation?confirmation=***');
  expect(secrets.size).toBe(10);
  const found = [...secrets].filter(
    ([, secret]) => written().includes(secret) || written().includes(encodeURIComponent(secret)),
  );
  expect(found.map(([name]) => name)).toEqual([]);
});
