import {
  createBusiness,
  createCityProfile,
  createContributor,
  mailsTo,
  request,
  startedApp,
  tokenIn,
  waitForMail,
  type ContributorAccount,
} from '../../support';

interface Entry {
  id: string;
  email: string;
  role: string;
}

interface Answered {
  data: Entry[];
}

type Role = 'owner' | 'manager';

async function addMember(business: string, user: ContributorAccount, role: Role = 'owner'): Promise<void> {
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: user.id, role, since: new Date().toISOString() } });
}

let business: string;
let owner: ContributorAccount;

beforeAll(() => createCityProfile());

beforeEach(async () => {
  business = (await createBusiness()).documentId;
  owner = await createContributor();
  await addMember(business, owner);
});

const base = () => `/api/my/businesses/${business}`;

const invite = (email: string, token = owner.token) =>
  request<{ data: Entry }>(`${base()}/invitations`, { token, body: { email } });

const accept = (link: string, account: ContributorAccount) =>
  request('/api/my/invitations/accept', { token: account.token, body: { token: link } });

const managers = async (): Promise<Entry[]> =>
  (await request<Answered>(`${base()}/managers`, { token: owner.token })).body.data;

it('a manager invites another, who accepts with the link', async () => {
  const guest = await createContributor();
  const answer = await invite(guest.email.toUpperCase());
  expect(answer.status).toBe(201);
  expect(answer.text).not.toMatch(/token/);
  const link = tokenIn(await waitForMail(guest.email));
  expect(link).toHaveLength(43);
  expect((await accept(link, guest)).status).toBe(200);
  expect((await managers()).map(({ email, role }) => [email, role])).toEqual([
    [owner.email, 'owner'],
    [guest.email, 'manager'],
  ]);
});

it('a link works once, even if it is used twice at the same time', async () => {
  const guest = await createContributor();
  await invite(guest.email);
  const link = tokenIn(await waitForMail(guest.email));
  const answers = await Promise.all(Array.from({ length: 8 }, () => accept(link, guest)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 400)]);
  expect(await managers()).toHaveLength(2);
});

it('a link works only for the invited address', async () => {
  const guest = await createContributor();
  const thief = await createContributor();
  await invite(guest.email);
  const link = tokenIn(await waitForMail(guest.email));
  expect((await accept(link, thief)).status).toBe(400);
  expect((await accept(link, guest)).status).toBe(200);
});

it('a link expires after 14 days', async () => {
  const guest = await createContributor();
  const { body } = await invite(guest.email);
  const link = tokenIn(await waitForMail(guest.email));
  await startedApp().strapi.db.connection.raw(
    `update stadtverbund.invitation set ends_at = ends_at - interval '14 days 1 second' where id::text = :id`,
    { id: body.data.id },
  );
  expect((await accept(link, guest)).status).toBe(400);
});

it('a newer invitation replaces the older one', async () => {
  const guest = await createContributor();
  await invite(guest.email);
  const first = tokenIn(await waitForMail(guest.email));
  await invite(guest.email);
  const second = tokenIn(await waitForMail(guest.email, ({ text }) => !text.includes(first)));
  expect((await accept(first, guest)).status).toBe(400);
  expect((await accept(second, guest)).status).toBe(200);
});

it('an invitation can be listed and revoked', async () => {
  const guest = await createContributor();
  const { body } = await invite(guest.email);
  const link = tokenIn(await waitForMail(guest.email));
  const listed = await request<Answered>(`${base()}/invitations`, { token: owner.token });
  expect(listed.body.data).toMatchObject([{ id: body.data.id, email: guest.email }]);
  expect(listed.text).not.toMatch(/token/i);
  const gone = await request(`${base()}/invitations/${body.data.id}`, {
    method: 'DELETE',
    token: owner.token,
  });
  expect(gone.status).toBe(204);
  expect((await accept(link, guest)).status).toBe(400);
});

it('nobody else can see, invite, revoke or remove', async () => {
  const stranger = await createContributor();
  const guest = await createContributor();
  const { body } = await invite(guest.email);
  const [manager] = await managers();
  const answers = await Promise.all([
    invite('fremd@example.org', stranger.token),
    request(`${base()}/invitations`, { token: stranger.token }),
    request(`${base()}/managers`, { token: stranger.token }),
    request(`${base()}/invitations/${body.data.id}`, { method: 'DELETE', token: stranger.token }),
    request(`${base()}/managers/${manager?.id}`, { method: 'DELETE', token: stranger.token }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(mailsTo('fremd@example.org')).toEqual([]);
  expect(await managers()).toHaveLength(1);
});

it('an invitation to another business cannot be reached through one’s own', async () => {
  const stranger = await createContributor();
  const other = (await createBusiness()).documentId;
  await addMember(other, stranger);
  const { body } = await invite('gast@example.org');
  const path = `/api/my/businesses/${other}/invitations/${body.data.id}`;
  expect((await request(path, { method: 'DELETE', token: stranger.token })).status).toBe(404);
});

it.each([
  ['no address', {}],
  ['an address that is none', { email: 'niemand' }],
  ['a list', { email: ['a@example.org'] }],
  ['a role', { email: 'a@example.org', role: 'owner' }],
])('an invitation with %s is refused', async (_what, body) => {
  expect((await request(`${base()}/invitations`, { token: owner.token, body })).status).toBe(400);
});

it('an existing manager cannot be invited', async () => {
  expect((await invite(owner.email)).status).toBe(409);
});

it('managers can leave, owners can remove managers, and someone always stays', async () => {
  const manager = await createContributor();
  const second = await createContributor();
  await addMember(business, manager, 'manager');
  await addMember(business, second, 'manager');
  const all = await managers();
  const idOf = (account: ContributorAccount) => all.find(({ email }) => email === account.email)?.id;
  const remove = (target: ContributorAccount, by: ContributorAccount) =>
    request(`${base()}/managers/${idOf(target)}`, { method: 'DELETE', token: by.token });
  expect((await remove(second, manager)).status).toBe(403);
  expect((await remove(owner, owner)).status).toBe(409);
  expect((await remove(second, owner)).status).toBe(204);
  expect((await remove(manager, manager)).status).toBe(204);
  expect(await managers()).toHaveLength(1);
  expect((await remove(owner, owner)).status).toBe(409);
});
