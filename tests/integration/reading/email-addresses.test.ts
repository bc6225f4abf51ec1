import {
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  createOffer,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { createPortal, feedEvents } from '../../support/feed';

// docs/adr/0067: no output has the e-mail address of a business; the city and the business itself have it.
const ADDRESS = 'inhaberin@betrieb.example';
let business: Stored;

beforeAll(async () => {
  await createCityProfile();
  business = await createBusiness({
    name: 'Laden einer Person',
    contact: { phone: '0231 123456', email: ADDRESS, website: 'https://www.betrieb.example' },
    syndicationConsent: true,
  });
  await createOffer(business);
  await createDocument('api::organisation.organisation', {
    name: 'Verein',
    kind: 'city',
    contact: { email: ADDRESS },
  });
});

const listing = () => `/api/directory/listings/business/${String(business['slug'])}`;

describe('the e-mail address of a business is in no output', () => {
  it.each<[string, () => Promise<{ status: number; text: string }>]>([
    ['REST', () => request(`/api/businesses/${business.documentId}?populate=*`)],
    ['lists of REST', () => request('/api/businesses?populate=*')],
    ['relations of REST', () => request('/api/offers?populate[business][populate]=*')],
    ['organisations', () => request('/api/organisations?populate=*')],
    ['the directory', () => request('/api/directory/search?q=Laden')],
    ['a listing', () => request(listing())],
    ['JSON-LD', () => request(`${listing()}.jsonld`)],
    ['vCard', () => request(`${listing()}.vcf`)],
    ['CSV', () => request('/api/directory/listings.csv?type=business')],
    ['the map', () => request('/api/directory/map.geojson')],
    [
      'GraphQL',
      () => graphql('{ businesses { name contact { phone website } } directorySearch { data { data } } }'),
    ],
  ])('%s', async (_name, ask) => {
    const { status, text } = await ask();
    expect(status).toBe(200);
    expect(text).toMatch(/Laden einer Person|Verein/);
    expect(text).not.toContain(ADDRESS);
  });

  it('the portal feed', async () => {
    const { token } = await createPortal();
    const text = JSON.stringify(await feedEvents()) + (await request('/api/feed/snapshot', { token })).text;
    expect(text).toContain('Laden einer Person');
    expect(text).not.toContain(ADDRESS);
  });

  it.each([
    'filters[contact][email][$contains]=inhaberin',
    'populate[contact][fields]=email',
    'sort=contact.email',
  ])('and cannot be probed by %s', async (parameters) => {
    const { status } = await request(`/api/businesses?${parameters}`);
    expect(status).toBe(400);
  });

  it.each([
    '{ businesses { contact { email } } }',
    '{ businesses(filters: { contact: { email: { contains: "i" } } }) { name } }',
  ])('nor by %s', async (query) => {
    expect((await graphql(query)).status).toBe(400);
  });

  it('nor found by search', async () => {
    for (const path of ['/api/businesses?_q=inhaberin', '/api/directory/search?q=inhaberin']) {
      const { body } = await request<{ data: unknown[] }>(path);
      expect(body.data).toEqual([]);
    }
  });

  it('is described nowhere', async () => {
    const { body } = await request<{ components: { schemas: Record<string, { properties?: object }> } }>(
      '/api/openapi.json',
    );
    // But in drafts, which their own contributors read.
    const shown = Object.entries(body.components.schemas).filter(([name]) => !/(Draft|Input)/.test(name));
    expect(shown.map(([name]) => name)).toContain('ContactContact');
    expect(shown.find(([name]) => name === 'ContactContact')?.[1].properties).not.toHaveProperty('email');
  });
});

it('the business itself keeps and changes it', async () => {
  const contributor = await createContributor();
  const made = await request<{ data: { documentId: string; contact: { email: string } } }>(
    '/api/my/businesses',
    {
      token: contributor.token,
      body: { data: { name: 'Neuer Laden', contact: { email: ADDRESS } } },
    },
  );
  expect([made.status, made.body.data.contact.email]).toEqual([201, ADDRESS]);
  const { body } = await request<typeof made.body>(`/api/my/businesses/${made.body.data.documentId}`, {
    token: contributor.token,
  });
  expect(body.data.contact.email).toBe(ADDRESS);
  const stored = await startedApp()
    .strapi.documents('api::business.business')
    .findOne({ documentId: business.documentId, locale: 'de', populate: ['contact'] });
  expect(stored?.contact?.email).toBe(ADDRESS);
});
