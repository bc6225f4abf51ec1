import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  request,
  waitForMail,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

interface Claim {
  id: string;
  business: string;
  state: string;
  dispute?: boolean;
  claimant?: { email: string };
}

const REASON = 'Ich bin die Inhaberin, siehe Impressum.';

let editor: AdminAccount;
let anna: ContributorAccount;
let bert: ContributorAccount;
let business: string;

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin();
});

beforeEach(async () => {
  [anna, bert] = [await createContributor(), await createContributor()];
  business = (await createBusiness()).documentId;
});

const claim = (account: ContributorAccount, body: object = { business, reason: REASON }) =>
  request<{ data: Claim }>('/api/my/claims', { token: account.token, body });

const queue = async (state = 'open') =>
  (
    await request<{ data: Claim[] }>(`/self-service/claims?state=${state}&pageSize=100`, {
      token: editor.token,
    })
  ).body.data.filter((one) => one.business === business);

const decide = (id: string, step: 'accept' | 'refuse', reason = '') =>
  request<{ data: Claim }>(`/self-service/claims/${id}/${step}`, { token: editor.token, body: { reason } });

it('a claim waits for an editor, who makes the claimant the owner', async () => {
  const { status, body } = await claim(anna);
  expect(status).toBe(201);
  expect(body.data).toMatchObject({ business, state: 'open' });
  expect(await queue()).toMatchObject([{ dispute: false, claimant: { email: anna.email } }]);
  expect((await request(`/api/my/businesses/${business}/managers`, { token: anna.token })).status).toBe(404);
  expect((await decide(body.data.id, 'accept')).status).toBe(200);
  const managers = await request<{ data: object[] }>(`/api/my/businesses/${business}/managers`, {
    token: anna.token,
  });
  expect(managers.body.data).toMatchObject([{ email: anna.email, role: 'owner' }]);
  expect((await waitForMail(anna.email)).subject).toContain('Sie verwalten jetzt');
});

it('a second claimant makes it a dispute that editors see', async () => {
  await claim(anna);
  await claim(bert);
  expect((await queue()).map(({ dispute }) => dispute)).toEqual([true, true]);
});

it('only one of two claims can be accepted, even at the same time', async () => {
  const claims = [(await claim(anna)).body.data.id, (await claim(bert)).body.data.id];
  const answers = await Promise.all(claims.map((id) => decide(id, 'accept')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('a refusal needs a reason, which the claimant gets', async () => {
  const { id } = (await claim(anna)).body.data;
  expect((await decide(id, 'refuse')).status).toBe(400);
  expect((await decide(id, 'refuse', 'Bitte senden Sie einen Nachweis.')).status).toBe(200);
  expect((await waitForMail(anna.email)).text).toContain('Bitte senden Sie einen Nachweis.');
  expect((await decide(id, 'accept')).status).toBe(409);
  expect((await claim(anna)).status).toBe(201);
});

it('an account has one open claim on a business, even if it sends many at once', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => claim(anna)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

it('a business that someone manages cannot be claimed', async () => {
  await decide((await claim(anna)).body.data.id, 'accept');
  expect((await claim(bert)).status).toBe(409);
});

it('a draft appears not to exist', async () => {
  const draft = await createBusiness({}, { published: false });
  expect((await claim(anna, { business: draft.documentId, reason: REASON })).status).toBe(404);
  expect((await claim(anna, { business: 'gibtesnicht', reason: REASON })).status).toBe(404);
});

it.each([
  ['no reason', () => ({ business })],
  ['a short reason', () => ({ business, reason: 'meins' })],
  ['no business', () => ({ reason: REASON })],
  ['a filter instead of a business', () => ({ business: { $ne: null }, reason: REASON })],
  ['a state', () => ({ business, reason: REASON, state: 'accepted' })],
  ['an account', () => ({ business, reason: REASON, account: 1 })],
])('a claim with %s is refused', async (_what, body) => {
  expect((await claim(anna, body())).status).toBe(400);
});

it('accounts see only their own claims, and decide none', async () => {
  const { id } = (await claim(anna)).body.data;
  const own = await request<{ data: Claim[] }>('/api/my/claims', { token: anna.token });
  expect(own.body.data).toMatchObject([{ id }]);
  expect((await request<{ data: Claim[] }>('/api/my/claims', { token: bert.token })).body.data).toEqual([]);
  for (const token of [anna.token, undefined])
    for (const [path, method] of [
      ['/self-service/claims', 'GET'],
      [`/self-service/claims/${id}/accept`, 'POST'],
    ] as const)
      expect((await request(path, { method, ...(token ? { token } : {}) })).status).toBe(401);
});
