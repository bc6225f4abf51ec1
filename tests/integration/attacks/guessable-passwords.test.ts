import {
  adminLogin,
  contributorLogin,
  createAdmin,
  createCityProfile,
  createContributor,
  request,
  startedApp,
  tokenIn,
  waitForMail,
} from '../../support';

interface Failure {
  error?: { message: string; details: { errors: { path: string[]; code: string; message: string }[] } };
}

/** A place where someone chooses a password, and what they could do before. */
interface Door {
  email: string;
  choose(password: string, language: string): Promise<{ status: number; body: Failure }>;
  /** Throws if the former state is lost. */
  isAsBefore(): Promise<unknown>;
}

const GOOD = 'Vier Worte sind 1 Kennwort';

const send = (path: string, method: string, body: object, language: string, token?: string) =>
  request<Failure>(path, {
    method,
    body,
    headers: { 'accept-language': language },
    ...(token ? { token } : {}),
  });

const insideOr = async (path: string, token: string): Promise<void> => {
  const { status } = await request(path, { token });
  if (status !== 200) throw new Error(`${path} answers ${status}: the session is gone.`);
};

let count = 0;
const someone = (): string => `erika.muster-${(count += 1)}`;

interface Users {
  findOneByEmail(email: string): Promise<{ resetPasswordToken: string }>;
  create(user: object): Promise<{ id: number; registrationToken: string }>;
}
const adminUsers = (): Users => startedApp().strapi.service('admin::user') as unknown as Users;

const DOORS: Readonly<Record<string, () => Promise<Door> | Door>> = {
  'a registration': () => {
    const name = someone();
    const email = `${name}@example.org`;
    return {
      email,
      choose: (password, language) =>
        send('/api/auth/local/register', 'POST', { username: name, email, password }, language),
      async isAsBefore() {
        const users = startedApp().strapi.db.query('plugin::users-permissions.user');
        if ((await users.count({ where: { email } })) > 0) throw new Error('There is an account.');
      },
    };
  },
  async 'a contributor who has forgotten it'() {
    const { email } = await createContributor();
    await send('/api/auth/forgot-password', 'POST', { email }, 'de');
    const code = tokenIn(await waitForMail(email));
    return {
      email,
      choose: (password, language) =>
        send(
          '/api/auth/reset-password',
          'POST',
          { code, password, passwordConfirmation: password },
          language,
        ),
      isAsBefore: () => contributorLogin(email),
    };
  },
  async 'a contributor who changes it'() {
    const { email, password: currentPassword, token } = await createContributor();
    return {
      email,
      choose: (password, language) =>
        send(
          '/api/auth/change-password',
          'POST',
          { currentPassword, password, passwordConfirmation: password },
          language,
          token,
        ),
      async isAsBefore() {
        await insideOr('/api/my/businesses', token);
        await contributorLogin(email);
      },
    };
  },
  async 'somebody invited to the panel'() {
    const email = `${someone()}@example.org`;
    const { id, registrationToken } = await adminUsers().create({
      email,
      firstname: 'Erika',
      lastname: 'Muster',
      isActive: false,
    });
    return {
      email,
      choose: (password, language) =>
        send(
          '/admin/register',
          'POST',
          { registrationToken, userInfo: { firstname: 'Erika', lastname: 'Muster', password } },
          language,
        ),
      async isAsBefore() {
        const { isActive } = (await startedApp()
          .strapi.db.query('admin::user')
          .findOne({ where: { id } })) as { isActive: boolean };
        if (isActive) throw new Error('The account is active.');
      },
    };
  },
  async 'an editor who has forgotten it'() {
    const { email } = await createAdmin();
    await send('/admin/forgot-password', 'POST', { email }, 'de');
    await waitForMail(email);
    const { resetPasswordToken } = await adminUsers().findOneByEmail(email);
    return {
      email,
      choose: (password, language) =>
        send('/admin/reset-password', 'POST', { resetPasswordToken, password }, language),
      isAsBefore: () => adminLogin(email),
    };
  },
  async 'an editor who changes it'() {
    const { email, password: currentPassword, token } = await createAdmin();
    return {
      email,
      choose: (password, language) =>
        send('/admin/users/me', 'PUT', { currentPassword, password }, language, token),
      async isAsBefore() {
        await insideOr('/admin/users/me', token);
        await adminLogin(email);
      },
    };
  },
  async 'an administrator who sets it for another'() {
    const { token } = await createAdmin();
    const { id, email } = await createAdmin();
    return {
      email,
      choose: (password, language) => send(`/admin/users/${id}`, 'PUT', { password }, language, token),
      isAsBefore: () => adminLogin(email),
    };
  },
};

const SENTENCES = { de: /zu leicht zu erraten/, en: /too easy to guess/ };

beforeAll(() => createCityProfile());

describe.each(Object.entries(DOORS))('%s', (_who, open) => {
  it('is refused a password that others would try first, in their language, and nothing changes', async () => {
    const door = await open();
    const guessable = ['Password123', 'Dortmund2026', 'Stadtverbund1!', `${door.email.split('@')[0]}A1bz`];
    for (const password of guessable)
      for (const [language, sentence] of Object.entries(SENTENCES)) {
        const { status, body } = await door.choose(password, language);
        expect({ password, status }).toEqual({ password, status: 400 });
        expect(body.error?.message).toMatch(sentence);
        expect(body.error?.details.errors).toEqual([
          { path: ['password'], code: 'password-common', message: body.error?.message },
        ]);
      }
    await door.isAsBefore();
    expect((await door.choose(GOOD, 'de')).status).toBeLessThan(300);
  });
});

it('people who already have such a password can still sign in', async () => {
  const { email, id } = await createContributor();
  const users: { edit(id: number, user: object): Promise<unknown> } = startedApp()
    .strapi.plugin('users-permissions')
    .service('user');
  await users.edit(id, { password: 'Password123' });
  expect(await contributorLogin(email, 'Password123')).not.toBe('');
});
