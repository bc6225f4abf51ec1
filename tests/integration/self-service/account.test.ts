import sharp from 'sharp';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  PASSWORD,
  request,
  startedApp,
  waitForMail,
  type ContributorAccount,
} from '../../support';

interface Failure {
  error: { message: string; details: { code: string; errors: { path: string[] }[] } };
}

interface OwnAccount {
  username: string;
  email: string;
  newEmail: string | null;
  language: string;
  createdAt: string;
}

interface OwnSession {
  id: string;
  device: string | null;
  begunAt: string;
  lastUsedAt: string;
  current: boolean;
}

let anna: ContributorAccount;
let bert: ContributorAccount;

beforeAll(() => createCityProfile());

beforeEach(async () => {
  [anna, bert] = [await createContributor(), await createContributor()];
});

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Signs in once more. */
async function signIn({ email }: ContributorAccount): Promise<{ token: string; cookie: string }> {
  const { headers, body } = await request<{ jwt: string }>('/api/auth/local', {
    body: { identifier: email, password: PASSWORD },
    headers: { 'user-agent': FIREFOX },
  });
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  return { token: body.jwt, cookie };
}

const read = (token: string) => request<{ data: OwnAccount } & Failure>('/api/my/account', { token });

const change = (token: string, body: object, language = 'de') =>
  request<{ data: OwnAccount } & Failure>('/api/my/account', {
    method: 'PUT',
    token,
    body,
    headers: { 'accept-language': language },
  });

const sessionsOf = async (token: string): Promise<OwnSession[]> =>
  (await request<{ data: OwnSession[] }>('/api/my/account/sessions', { token })).body.data;

const isIn = async (token: string): Promise<boolean> => (await read(token)).status === 200;

describe('the account', () => {
  it('shows what its owner may know, and nothing of hashes and tokens', async () => {
    const { status, body, text } = await read(anna.token);
    expect(status).toBe(200);
    expect(body.data).toEqual({
      username: anna.username,
      email: anna.email,
      newEmail: null,
      language: 'de',
      deletion: null,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    });
    expect(text).not.toMatch(/password|token|hash|role/i);
  });

  it('changes name and language, and what is not named stays', async () => {
    const named = await change(anna.token, { username: `  ${anna.username} Neu ` });
    expect(named.body.data.username).toBe(`${anna.username} Neu`);
    expect((await change(anna.token, { language: 'en' })).body.data.language).toBe('en');
    expect((await change(anna.token, {})).body.data).toMatchObject({
      username: `${anna.username} Neu`,
      language: 'en',
    });
    await request('/api/auth/forgot-password', { body: { email: anna.email } });
    expect((await waitForMail(anna.email)).subject).toBe('Choose your new password');
    expect((await read(bert.token)).body.data.username).toBe(bert.username);
  });

  it.each([
    [
      'a name that somebody has',
      () => ({ username: bert.username.toUpperCase() }),
      'username-taken',
      'username',
    ],
    ["another's address as the name", () => ({ username: bert.email }), 'username-shape', 'username'],
    ['a short name', () => ({ username: 'ab' }), 'username-shape', 'username'],
    ['an unknown language', () => ({ language: 'fr' }), 'locale-unknown', 'language'],
    ['an address', () => ({ email: 'neu@example.org' }), 'field-unknown', 'email'],
    ['a role', () => ({ role: 1 }), 'field-unknown', 'role'],
    ['confirmed', () => ({ confirmed: true }), 'field-unknown', 'confirmed'],
    ['a password', () => ({ password: 'ein langes Kennwort' }), 'field-unknown', 'password'],
  ])('refuses %s and changes nothing', async (_what, body, code, path) => {
    for (const language of ['de', 'en']) {
      const answer = await change(anna.token, body(), language);
      expect([answer.status, answer.body.error.details.code]).toEqual([400, code]);
      expect(answer.body.error.details.errors[0]?.path).toEqual([path]);
    }
    expect((await read(anna.token)).body.data).toMatchObject({
      username: anna.username,
      email: anna.email,
    });
  });

  it('an own address may be the name', async () => {
    expect((await change(anna.token, { username: anna.email })).status).toBe(200);
  });

  it('is nobody else’s, whatever code path a request takes', async () => {
    const { strapi } = startedApp();
    const other = (await strapi.db
      .query('plugin::users-permissions.user')
      .findOne({ where: { id: bert.id } })) as { documentId: string };
    const update = async () => {
      await strapi
        .documents('plugin::users-permissions.user')
        .update({ documentId: other.documentId, data: { username: 'gekapert' } });
    };
    // As in a request of Anna's.
    const ctx = {
      state: {
        user: { id: anna.id, username: anna.username, email: anna.email },
        auth: { strategy: { name: 'users-permissions' } },
        route: { info: { pluginName: 'self-service' } },
      },
    };
    const { requestContext } = strapi as unknown as {
      requestContext: { run(ctx: object, work: () => Promise<void>): Promise<void> };
    };
    await expect(requestContext.run(ctx, update)).rejects.toMatchObject({ code: 'not-found' });
    expect((await read(bert.token)).body.data.username).toBe(bert.username);
  });
});

describe('sessions', () => {
  it('are listed, this one first, without addresses', async () => {
    const { token } = await signIn(anna);
    const sessions = await sessionsOf(token);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(sessions[0]?.device).toMatch(/Firefox/);
    expect(Object.keys(sessions[0] ?? {}).sort()).toEqual(
      ['begunAt', 'current', 'device', 'id', 'lastUsedAt'].sort(),
    );
  });

  it('know themselves after a refresh, by the new token and the old one', async () => {
    const { token, cookie } = await signIn(anna);
    const { body } = await request<{ jwt: string }>('/api/auth/refresh', {
      method: 'POST',
      headers: { cookie },
    });
    for (const access of [token, body.jwt]) {
      const sessions = await sessionsOf(access);
      expect(sessions.filter(({ current }) => current)).toHaveLength(1);
      expect(sessions).toHaveLength(2);
    }
  });

  it('end one by one, with every token that was refreshed into them', async () => {
    const { token, cookie } = await signIn(anna);
    const { body } = await request<{ jwt: string }>('/api/auth/refresh', {
      method: 'POST',
      headers: { cookie },
    });
    const other = (await sessionsOf(anna.token)).find(({ current }) => !current);
    const path = `/api/my/account/sessions/${other?.id}`;
    expect((await request(path, { method: 'DELETE', token: anna.token })).status).toBe(204);
    expect([await isIn(token), await isIn(body.jwt), await isIn(anna.token)]).toEqual([false, false, true]);
    expect((await request('/api/auth/refresh', { method: 'POST', headers: { cookie } })).status).toBe(401);
    expect((await request(path, { method: 'DELETE', token: anna.token })).status).toBe(404);
  });

  it('all end but the one that asks', async () => {
    const others = [await signIn(anna), await signIn(anna)];
    const ended = await request<{ data: { ended: number } }>('/api/my/account/sessions', {
      method: 'DELETE',
      token: anna.token,
    });
    expect([ended.status, ended.body.data.ended]).toEqual([200, 2]);
    for (const { token } of others) expect(await isIn(token)).toBe(false);
    expect([await isIn(anna.token), await isIn(bert.token)]).toEqual([true, true]);
  });

  it('of somebody else are not there', async () => {
    const [hers] = await sessionsOf(anna.token);
    for (const id of [hers?.id, 'none', `${'0'.repeat(32)}`, '%00'])
      expect(
        (await request(`/api/my/account/sessions/${id}`, { method: 'DELETE', token: bert.token })).status,
      ).toBeGreaterThanOrEqual(400);
    expect(await isIn(anna.token)).toBe(true);
  });

  it('signing out ends the tokens from before a refresh, too', async () => {
    const { token, cookie } = await signIn(anna);
    const { body } = await request<{ jwt: string }>('/api/auth/refresh', {
      method: 'POST',
      headers: { cookie },
    });
    await request('/api/auth/logout', { method: 'POST', token: body.jwt, body: {} });
    expect(await isIn(token)).toBe(false);
  });

  it('end with a new password, and the owner is told', async () => {
    const { token } = await signIn(anna);
    const password = 'Astern blühen im Herbst';
    const changed = await request<{ jwt: string }>('/api/auth/change-password', {
      token: anna.token,
      body: { currentPassword: PASSWORD, password, passwordConfirmation: password },
    });
    expect(changed.status).toBe(200);
    expect([await isIn(token), await isIn(changed.body.jwt)]).toEqual([false, true]);
    expect((await waitForMail(anna.email)).subject).toBe('Ihr Passwort wurde geändert');
  });
});

describe('uploads', () => {
  interface Listed {
    data: { documentId: string; inUse: boolean; usedBy: { collection: string; documentId: string }[] }[];
    meta: { pagination: { total: number; pageCount: number } };
  }

  async function upload({ token }: ContributorAccount): Promise<string> {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'laden.png');
    const { body } = await request<{ data: { documentId: string }[] }>('/api/my/uploads', {
      body: form,
      token,
    });
    return body.data[0]?.documentId ?? '';
  }

  const list = async (token: string, query = '') =>
    (await request<Listed>(`/api/my/uploads${query}`, { token })).body;

  const remove = (documentId: string, token: string) =>
    request<Failure>(`/api/my/uploads/${documentId}`, { method: 'DELETE', token });

  it('are listed page by page, the newest first, and only own ones', async () => {
    const [first, second] = [await upload(anna), await upload(anna)];
    await upload(bert);
    const page = await list(anna.token, '?pagination[pageSize]=1');
    expect(page.data.map(({ documentId }) => documentId)).toEqual([second]);
    expect(page.meta.pagination).toMatchObject({ total: 2, pageCount: 2 });
    const next = await list(anna.token, '?pagination[pageSize]=1&pagination[page]=2');
    expect(next.data).toMatchObject([{ documentId: first, inUse: false, usedBy: [] }]);
  });

  it('stay while a draft uses them, and the list says which', async () => {
    const { documentId: business } = await createBusiness();
    await startedApp()
      .strapi.documents('api::membership.membership')
      .create({ data: { business, user: anna.id, role: 'owner', since: new Date().toISOString() } });
    const picture = await upload(anna);
    const used = { data: { logo: { image: picture, alternativeText: 'Unser Laden', credit: 'Anna' } } };
    const path = `/api/my/businesses/${business}`;
    expect((await request(path, { method: 'PUT', token: anna.token, body: used })).status).toBe(200);
    const [listed] = (await list(anna.token)).data;
    expect(listed).toMatchObject({
      inUse: true,
      usedBy: [{ collection: 'businesses', documentId: business }],
    });
    const refusal = await remove(picture, anna.token);
    expect([refusal.status, refusal.body.error.details.code]).toEqual([409, 'upload-used']);
    await request(path, { method: 'PUT', token: anna.token, body: { data: { logo: null } } });
    expect((await list(anna.token)).data).toHaveLength(1);
  });

  it('that nothing uses can be deleted, once, and by nobody else', async () => {
    const picture = await upload(anna);
    expect((await remove(picture, bert.token)).status).toBe(404);
    expect((await list(anna.token)).data).toHaveLength(1);
    expect((await remove(picture, anna.token)).status).toBe(204);
    expect((await remove(picture, anna.token)).status).toBe(404);
    expect((await list(anna.token)).data).toEqual([]);
  });
});
