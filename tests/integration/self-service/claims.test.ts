import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  request,
  startedApp,
  waitForMail,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

interface Claim {
  id: string;
  business: string;
  state: string;
}

/** As editors see it. */
interface Queued {
  id: string;
  documentId: string;
  from: { email: string | null; isGone: boolean };
  facts: { name: string; values: { text?: string; word?: string }[] }[];
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
    await request<{ data: Queued[] }>(`/moderation/intake?kind=claim&state=${state}&pageSize=100`, {
      token: editor.token,
    })
  ).body.data.filter((one) => one.documentId === business);

const decide = (id: string, decision: 'accepted' | 'declined', reason = '') =>
  request<{ data: Queued }>(`/moderation/intake/${id}/decide`, {
    token: editor.token,
    body: { decision, reason },
  });

const factsOf = ({ facts }: Queued): Record<string, string[]> =>
  Object.fromEntries(
    facts.map(({ name, values }) => [
      name,
      values.map(({ text, word }) => [text, word].filter(Boolean).join(': ')),
    ]),
  );

it('a claim waits for an editor, who makes the claimant the owner', async () => {
  const { status, body } = await claim(anna);
  expect(status).toBe(201);
  expect(body.data).toMatchObject({ business, state: 'open' });
  expect(await queue()).toMatchObject([{ from: { email: anna.email } }]);
  expect((await request(`/api/my/businesses/${business}/managers`, { token: anna.token })).status).toBe(404);
  expect((await decide(body.data.id, 'accepted')).status).toBe(200);
  const managers = await request<{ data: object[] }>(`/api/my/businesses/${business}/managers`, {
    token: anna.token,
  });
  expect(managers.body.data).toMatchObject([{ email: anna.email, role: 'owner' }]);
  expect((await waitForMail(anna.email)).subject).toContain('Sie verwalten jetzt');
});

it('a second claimant makes it a dispute that editors see', async () => {
  await claim(anna);
  await claim(bert);
  expect((await queue()).map((one) => factsOf(one).others)).toEqual([[bert.username], [anna.username]]);
});

it('only one of two claims can be accepted, even at the same time', async () => {
  const claims = [(await claim(anna)).body.data.id, (await claim(bert)).body.data.id];
  const answers = await Promise.all(claims.map((id) => decide(id, 'accepted')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('a refusal needs a reason, which the claimant gets', async () => {
  const { id } = (await claim(anna)).body.data;
  expect((await decide(id, 'declined')).status).toBe(400);
  expect((await decide(id, 'declined', 'Bitte senden Sie einen Nachweis.')).status).toBe(200);
  expect((await waitForMail(anna.email)).text).toContain('Bitte senden Sie einen Nachweis.');
  expect((await decide(id, 'accepted')).status).toBe(409);
  expect((await claim(anna)).status).toBe(201);
});

it('an account has one open claim on a business, even if it sends many at once', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => claim(anna)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

it('a business that someone manages cannot be claimed', async () => {
  await decide((await claim(anna)).body.data.id, 'accepted');
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
      ['/moderation/intake', 'GET'],
      [`/moderation/intake/${id}/decide`, 'POST'],
    ] as const)
      expect((await request(path, { method, ...(token ? { token } : {}) })).status).toBe(401);
});

it('shows what there is to decide by: the account, its businesses, its domain, who manages, earlier claims', async () => {
  const { strapi } = startedApp();
  await strapi.db
    .query('plugin::users-permissions.user')
    .update({ where: { id: anna.id }, data: { email: `anna${anna.id}@krume.example` } });
  await decide((await claim(anna)).body.data.id, 'declined', 'Kein Nachweis.');
  const other = await createBusiness({ name: 'Zweiter Laden' });
  const accepted = await claim(anna, { business: other.documentId, reason: REASON });
  await decide(accepted.body.data.id, 'accepted');
  business = (
    await createBusiness({ name: 'Krume', contact: { website: 'https://www.krume.example/start' } })
  ).documentId;
  await claim(anna);
  const [queued] = await queue();
  const facts = factsOf(queued!);
  expect(facts).toMatchObject({
    managers: ['none'],
    domain: ['same-domain', 'krume.example', 'https://www.krume.example/start'],
    businesses: ['Zweiter Laden'],
  });
  expect(facts.account?.slice(0, 2)).toEqual([`anna${anna.id}@krume.example`, 'confirmed']);
  expect(facts.earlier?.map((text) => text.replace(/^.*: /, ''))).toEqual(['accepted', 'declined']);
});

it('of an account that is gone says so, and cannot be accepted', async () => {
  const { id } = (await claim(anna)).body.data;
  await startedApp()
    .strapi.db.query('plugin::users-permissions.user')
    .delete({ where: { id: anna.id } });
  expect(await queue()).toMatchObject([{ from: { isGone: true, email: null } }]);
  expect((await decide(id, 'accepted')).status).toBe(404);
  expect((await decide(id, 'declined', 'Das Konto gibt es nicht mehr.')).status).toBe(200);
});
