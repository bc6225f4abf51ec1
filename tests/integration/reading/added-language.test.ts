import {
  createBusiness,
  createCategory,
  createCityProfile,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';

interface Locales {
  create(locale: { code: string; name: string }): Promise<unknown>;
}

interface Entry {
  documentId: string;
  locale: string;
  summary: string;
}

let bakery: Stored;

beforeAll(async () => {
  const { strapi } = startedApp();
  await createCityProfile({ claim: 'Hier kaufen' });
  // Requested before there is Turkish, since adding a language must clear the cached languages.
  expect((await request('/api/businesses?locale=tr')).status).toBe(400);
  await (strapi.plugin('i18n').service('locales') as unknown as Locales).create({
    code: 'tr',
    name: 'Türkçe (tr)',
  });
  const category = await createCategory({ name: 'Bäckerei' });
  await strapi
    .documents('api::category.category')
    .update({ documentId: category.documentId, locale: 'tr', data: { name: 'Fırın' } });
  bakery = await createBusiness({ name: 'Ekmek Fırını', categories: [category.documentId] });
  const businesses = strapi.documents('api::business.business');
  const { documentId } = bakery;
  await businesses.update({ documentId, locale: 'tr', data: { summary: 'Taze ekmek ve simit' } });
  await businesses.publish({ documentId, locale: 'tr' });
});

describe('a language that the city adds in its settings', () => {
  it('is read over REST, with the default language for what is missing', async () => {
    const { body } = await request<{ data: Entry[] }>('/api/businesses?locale=tr');
    expect(body.data).toMatchObject([{ documentId: bakery.documentId, summary: 'Taze ekmek ve simit' }]);
    const profile = await request<{ data: object; meta: object }>('/api/city-profile?locale=tr');
    expect(profile.body).toMatchObject({ data: { claim: 'Hier kaufen' }, meta: { locale: 'de' } });
  });

  it('is read over GraphQL, and searched', async () => {
    const { body } = await graphql(`
      {
        businesses(locale: "tr-TR") {
          summary
        }
        directorySearch(locale: "tr", q: "simit") {
          data {
            name
            summary
          }
          meta {
            query
          }
        }
      }
    `);
    expect(body.data).toMatchObject({
      businesses: [{ summary: 'Taze ekmek ve simit' }],
      directorySearch: { data: [{ summary: 'Taze ekmek ve simit' }], meta: { query: { locale: 'tr' } } },
    });
  });

  it('is a language of the directory and of the press feeds', async () => {
    for (const path of ['search', 'map.geojson', 'stats', 'listings.csv', 'suggest?q=ek'])
      expect([
        path,
        (await request(`/api/directory/${path}${path.includes('?') ? '&' : '?'}locale=tr`)).status,
      ]).toEqual([path, 200]);
    const { documentId } = bakery;
    const slug = (await request<{ data: { slug: string } }>(`/api/businesses/${documentId}`)).body.data.slug;
    const listing = await request<{ meta: object }>(`/api/directory/listings/business/${slug}?locale=tr`);
    expect([listing.body.meta, listing.headers.get('content-language')]).toEqual([{ locale: 'tr' }, 'tr']);
    const feed = await request<{ language: string }>('/api/press-notices/feed.json?locale=tr');
    expect([feed.status, feed.headers.get('content-language')]).toEqual([200, 'tr']);
  });

  it('is listed when an unknown one is requested', async () => {
    for (const path of ['/api/businesses', '/api/directory/search', '/api/press-notices/feed.rss']) {
      const { status, body } = await request<{ error: { message: string } }>(`${path}?locale=uk`);
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('de, en, tr')]);
    }
  });

  it('gets refusals in a language that is spoken here', async () => {
    const { body } = await request<{ error: { message: string } }>('/api/businesses?locale=tr&status=draft');
    expect(body.error.message).toContain('Veröffentlichtes');
  });
});
