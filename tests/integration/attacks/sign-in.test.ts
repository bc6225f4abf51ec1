/** @jest-environment-options {"env": {"ADMIN_RATE_LIMIT": "true", "TRUST_PROXY": "1"}} */
import { createAdmin, request, startedApp } from '../../support';

/** As forwarded by a proxy that appends: what the client made up, then what the proxy saw. */
const from = (address: string, madeUp = '203.0.113.99'): Record<string, string> => ({
  'x-forwarded-for': `${madeUp}, ${address}`,
});

interface Failure {
  error: { message: string };
}

const signIn = (email: unknown, address: string, password = 'Falsch-1234', madeUp?: string) =>
  request<Failure>('/admin/login', { body: { email, password }, headers: from(address, madeUp) });

let count = 0;
const someone = (): string => `niemand-${(count += 1)}@example.org`;

const PASSWORD = 'Ein-langes-Wort-2026';

async function createOwner(): Promise<string> {
  const email = `inhaber-${(count += 1)}@example.org`;
  const { strapi } = startedApp();
  const role = (await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } })) as {
    id: number;
  };
  const users = strapi.service('admin::user') as unknown as { create(user: object): Promise<unknown> };
  await users.create({
    email,
    firstname: 'A',
    lastname: 'B',
    password: PASSWORD,
    roles: [role.id],
    isActive: true,
    registrationToken: null,
  });
  return email;
}

const statuses = async (
  tries: number,
  attempt: (index: number) => Promise<{ status: number }>,
): Promise<number[]> => {
  const seen: number[] = [];
  for (let index = 0; index < tries; index += 1) seen.push((await attempt(index)).status);
  return seen;
};

const refusals = (seen: readonly number[]): number => seen.filter((status) => status === 429).length;

beforeAll(() => createAdmin());

it('one account cannot be guessed from one address', async () => {
  const email = someone();
  expect(refusals(await statuses(8, () => signIn(email, '198.51.100.1')))).toBe(3);
});

it('many accounts cannot be guessed from one address, whatever the client puts in front of it', async () => {
  const seen = await statuses(36, (index) =>
    signIn(someone(), '198.51.100.2', 'Falsch-1234', `203.0.113.${index}`),
  );
  expect(refusals(seen)).toBe(6);
});

it('nor from the addresses of one network', async () => {
  const seen = await statuses(34, (index) => signIn(someone(), `2001:db8:0:1::${index.toString(16)}`));
  expect(refusals(seen)).toBe(4);
});

it('a correct password is not counted', async () => {
  const email = await createOwner();
  expect(await statuses(10, () => signIn(email, '198.51.100.3', PASSWORD))).toEqual(
    Array<number>(10).fill(200),
  );
});

it.each([
  ['de', /Zu viele Versuche/],
  ['en', /Too many attempts/],
])('says in %s how long to wait', async (language, message) => {
  const email = someone();
  const attempt = () =>
    request<Failure>('/admin/login', {
      body: { email, password: 'x' },
      headers: { ...from('198.51.100.4'), 'accept-language': language },
    });
  for (let index = 0; index < 5; index += 1) await attempt();
  const { status, body, headers } = await attempt();
  expect(status).toBe(429);
  expect(body.error.message).toMatch(message);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});

it.each(['/admin/forgot-password', '/admin/reset-password', '/admin/register', '/admin/register-admin'])(
  '%s is limited by address',
  async (path) => {
    const seen = await statuses(32, () =>
      request(path, { body: { email: someone(), password: 'x' }, headers: from('198.51.100.5') }),
    );
    expect(refusals(seen)).toBeGreaterThanOrEqual(2);
    expect(seen.every((status) => status < 500)).toBe(true);
  },
);

it.each([
  ['a list', ['a@example.org']],
  ['an object', { $ne: '' }],
  ['a number', 7],
  ['nothing', undefined],
])('an e-mail that is %s is a refusal, not an error', async (_what, email) => {
  expect((await signIn(email, '198.51.100.6')).status).toBe(400);
});

it('a body that is not an object is a refusal too', async () => {
  for (const body of ['[]', '"x"', '7', 'null'])
    expect(
      (
        await request('/admin/login', {
          body,
          headers: { ...from('198.51.100.7'), 'content-type': 'application/json' },
        })
      ).status,
    ).toBe(400);
});
