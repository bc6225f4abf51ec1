import {
  createBusiness,
  createCategory,
  createCityProfile,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { onDatabase } from '../../support/test-cluster';

interface Locales {
  create(locale: { code: string; name: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
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

/** As another instance would: this one is not told. */
const elsewhere = (sql: string): Promise<unknown> => onDatabase(startedApp().databaseUrl, sql);

describe('a language that another instance adds and takes away', () => {
  const query =
    '{ businesses(locale: "pl") { name } directorySearch(locale: "pl", q: "simit") { data { name } } }';

  const statuses = async (): Promise<number[]> => {
    const { body } = await graphql(query);
    const paths = ['/api/businesses', '/api/directory/search', '/api/press-notices/feed.rss'];
    // With a cookie Koa is asked, without one the response cache.
    const cookies: Record<string, string>[] = [{}, { cookie: 'a=b' }];
    const asked = paths.flatMap((path) => cookies.map((headers) => ({ path, headers })));
    const answers = await Promise.all(
      asked.map(({ path, headers }) => request(`${path}?locale=pl`, { headers })),
    );
    return [body.errors ? 400 : 200, ...answers.map(({ status }) => status)];
  };

  it('is there, and gone, with the next request', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await statuses()).toEqual(Array.from({ length: 7 }, () => 400));
      await elsewhere(
        `insert into i18n_locale (document_id, code, name, created_at, updated_at, published_at)
         values ('polski', 'pl', 'polski (pl)', now(), now(), now())`,
      );
      expect(await statuses()).toEqual(Array.from({ length: 7 }, () => 200));
      await elsewhere(`delete from i18n_locale where code = 'pl'`);
    }
  });

  it('that was only the main one in a transaction that is undone is not remembered', async () => {
    const { strapi } = startedApp();
    const locales = strapi.plugin('i18n').service('locales') as unknown as Locales;
    expect(await locales.getDefaultLocale()).toBe('de');
    const within = strapi.db.transaction(async () => {
      await locales.setDefaultLocale({ code: 'en' });
      expect(await locales.getDefaultLocale()).toBe('en');
      throw new Error('undone');
    });
    await expect(within).rejects.toThrow('undone');
    expect(await locales.getDefaultLocale()).toBe('de');
  });
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
    expect([listing.body.meta, listing.headers.get('content-language')]).toEqual([
      { locale: 'tr', locales: ['de', 'tr'] },
      'tr',
    ]);
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
