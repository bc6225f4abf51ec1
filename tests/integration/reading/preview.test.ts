/** @jest-environment-options {"env": {"PREVIEW_URL": "https://www.stadt.example/vorschau/{type}/{documentId}?locale={locale}&token={token}"}} */
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import { previewToken } from '#src/reading/preview/domain/preview-token';
import { previewKeys } from '#src/reading/preview/preview-keys';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  createOffer,
  request,
  startedApp,
  type Stored,
} from '../../support';

interface Preview {
  data: Record<string, unknown> & { business?: { name: string } };
  meta: { locale: string; status: string; expiresAt: string };
  error: { details: { code: string } };
}

const MARK = 'node-4711-geheim';

let business: Stored;
let offer: Stored;
let editor: { token: string };

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: EDITORIAL_ROLE });
  business = await createBusiness({
    name: 'Öffentlicher Name',
    contact: { phone: '0231 123456', email: 'laden@beispiel.de' },
    source: { system: 'osm', externalId: MARK },
  });
  offer = await createOffer(business, { title: 'Öffentlicher Titel' });
  const { strapi } = startedApp();
  await strapi.documents('api::business.business').update({
    documentId: business.documentId,
    locale: 'de',
    data: { name: 'Entwurf des Namens' },
  });
  await strapi.documents('api::offer.offer').update({
    documentId: offer.documentId,
    locale: 'de',
    data: { title: 'Entwurf des Titels' },
  });
});

const made = (type: string, { documentId }: Stored, { locale = 'de', age = 0 } = {}): string =>
  previewToken(previewKeys(startedApp().strapi)[0], { type, documentId, locale }, new Date(Date.now() - age));

const shown = (type: string, { documentId }: Stored, token: string | undefined, query = '') =>
  request<Preview>(`/api/previews/${type}/${documentId}${query}`, { token });

describe('the preview of a draft', () => {
  it('shows the draft in the form of its public address, to nobody else and to no cache', async () => {
    for (const attempt of [1, 2]) {
      const { status, headers, body } = await shown('business', business, made('business', business));
      expect([attempt, status, headers.get('cache-control')]).toEqual([attempt, 200, 'no-store']);
      expect(body.data).toMatchObject({ name: 'Entwurf des Namens', contact: { phone: '+49231123456' } });
      expect(body.meta).toMatchObject({ locale: 'de', status: 'draft' });
    }
    const { body: open } = await request<{ data: object }>(
      `/api/businesses/${business.documentId}?populate=*`,
    );
    const { body: draft } = await shown('business', business, made('business', business));
    expect(open.data).toMatchObject({ name: 'Öffentlicher Name' });
    expect(Object.keys(draft.data).sort()).toEqual(Object.keys(open.data).sort());
  });

  it('is in memory for nobody', async () => {
    await shown('business', business, made('business', business));
    const { status, text } = await shown('business', business, undefined);
    expect(status).toBe(401);
    expect(text).not.toContain('Entwurf');
  });

  it('shows of other documents what the public sees', async () => {
    const { body } = await shown('offer', offer, made('offer', offer));
    expect(body.data['title']).toBe('Entwurf des Titels');
    expect(body.data.business?.name).toBe('Öffentlicher Name');
  });

  it('shows nothing private', async () => {
    const { text } = await shown('business', business, made('business', business));
    for (const secret of [MARK, 'laden@beispiel.de', 'createdBy', 'updatedBy', 'syndicationConsent":null'])
      expect(text).not.toContain(secret);
  });

  it.each<[string, () => Promise<{ status: number; body: Preview }>, number]>([
    ['no token', () => shown('business', business, undefined), 401],
    [
      'a forged token',
      () => shown('business', business, `${made('business', business).slice(0, -4)}AAAA`),
      401,
    ],
    [
      'a token that is over',
      () => shown('business', business, made('business', business, { age: 3_600_000 })),
      401,
    ],
    ['the token of another document', () => shown('business', business, made('business', offer)), 404],
    ['the token of another type', () => shown('business', business, made('offer', business)), 404],
    ['a type that is not public', () => shown('membership', business, made('membership', business)), 404],
    [
      'a language without a draft',
      () => shown('business', business, made('business', business, { locale: 'en' })),
      404,
    ],
    [
      'another language than its own',
      () => shown('business', business, made('business', business), '?locale=en'),
      404,
    ],
    [
      'another parameter',
      () => shown('business', business, made('business', business), '?status=draft'),
      400,
    ],
    ['the token of an editor', () => shown('business', business, editor.token), 401],
  ])('is refused to %s', async (_whom, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toContain('Entwurf');
  });
});

describe('the panel', () => {
  const asked = (token: string | undefined, uid: string, query: string) =>
    request<{ data?: { url?: string } }>(`/content-manager/preview/url/${uid}?${query}`, { token });
  const draft = () => `documentId=${business.documentId}&locale=de&status=draft`;

  it('opens the website with such a token', async () => {
    const { status, body } = await asked(editor.token, 'api::business.business', draft());
    expect(status).toBe(200);
    const url = new URL(body.data?.url ?? '');
    expect([url.origin, url.pathname]).toEqual([
      'https://www.stadt.example',
      `/vorschau/business/${business.documentId}`,
    ]);
    const answer = await shown('business', business, url.searchParams.get('token') ?? '');
    expect([answer.status, answer.body.data['name']]).toEqual([200, 'Entwurf des Namens']);
  });

  it('leads to the page of what is published', async () => {
    const { body } = await asked(
      editor.token,
      'api::business.business',
      draft().replace('draft', 'published'),
    );
    expect(body.data?.url).toContain(`/betriebe/${String(business['slug'])}`);
  });

  it('makes no token for who may not read the document', async () => {
    const contributor = await createContributor();
    for (const [token, uid] of [
      [undefined, 'api::business.business'],
      [contributor.token, 'api::business.business'],
      [editor.token, 'plugin::users-permissions.user'],
      [editor.token, 'api::membership.membership'],
    ] as const) {
      const { text } = await asked(token, uid, draft());
      expect(text).not.toContain('token=');
    }
  });

  it('lets the website, and no other, into its frame', async () => {
    const { headers } = await request('/admin');
    expect(headers.get('content-security-policy')).toContain("frame-src 'self' https://www.stadt.example;");
  });
});
