import {
  createBusiness,
  createCityProfile,
  createContributor,
  PASSWORD,
  request,
  startedApp,
  tokenIn,
  waitForMail,
  type ContributorAccount,
} from '../../support';
import { changesNothing } from '../../support/changes-nothing';
import { actOnLink as act, showLink as show, someone, type LinkAnswer as Body } from '../../support/links';

const NEW_PASSWORD = 'Astern blühen im Herbst';

const users = () => startedApp().strapi.db.query('plugin::users-permissions.user');

const account = async (email: string) =>
  (await users().findOne({ where: { email }, populate: ['role'] })) as {
    id: number;
    username: string;
    confirmed: boolean;
    role: { type: string };
  } | null;

const mailAbout = (email: string, subject: RegExp) =>
  waitForMail(email, (mail) => subject.test(mail.subject) && tokenIn(mail) !== '');

let count = 0;

const register = (email: string, password = PASSWORD) =>
  request('/api/auth/local/register', {
    body: { username: `Name ${(count += 1)}`, email, password },
  });

const signIn = (identifier: string, password = PASSWORD) =>
  request<{ jwt: string }>('/api/auth/local', { body: { identifier, password } });

const isIn = async (token: string): Promise<boolean> =>
  (await request('/api/my/account', { token })).status === 200;

const CONFIRM = /bestätigen Sie Ihre E-Mail-Adresse/;
const RESET = /neues Passwort/;
const EXISTS = /schon ein Konto/;

beforeAll(() => createCityProfile());

describe('the link that confirms an address', () => {
  async function mailed(): Promise<{ email: string; token: string }> {
    const email = someone();
    expect((await register(email)).status).toBe(200);
    return { email, token: tokenIn(await mailAbout(email, CONFIRM)) };
  }

  it('shows a button and changes nothing, however often it is opened', async () => {
    const { email, token } = await mailed();
    await changesNothing(async () => {
      for (let number = 0; number < 5; number += 1) {
        const { status, body } = await show(token);
        expect([status, body.data.actions.map(({ name }) => name)]).toEqual([200, ['confirm']]);
        await request(`/api/links/${token}`, { method: 'HEAD' });
      }
    });
    expect((await account(email))?.confirmed).toBe(false);
  });

  it('confirms by its button, and says so the second time', async () => {
    const { email, token } = await mailed();
    const first = await act(token, 'confirm');
    expect([first.status, first.body.data.title]).toEqual([200, 'Ihre Adresse ist bestätigt']);
    expect((await act(token, 'confirm')).body).toEqual(first.body);
    expect((await show(token)).body).toEqual(first.body);
    expect((await signIn(email)).status).toBe(200);
  });

  it('says that the address is confirmed already, if another link has done it', async () => {
    const { email, token } = await mailed();
    await request('/api/auth/send-email-confirmation', { body: { email } });
    const second = await waitForMail(email, (mail) => tokenIn(mail) !== token && tokenIn(mail) !== '');
    expect((await act(tokenIn(second), 'confirm')).status).toBe(200);
    expect((await show(token, 'en')).body.data).toMatchObject({
      title: 'Your address is confirmed already',
      actions: [],
    });
  });

  it('can be sent again when it is over', async () => {
    const { email, token } = await mailed();
    await startedApp().strapi.db.connection.raw(
      `update stadtverbund.secret_link set expires_at = now() - interval '1 second' where purpose = 'account-confirmation'`,
    );
    const over = await act(token, 'confirm');
    expect([over.status, over.body.error.details]).toMatchObject([
      410,
      { code: 'link-expired', canBeSentAgain: true },
    ]);
    expect((await act(token, 'send-again')).status).toBe(200);
    const again = await waitForMail(email, (mail) => tokenIn(mail) !== token && tokenIn(mail) !== '');
    expect((await act(tokenIn(again), 'confirm')).status).toBe(200);
  });

  it('ends with the address that it is for', async () => {
    const { email, token } = await mailed();
    await users().update({ where: { email }, data: { email: `neu-${email}` } });
    for (const answer of [await show(token), await act(token, 'confirm')])
      expect([answer.status, answer.body.error.details.code]).toEqual([404, 'link-unknown']);
  });
});

describe('the link to a new password', () => {
  async function mailed() {
    const { email } = await createContributor();
    return { email, token: await ask(email) };
  }
  async function ask(email: string, old = ''): Promise<string> {
    await request('/api/auth/forgot-password', { body: { email } });
    return tokenIn(
      await waitForMail(
        email,
        (mail) => RESET.test(mail.subject) && tokenIn(mail) !== '' && tokenIn(mail) !== old,
      ),
    );
  }

  it('sets it once, ends all sessions and tells the owner', async () => {
    const { email, token } = await mailed();
    const { jwt } = (await signIn(email)).body;
    const done = await act(token, 'set', { password: NEW_PASSWORD });
    expect(done.status).toBe(200);
    expect((await act(token, 'set', { password: NEW_PASSWORD })).body).toEqual(done.body);
    const other = await act(token, 'set', { password: 'Nelken blühen im Mai' });
    expect([other.status, other.body.error.details.code]).toEqual([409, 'link-used']);
    expect(await isIn(jwt)).toBe(false);
    expect([(await signIn(email)).status, (await signIn(email, NEW_PASSWORD)).status]).toEqual([400, 200]);
    expect((await waitForMail(email, ({ subject }) => /wurde geändert/.test(subject))).text).toBeTruthy();
  });

  it.each([
    ['a short one', { password: 'kurz' }, 'password-short'],
    ['one that others try first', { password: '1234567890' }, 'password-common'],
    ['none', {}, 'value-missing'],
    ['more than it', { password: NEW_PASSWORD, role: 1 }, 'field-unknown'],
  ])('refuses %s, and stays valid', async (_what, body, code) => {
    const { token } = await mailed();
    const refusal = await act(token, 'set', body);
    expect([refusal.status, refusal.body.error.details.code]).toEqual([400, code]);
    expect((await act(token, 'set', { password: NEW_PASSWORD })).status).toBe(200);
  });

  it('ends with the password and the address that it was made for', async () => {
    const { email, token } = await mailed();
    const newer = await ask(email, token);
    expect((await act(newer, 'set', { password: NEW_PASSWORD })).status).toBe(200);
    expect((await act(token, 'set', { password: 'Nelken blühen im Mai' })).status).toBe(404);
    const third = await ask(email, newer);
    await users().update({ where: { email }, data: { email: `neu-${email}` } });
    expect((await act(third, 'set', { password: 'Nelken blühen im Mai' })).status).toBe(404);
  });

  it('is good for nothing else, and no other for it', async () => {
    const { token } = await mailed();
    const email = someone();
    await register(email);
    const confirming = tokenIn(await mailAbout(email, CONFIRM));
    const wrong = [
      await act(token, 'confirm'),
      await act(confirming, 'set', { password: NEW_PASSWORD }),
      await act(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'set', { password: NEW_PASSWORD }),
      await act('x', 'set', { password: NEW_PASSWORD }),
      await act(token, 'constructor'),
    ];
    expect(wrong.map(({ status, body }) => [status, body.error.details.code])).toEqual(
      wrong.map(() => [404, 'link-unknown']),
    );
    expect((await act(token, 'set', { password: NEW_PASSWORD })).status).toBe(200);
  });

  it('confirms the address as well', async () => {
    const email = someone();
    await register(email, 'Kennwort der Fremden');
    await mailAbout(email, CONFIRM);
    await register(email);
    const token = tokenIn(await mailAbout(email, EXISTS));
    expect((await act(token, 'set', { password: NEW_PASSWORD })).status).toBe(200);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
    expect((await signIn(email, 'Kennwort der Fremden')).status).toBe(400);
  });
});

describe('the link of an invitation', () => {
  interface Managers {
    data: { email: string; role: string; username: string }[];
  }

  let business: string;
  let owner: ContributorAccount;

  beforeEach(async () => {
    business = (await createBusiness()).documentId;
    owner = await createContributor();
    await startedApp()
      .strapi.documents('api::membership.membership')
      .create({ data: { business, user: owner.id, role: 'owner', since: new Date().toISOString() } });
  });

  async function invited(email: string): Promise<string> {
    await request(`/api/my/businesses/${business}/invitations`, { token: owner.token, body: { email } });
    return tokenIn(await mailAbout(email, /^Einladung/));
  }

  const managers = async () =>
    (
      await request<Managers>(`/api/my/businesses/${business}/managers`, { token: owner.token })
    ).body.data.map(({ email }) => email);

  it('makes the account with that address a manager, by its button', async () => {
    const guest = await createContributor();
    const token = await invited(guest.email);
    await changesNothing(async () => {
      expect((await show(token)).body.data.actions.map(({ name }) => name)).toEqual(['accept']);
    });
    expect((await act(token, 'register', { username: 'Neu Hier', password: NEW_PASSWORD })).status).toBe(404);
    expect((await act(token, 'accept')).status).toBe(200);
    expect(await managers()).toEqual([owner.email, guest.email]);
    expect((await act(token, 'accept')).status).toBe(200);
    expect(await managers()).toHaveLength(2);
  });

  it('makes an account, whose address is confirmed by it', async () => {
    const email = someone();
    const token = await invited(email);
    const [button] = (await show(token)).body.data.actions;
    expect([button?.name, button?.fields?.map(({ name }) => name)]).toEqual([
      'register',
      ['username', 'password'],
    ]);
    expect((await act(token, 'accept')).status).toBe(404);
    const taken = await act(token, 'register', { username: owner.username, password: NEW_PASSWORD });
    expect([taken.status, taken.body.error.details.code]).toEqual([400, 'username-taken']);
    expect(await account(email)).toBeNull();
    expect((await act(token, 'register', { username: 'Gast Muster', password: NEW_PASSWORD })).status).toBe(
      200,
    );
    expect(await account(email)).toMatchObject({ confirmed: true, role: { type: 'contributor' } });
    expect((await signIn('gast muster', NEW_PASSWORD)).status).toBe(200);
    expect(await managers()).toEqual([owner.email, email]);
  });

  it('takes an account that nobody has confirmed from the one who registered it', async () => {
    const email = someone();
    await register(email, 'Kennwort der Fremden');
    const token = await invited(email);
    expect((await act(token, 'register', { username: 'Wirklich Ich', password: NEW_PASSWORD })).status).toBe(
      200,
    );
    expect((await signIn(email, 'Kennwort der Fremden')).status).toBe(400);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
    expect(await managers()).toEqual([owner.email, email]);
  });

  it('ends when the invitation is taken back', async () => {
    const email = someone();
    const token = await invited(email);
    const listed = await request<{ data: { id: string }[] }>(`/api/my/businesses/${business}/invitations`, {
      token: owner.token,
    });
    const path = `/api/my/businesses/${business}/invitations/${listed.body.data[0]?.id}`;
    await request(path, { method: 'DELETE', token: owner.token });
    for (const answer of [
      await show(token),
      await act(token, 'register', { username: 'Zu Spät', password: NEW_PASSWORD }),
    ])
      expect([answer.status, answer.body.error.details.code]).toEqual([404, 'link-unknown']);
    expect(await account(email)).toBeNull();
  });

  it.each([
    'opfer@example.org\nBcc: viele@example.org',
    'opfer@example.org\r\n\r\nText',
    'opfer\n@example.org',
  ])('goes to no address with a line break, nor does any other mail: %j', async (email) => {
    const answers = [
      await request<Body>(`/api/my/businesses/${business}/invitations`, {
        token: owner.token,
        body: { email },
      }),
      await request<Body>('/api/auth/local/register', {
        body: { username: 'Zeilen Umbruch', email, password: PASSWORD },
      }),
      await request<Body>('/api/auth/forgot-password', { body: { email } }),
      await request<Body>('/api/auth/send-email-confirmation', { body: { email } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.error.details.code])).toEqual(
      answers.map(() => [400, 'email-shape']),
    );
  });
});
