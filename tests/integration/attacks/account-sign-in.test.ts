/** @jest-environment-options {"env": {"ADMIN_RATE_LIMIT": "true", "TRUST_PROXY": "1"}} */
import { createAdmin, createContributor, PASSWORD, request, startedApp } from '../../support';

interface Failure {
  error: { message: string; details: { code: string } };
}

interface Try {
  address?: string;
  cookie?: string | undefined;
}

type Answered = Awaited<ReturnType<typeof request<Failure>>>;

const cookiesIn = ({ headers }: Answered): string[] =>
  headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');

interface Passwords {
  validatePassword(password: string, hash: string): Promise<boolean>;
}

const contributorPasswords = (): Passwords => startedApp().strapi.plugin('users-permissions').service('user');

/** A door where people sign in. */
interface Door {
  create(): Promise<{ id: number; email: string }>;
  tryIt(email: string, password: string, from?: Try): Promise<Answered>;
  /** Strapi's service with which ours compares. */
  passwords(): Passwords;
  /** Comparisons for an account that go through it: the panel's sign-in calls the function behind it. */
  seen: 0 | 1;
  users: string;
  /** Failed tries of strangers from one network, and at one account in a day from all. */
  network: number;
  strangers: number;
}

const headersOf = ({ address = '198.51.100.1', cookie }: Try) => ({
  'x-forwarded-for': address,
  ...(cookie ? { cookie } : {}),
});

const DOORS: Readonly<Record<string, Door>> = {
  contributors: {
    create: () => createContributor(),
    tryIt: (identifier, password, from = {}) =>
      request<Failure>('/api/auth/local', { body: { identifier, password }, headers: headersOf(from) }),
    passwords: contributorPasswords,
    seen: 1,
    users: 'plugin::users-permissions.user',
    network: 10,
    strangers: 100,
  },
  editors: {
    create: () => createAdmin({ role: 'strapi-editor' }),
    tryIt: (email, password, from = {}) =>
      request<Failure>('/admin/login', { body: { email, password }, headers: headersOf(from) }),
    passwords: () => startedApp().strapi.service('admin::auth') as unknown as Passwords,
    seen: 0,
    users: 'admin::user',
    network: 5,
    strangers: 50,
  },
};

const WRONG = 'Falsches-Kennwort-1';

beforeAll(() => createAdmin());
beforeEach(async () => {
  await startedApp().strapi.db.connection.raw('delete from stadtverbund.rate_limit');
});
afterEach(() => jest.restoreAllMocks());

describe.each(Object.entries(DOORS))('the sign-in of %s', (_who, door) => {
  const deviceOf = (answer: Answered): string =>
    cookiesIn(answer).find((cookie) => cookie.includes('_device_')) ?? '';

  /** Signs in, and returns the cookie of the device. */
  const signedIn = async (email: string, from: Try = {}): Promise<string> => {
    const answer = await door.tryIt(email, PASSWORD, from);
    expect(answer.status).toBe(200);
    return deviceOf(answer);
  };

  it('compares one password, whether or not there is an account', async () => {
    const { email } = await door.create();
    const compare = jest.spyOn(door.passwords(), 'validatePassword');
    const answers = [];
    for (const identifier of [
      email,
      'niemand@example.org',
      'Niemand',
      'kein@@konto',
      `x${'y'.repeat(400)}@z.de`,
    ]) {
      compare.mockClear();
      const { status, text } = await door.tryIt(identifier, WRONG);
      answers.push({ text: status === 400 ? text : status, compared: compare.mock.calls.length });
      for (const [, hash] of compare.mock.calls) expect(hash).toMatch(/^\$2a\$10\$.{53}$/);
    }
    const [known, ...unknown] = answers;
    expect(known?.compared).toBe(door.seen);
    expect(unknown.map(({ compared }) => compared)).toEqual(unknown.map(() => 1));
    expect(unknown[0]?.text).toBe(known?.text);
  });

  it('says that an account is blocked, or that its address is not confirmed, only to who knows the password', async () => {
    const { id, email } = await door.create();
    const states =
      door.users === 'admin::user' ? [{ isActive: false }] : [{ blocked: true }, { confirmed: false }];
    const unknown = await door.tryIt('niemand@example.org', WRONG);
    for (const data of states) {
      await startedApp().strapi.db.query(door.users).update({ where: { id }, data });
      const wrong = await door.tryIt(email, WRONG);
      expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
      expect(deviceOf(wrong)).toBe('');
    }
  });

  it('stays open to the owner while a thousand tries come from fifty addresses, and admits few of them', async () => {
    const { email } = await door.create();
    const device = await signedIn(email);
    const compare = jest.spyOn(door.passwords(), 'validatePassword');
    const answers: number[] = [];
    for (let round = 0; round < 20; round += 1)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, async (_, index) => {
            const { status } = await door.tryIt(email, WRONG, { address: `203.0.113.${index + 1}` });
            return status;
          }),
        )),
      );
    const admitted = answers.filter((status) => status === 400).length;
    expect(answers.filter((status) => status === 429)).toHaveLength(1_000 - admitted);
    // As many as strangers have together, and then one for each network.
    expect(admitted).toBe(door.strangers + 50);
    expect(compare).toHaveBeenCalledTimes(door.seen * admitted);
    // From the known device, even if the guessing comes from the same network.
    expect((await door.tryIt(email, PASSWORD, { address: '203.0.113.7', cookie: device })).status).toBe(200);
    expect((await door.tryIt(email, WRONG, { cookie: device })).status).toBe(400);
    // And from a new device in another network, once a day.
    const elsewhere = { address: '192.0.2.44' };
    expect((await door.tryIt(email, PASSWORD, elsewhere)).status).toBe(200);
    expect((await door.tryIt(email, WRONG, elsewhere)).status).toBe(400);
    expect((await door.tryIt(email, PASSWORD, elsewhere)).status).toBe(429);
  }, 120_000);

  it('one network alone does not make it slow for the others', async () => {
    const { email } = await door.create();
    for (let number = 0; number < 2 * door.network; number += 1)
      await door.tryIt(email, WRONG, { address: '203.0.113.1' });
    const second = [];
    for (let number = 0; number < door.network; number += 1)
      second.push((await door.tryIt(email, WRONG, { address: '203.0.113.2' })).status);
    expect(second).toEqual(second.map(() => 400));
  });

  it('a known device guesses no more than others', async () => {
    const { email } = await door.create();
    const device = await signedIn(email);
    const statuses = [];
    for (let number = 0; number < 12; number += 1)
      statuses.push((await door.tryIt(email, WRONG, { cookie: device })).status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(10);
    // Others are not affected by it.
    expect((await door.tryIt(email, PASSWORD, { address: '192.0.2.9' })).status).toBe(200);
  });

  it('a cookie that is forged or of another account makes nobody known', async () => {
    const [mine, other] = [await door.create(), await door.create()];
    const foreign = await signedIn(other.email);
    const own = await signedIn(mine.email);
    const [name = '', value = ''] = own.split('=');
    const forged = [
      `${name}=${foreign.split('=')[1]}`,
      `${name}=${value.slice(0, -2)}AA`,
      `${name}=x`,
      `${name}=`,
    ];
    for (let number = 0; number < door.network; number += 1) await door.tryIt(mine.email, WRONG);
    for (const cookie of forged)
      expect([cookie, (await door.tryIt(mine.email, PASSWORD, { cookie })).status]).toEqual([cookie, 429]);
    expect((await door.tryIt(mine.email, PASSWORD, { cookie: own })).status).toBe(200);
  });

  it('sets a cookie only for who has signed in, and one that scripts cannot read', async () => {
    const { email } = await door.create();
    expect(cookiesIn(await door.tryIt(email, WRONG))).toEqual([]);
    const answer = await door.tryIt(email, PASSWORD);
    const set = answer.headers.getSetCookie().find((cookie) => cookie.includes('_device_'));
    expect(set).toMatch(/; httponly/i);
    expect(set).toMatch(/; samesite=lax/i);
  });
});

it('a registration for a known address compares one password, as a new one makes one hash', async () => {
  const { email } = await createContributor();
  const compare = jest.spyOn(contributorPasswords(), 'validatePassword');
  const body = { username: 'Neue Person', email, password: 'ein langes Kennwort' };
  expect((await request('/api/auth/local/register', { body })).status).toBe(200);
  expect(compare).toHaveBeenCalledTimes(1);
});
