import { previewToken } from '#src/reading/preview/domain/preview-token';
import { previewKeys } from '#src/reading/preview/preview-keys';
import {
  createCityProfile,
  createContributor,
  request,
  startedApp,
  type ContributorAccount,
} from '#tests/support/index';
import { openPage } from '#tests/support/pages';

interface Preview {
  readonly url: string;
  readonly endsAt: string;
}

let anna: ContributorAccount;
let ben: ContributorAccount;
let business: string;

beforeAll(() => createCityProfile());
beforeEach(async () => {
  anna = await createContributor();
  ben = await createContributor();
  const { body } = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token: anna.token,
    body: { data: { name: 'Blumen Müller', summary: 'Sträuße', contact: { phone: '0231 123456' } } },
  });
  business = body.data.documentId;
});

const asked = (token: string | undefined, path = `businesses/${business}/preview`) =>
  request<{ data: Preview }>(`/api/my/${path}`, { method: 'POST', token });

const titleOf = (html: string): string => /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '';

async function opened(url: string): Promise<[status: number, title: string]> {
  const { status, text } = await openPage(url);
  return [status, titleOf(text)];
}

const OVER: [number, string] = [401, 'Diese Vorschau gilt nicht oder nicht mehr'];

const addMember = (user: ContributorAccount) =>
  startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: user.id, role: 'owner', since: new Date().toISOString() } });

it('shows an own draft on its page, which a page of this host may frame', async () => {
  const { status, headers, body } = await asked(anna.token);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body.data.url).toMatch(new RegExp(`^/vorschau/business/${business}\\?token=`));
  const left = Date.parse(body.data.endsAt) - Date.now();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(3_600_000);
  const page = await openPage(body.data.url);
  expect([page.status, titleOf(page.text)]).toEqual([200, 'Blumen Müller']);
  expect(page.text).toContain('Entwurf – noch nicht öffentlich');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self';");
  // The same draft for programs, in the form of public documents.
  const token = new URL(body.data.url, 'http://here').searchParams.get('token') ?? '';
  expect((await request(`/api/previews/business/${business}`, { token })).status).toBe(200);
});

it('is of the language asked for, if the draft has it', async () => {
  expect((await asked(anna.token, `businesses/${business}/preview?locale=en`)).status).toBe(404);
  await request(`/api/my/businesses/${business}?locale=en`, {
    method: 'PUT',
    token: anna.token,
    body: { data: { summary: 'Bouquets' } },
  });
  const { body } = await asked(anna.token, `businesses/${business}/preview?locale=en`);
  expect(body.data.url).toMatch(/^\/en\/preview\/business\//);
  expect((await openPage(body.data.url)).text).toContain('Bouquets');
});

it('shows what is saved after it was made', async () => {
  const { body } = await asked(anna.token);
  const changed = { data: { name: 'Blumen Meier' } };
  await request(`/api/my/businesses/${business}`, { method: 'PUT', token: anna.token, body: changed });
  expect(await opened(body.data.url)).toEqual([200, 'Blumen Meier']);
});

it('is made of offers and campaigns, too', async () => {
  for (const [collection, type] of [
    ['offers', 'offer'],
    ['campaigns', 'campaign'],
  ] as const) {
    const { body } = await request<{ data: { documentId: string } }>(`/api/my/${collection}`, {
      token: anna.token,
      body: { data: { business, title: `Neu: ${type}` } },
    });
    const made = await asked(anna.token, `${collection}/${body.data.documentId}/preview`);
    expect(await opened(made.body.data.url)).toEqual([200, `Neu: ${type}`]);
  }
});

it.each<[string, () => string | undefined, number]>([
  ['somebody else', () => ben.token, 404],
  ['nobody', () => undefined, 403],
])('is not made for %s', async (_who, token, status) => {
  expect((await asked(token())).status).toBe(status);
});

it.each([
  ['a document that there is not', 'businesses/a1b2c3d4e5f6g7h8i9j0k1l2/preview', 404],
  ['a collection that is not of self-service', 'categories/a1b2c3d4e5f6g7h8i9j0k1l2/preview', 404],
  ['a language that there is not', 'businesses/$/preview?locale=xx', 400],
  ['a parameter that there is not', 'businesses/$/preview?status=published', 400],
])('is not made of %s', async (_what, path, status) => {
  expect((await asked(anna.token, path.replace('$', business))).status).toBe(status);
});

describe('is over at once', () => {
  it.each<[string, (url: string) => Promise<unknown>]>([
    [
      'for a manager who was sent away',
      async () => {
        await addMember(ben);
        const { body } = await request<{ data: { id: string; email: string }[] }>(
          `/api/my/businesses/${business}/managers`,
          { token: ben.token },
        );
        const { id } = body.data.find(({ email }) => email === anna.email) ?? { id: '' };
        const left = await request(`/api/my/businesses/${business}/managers/${id}`, {
          method: 'DELETE',
          token: anna.token,
        });
        expect(left.status).toBe(204);
      },
    ],
    [
      'for an account that is blocked',
      () =>
        startedApp()
          .strapi.db.query('plugin::users-permissions.user')
          .update({ where: { id: anna.id }, data: { blocked: true } }),
    ],
    [
      'for an account that is gone',
      () =>
        startedApp()
          .strapi.db.query('plugin::users-permissions.user')
          .delete({ where: { id: anna.id } }),
    ],
    [
      'once the draft is removed',
      () => request(`/api/my/businesses/${business}`, { method: 'DELETE', token: anna.token }),
    ],
  ])('%s', async (_why, happens) => {
    const { body } = await asked(anna.token);
    const { url } = body.data;
    expect(await opened(url)).toEqual([200, 'Blumen Müller']);
    await happens(url);
    expect(await opened(url)).toEqual(OVER);
    const token = new URL(url, 'http://here').searchParams.get('token') ?? '';
    expect((await request(`/api/previews/business/${business}`, { token })).status).toBe(401);
  });
});

it('an hour later it is over, and no other account’s number makes it hold', async () => {
  const [key] = previewKeys(startedApp().strapi);
  const draft = { type: 'business', documentId: business, locale: 'de' };
  const at = (account: number, made: Date) =>
    `/vorschau/business/${business}?token=${previewToken(key, { ...draft, account }, made)}`;
  const now = new Date();
  expect(await opened(at(anna.id, now))).toEqual([200, 'Blumen Müller']);
  expect(await opened(at(anna.id, new Date(now.getTime() - 3_600_000)))).toEqual(OVER);
  expect(await opened(at(ben.id, now))).toEqual(OVER);
  expect(await opened(at(0, now))).toEqual(OVER);
});
