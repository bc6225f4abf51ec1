/** @jest-environment-options {"env": {"ADMIN_RATE_LIMIT": "true"}} */
import { createAdmin, createContributor, request, startedApp } from '../../support';
import {
  REFRESH_BY_ACCOUNT,
  REFRESH_BY_ACCOUNT_A_DAY,
  refreshSubject,
} from '#src/extensions/sessions/refresh-rate';
import { consume } from '#src/platform/rate-limit/rate-limit';
import { onDatabase } from '../../support/test-cluster';

const onSuite = <Row>(sql: string): Promise<Row[]> =>
  onDatabase(startedApp().databaseUrl, sql) as Promise<Row[]>;

/** A log-in and its current tokens. */
interface Tokens {
  cookie: string;
  access: string;
}

interface Door {
  origin: string;
  createAccount(): Promise<{ id: number; email: string; password: string }>;
  logIn(email: string, password: string): Promise<Tokens>;
  refresh(cookie: string): Promise<Tokens & { status: number }>;
  /** An address that only an account may read. */
  inside: string;
}

const cookieIn = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

const contributors: Door = {
  origin: 'users-permissions',
  createAccount: () => createContributor(),
  async logIn(identifier, password) {
    const { headers, body } = await request<{ jwt: string }>('/api/auth/local', {
      body: { identifier, password },
    });
    return { cookie: cookieIn(headers), access: body.jwt };
  },
  async refresh(cookie) {
    const { status, headers, body } = await request<{ jwt?: string }>('/api/auth/refresh', {
      method: 'POST',
      headers: { cookie },
    });
    return { status, cookie: cookieIn(headers), access: body.jwt ?? '' };
  },
  inside: '/api/my/businesses',
};

interface AdminToken {
  data?: { token: string } | null;
}

const editors: Door = {
  origin: 'admin',
  createAccount: () => createAdmin(),
  async logIn(email, password) {
    const { headers, body } = await request<AdminToken>('/admin/login', { body: { email, password } });
    return { cookie: cookieIn(headers), access: body.data?.token ?? '' };
  },
  async refresh(cookie) {
    const { status, headers, body } = await request<AdminToken>('/admin/access-token', {
      method: 'POST',
      headers: { cookie },
    });
    return { status, cookie: cookieIn(headers), access: body.data?.token ?? '' };
  },
  inside: '/admin/users/me',
};

describe.each([
  ['contributors', contributors],
  ['the panel', editors],
])('a refresh token of %s', (_who, door) => {
  let account: Awaited<ReturnType<Door['createAccount']>>;
  const logIn = () => door.logIn(account.email, account.password);
  const isIn = async (access: string) => (await request(door.inside, { token: access })).status === 200;
  const where = () => `where origin = '${door.origin}' and user_id = '${account.id}'`;

  /** Pretends that everything happened a minute ago. */
  const laterOn = () =>
    onSuite(`update strapi_sessions set created_at = created_at - interval '1 minute' ${where()}`);
  const living = async (): Promise<number> =>
    (await onSuite(`select 1 from strapi_sessions ${where()} and status = 'active'`)).length;

  beforeEach(async () => {
    account = await door.createAccount();
    await onSuite(`delete from strapi_sessions ${where()}`);
  });

  it('brings the next one', async () => {
    let tokens = await logIn();
    for (let times = 0; times < 3; times += 1) {
      await laterOn();
      const next = await door.refresh(tokens.cookie);
      expect(next.status).toBe(200);
      expect(await isIn(next.access)).toBe(true);
      tokens = next;
    }
    expect(await living()).toBe(1);
  });

  it.each([
    ['the first', 0],
    ['one from the middle', 1],
    ['the last but one', 2],
  ])('used again, %s ends everything from its log-in, and nothing else', async (_which, index) => {
    const other = await logIn();
    const used = [await logIn()];
    for (let times = 0; times < 3; times += 1) {
      used.push(await door.refresh(used.at(-1)?.cookie ?? ''));
      await laterOn();
    }
    expect((await door.refresh(used[index]?.cookie ?? '')).status).toBe(401);
    for (const { cookie, access } of used) {
      expect(await isIn(access)).toBe(false);
      expect((await door.refresh(cookie)).status).toBe(401);
    }
    expect(await isIn(other.access)).toBe(true);
    expect((await door.refresh(other.cookie)).status).toBe(200);
  });

  it('used by several tabs at once leads all of them to the same next session', async () => {
    const { cookie } = await logIn();
    const tabs = await Promise.all(Array.from({ length: 8 }, () => door.refresh(cookie)));
    expect(tabs.map(({ status }) => status)).toEqual(Array(8).fill(200));
    for (const tab of tabs) expect(await isIn(tab.access)).toBe(true);
    expect(await living()).toBe(1);
    await laterOn();
    expect((await door.refresh(tabs.at(-1)?.cookie ?? '')).status).toBe(200);
  });

  it('used again within seconds returns the newest session of the family', async () => {
    const { cookie } = await logIn();
    const second = await door.refresh(cookie);
    const third = await door.refresh(second.cookie);
    const late = await door.refresh(cookie);
    expect(late.status).toBe(200);
    expect(late.cookie).toBe(third.cookie);
    expect(await living()).toBe(1);
  });

  it('used again while the newer one is refreshed leaves nothing', async () => {
    const { cookie } = await logIn();
    let young = await door.refresh(cookie);
    await laterOn();
    const answers = await Promise.all([
      door.refresh(young.cookie),
      door.refresh(cookie),
      door.refresh(young.cookie),
    ]);
    expect(answers[1]?.status).toBe(401);
    young = answers.find(({ status }) => status === 200) ?? young;
    expect((await door.refresh(young.cookie)).status).toBe(401);
    expect(await living()).toBe(0);
  });

  it.each([
    ['ten minutes', REFRESH_BY_ACCOUNT],
    ['a day', REFRESH_BY_ACCOUNT_A_DAY],
  ])(
    'is counted with all of its account, and is as good as before when %s are over',
    async (_window, rule) => {
      const [{ cookie }, other] = [await logIn(), await logIn()];
      const left = rule.limit - 1;
      await consume(startedApp().strapi, rule, refreshSubject(door.origin, String(account.id)), left);
      const last = await door.refresh(other.cookie);
      expect(last.status).toBe(200);
      const refused = await door.refresh(cookie);
      expect([refused.status, (await door.refresh(last.cookie)).status]).toEqual([429, 429]);
      expect(await living()).toBe(2);
      await onSuite(`update stadtverbund.rate_limit set ends_at = now()`);
      expect((await door.refresh(cookie)).status).toBe(200);
    },
  );

  it('after a log-out, one that was used before restores nothing', async () => {
    const { cookie } = await logIn();
    await door.refresh(cookie);
    await onSuite(`delete from strapi_sessions ${where()} and status = 'active'`);
    expect((await door.refresh(cookie)).status).toBe(401);
    expect(await living()).toBe(0);
  });
});

/** The body may also contain a token, which anyone can make up there. */
const refreshByBody = (refreshToken: unknown) => request('/api/auth/refresh', { body: { refreshToken } });

describe('a token that Strapi did not sign', () => {
  const payload = (value: unknown) => `e30.${Buffer.from(JSON.stringify(value)).toString('base64url')}.x`;

  it('ends nobody’s sessions', async () => {
    const { email, password, id } = await createContributor();
    const where = `where origin = 'users-permissions' and user_id = '${id}'`;
    await onSuite(`delete from strapi_sessions ${where}`);
    const { cookie } = await contributors.logIn(email, password);
    const young = await contributors.refresh(cookie);
    await onSuite(`update strapi_sessions set created_at = created_at - interval '1 minute' ${where}`);
    const token = /strapi_up_refresh=([^;]+)/.exec(cookie)?.[1] ?? '';
    const [head, payload, signature = ''] = token.split('.');
    const forged = `${head}.${payload}.${[...signature].reverse().join('')}`;
    expect((await refreshByBody(forged)).status).toBe(401);
    expect((await contributors.refresh(young.cookie)).status).toBe(200);
    // The same token with its signature does.
    expect((await refreshByBody(token)).status).toBe(401);
    expect(await onSuite(`select 1 from strapi_sessions ${where} and status = 'active'`)).toEqual([]);
  });

  it('uses up nobody’s refreshes', async () => {
    const { email, password, id } = await contributors.createAccount();
    const { cookie } = await contributors.logIn(email, password);
    const subject = refreshSubject('users-permissions', String(id));
    await consume(startedApp().strapi, REFRESH_BY_ACCOUNT, subject, REFRESH_BY_ACCOUNT.limit - 1);
    const madeUp = payload({ userId: String(id), sessionId: '0'.repeat(32) });
    for (let times = 0; times < 3; times += 1) expect((await refreshByBody(madeUp)).status).toBe(401);
    expect((await contributors.refresh(cookie)).status).toBe(200);
  });

  it.each([
    ['no token', 'abc'],
    ['dots', '...'],
    ['no JSON', 'e30.e.x'],
    ['nothing in it', payload(null)],
    ['a NUL', payload({ userId: '1\0', sessionId: '0'.repeat(32) })],
    ['other types', payload({ userId: 1, sessionId: ['0'] })],
    ['a session that is not there', payload({ userId: '1', sessionId: '0'.repeat(32) })],
  ])('is refused: %s', async (_what, token) => {
    expect((await refreshByBody(token)).status).toBe(401);
  });
});
