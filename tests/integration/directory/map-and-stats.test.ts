import { brotliCompressSync, constants } from 'node:zlib';
import { check } from '@placemarkio/check-geojson';
import type { FeatureCollection, Point } from 'geojson';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  request,
  startedApp,
} from '../../support';

type Collection = FeatureCollection<Point, Record<string, unknown>>;

const map = async (query = '') => {
  const answer = await request(`/api/directory/map.geojson${query}`);
  expect(answer.status).toBe(200);
  return { ...answer, body: check(answer.text) as Collection };
};

const slugs = (body: Collection) => body.features.map(({ properties }) => properties['slug']).sort();

interface Stats {
  total: number;
  types: { type: string; count: number }[];
  categories: { slug: string; name: string; count: number }[];
  districts: { slug: string; name: string; count: number }[];
  campaigns: Record<'total' | 'upcoming' | 'running' | 'ended', number> & {
    goals: Record<string, unknown>[];
  };
}

const stats = async (query = ''): Promise<Stats> =>
  (await request<{ data: Stats }>(`/api/directory/stats${query}`)).body.data;

let bakery: { documentId: string; slug: string };

beforeAll(async () => {
  await createCityProfile();
  const food = await createCategory({ name: 'Lebensmittel', slug: 'lebensmittel' });
  const baking = await createCategory({ name: 'Bäckerei', slug: 'baeckerei', parent: food.documentId });
  const district = await createDocument(
    'api::district.district',
    { name: 'Hörde', slug: 'hoerde' },
    { published: false },
  );
  const business = await createBusiness({
    name: 'Bäckerei "Zum Ofen"',
    categories: [baking.documentId],
    district: district.documentId,
    location: { latitude: 51.49123456, longitude: 7.50123456 },
  });
  bakery = business as unknown as typeof bakery;
  await createBusiness({ name: 'Ohne Ort', location: null, categories: [food.documentId] });
  const books = await createCategory({ name: 'Bücher', slug: 'buecher' });
  await createBusiness({
    name: 'Buchhandlung',
    categories: [books.documentId],
    location: { latitude: 51.52, longitude: 7.46 },
  });
  await createOffer(business);
  const campaign = (title: string, goal: number, startsAt: string, endsAt: string) =>
    createDocument('api::campaign.campaign', {
      ...{
        business: business.documentId,
        kind: 'support',
        title,
        story: 'Bitte helfen.',
        goal,
        startsAt,
        endsAt,
      },
      rewards: [{ title: 'Ein Brot', minimumAmount: 500 }],
    });
  await campaign('Neuer Ofen', 500_000, '2026-01-01T00:00:00Z', '2099-01-01T00:00:00Z');
  await campaign('Neue Theke', 250_000, '2098-01-01T00:00:00Z', '2099-01-01T00:00:00Z');
  await createDocument('api::advisory-contact.advisory-contact', {
    ...{ title: 'Beratung vor Ort', kind: 'counselling', email: 'rat@example.org' },
    location: { latitude: 51.514, longitude: 7.465 },
  });
});

describe('the map', () => {
  it('is GeoJSON by RFC 7946, with the bounding box of its points', async () => {
    const { body, headers } = await map();
    expect(headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    expect(body.features).toHaveLength(5);
    expect(body.bbox).toEqual([7.46, 51.49123, 7.50123, 51.52]);
    expect(body.features.map(({ properties }) => properties['type']).sort()).toEqual([
      'advisory-contact',
      'business',
      'business',
      'campaign',
      'campaign',
    ]);
  });

  it('refers to listings by document id, slug, name, category and address', async () => {
    const { body } = await map('?type=business&category=lebensmittel');
    expect(body.features).toEqual([
      {
        type: 'Feature',
        id: bakery.documentId,
        geometry: { type: 'Point', coordinates: [7.50123, 51.49123] },
        properties: {
          type: 'business',
          slug: bakery.slug,
          name: 'Bäckerei "Zum Ofen"',
          category: 'baeckerei',
          url: expect.stringMatching(new RegExp(`^http://.*/betriebe/${String(bakery.slug)}$`)) as unknown,
        },
      },
    ]);
  });

  it('shows campaigns where their business is', async () => {
    const { body } = await map('?type=campaign');
    expect(body.features.map(({ geometry }) => geometry.coordinates)).toEqual([
      [7.50123, 51.49123],
      [7.50123, 51.49123],
    ]);
  });

  it.each([
    ['?q=ofen&type=business', ['baeckerei-zum-ofen']],
    ['?district=hoerde&type=business', ['baeckerei-zum-ofen']],
    ['?near=51.52,7.46&radius=500&type=business', ['buchhandlung']],
    ['?bbox=7.45,51.51,7.461,51.53', ['buchhandlung']],
    ['?q=buchhandlumg', ['buchhandlung']],
    ['?type=offer', []],
    ['?q=gibtesnicht', []],
  ])('accepts the filters of the search: %s', async (query, expected) => {
    const { body } = await map(query);
    expect(slugs(body)).toEqual(expected);
    expect('bbox' in body).toBe(expected.length > 0);
  });

  it('refuses a parameter that it does not know, in the language of the question', async () => {
    const german = await request<{ error: { message: string } }>('/api/directory/map.geojson?page=2');
    expect(german.status).toBe(400);
    expect(german.body.error.message).toMatch(/page/);
    const english = await request<{ error: { message: string } }>(
      '/api/directory/map.geojson?locale=en&page=2',
    );
    expect(english.body.error.message).not.toBe(german.body.error.message);
  });

  it('fits ten thousand points of a city into 250 kB', async () => {
    await startedApp().strapi.db.connection.raw(`
      insert into stadtverbund.listing (document_id, locale, language, uid, type, slug, name, latitude, longitude, data, detail)
      select 'many' || n, 'de', 'de', 'api::business.business', 'business',
        lower(kind) || '-' || lower(family) || '-' || n, kind || ' ' || family || ' ' || n,
        51.42 + random() * 0.18, 7.30 + random() * 0.34,
        jsonb_build_object('categories', jsonb_build_array(jsonb_build_object('slug', lower(kind)))), '{}'
      from (select n, (array['Baeckerei', 'Friseur', 'Restaurant', 'Buchhandlung', 'Apotheke', 'Kfz-Werkstatt', 'Metzgerei'])[1 + n % 7] as kind,
        (array['Mueller', 'Schmidt', 'Schneider', 'Fischer', 'Weber', 'Becker', 'Schulz', 'Hoffmann', 'Koch', 'Bauer', 'Richter'])[1 + n % 11] as family
        from generate_series(1, 10000) n) made`);
    try {
      const { text, body } = await map();
      expect(body.features.length).toBeGreaterThanOrEqual(10_000);
      const { length } = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
      expect(length).toBeLessThanOrEqual(250_000);
      process.stdout.write(`map: ${text.length} bytes, br 5 ${length}\n`);
    } finally {
      await startedApp().strapi.db.connection.raw(
        `delete from stadtverbund.listing where document_id like 'many%'`,
      );
    }
  });
});

describe('the statistics', () => {
  it('count by type, category and district', async () => {
    const counted = await stats();
    expect(counted.total).toBe(7);
    expect(counted.types).toEqual([
      { type: 'advisory-contact', count: 1 },
      { type: 'business', count: 3 },
      { type: 'campaign', count: 2 },
      { type: 'offer', count: 1 },
    ]);
    const businesses = await stats('?type=business');
    expect(businesses.categories).toEqual([
      { slug: 'lebensmittel', name: 'Lebensmittel', count: 2 },
      { slug: 'baeckerei', name: 'Bäckerei', count: 1 },
      { slug: 'buecher', name: 'Bücher', count: 1 },
    ]);
    expect(businesses.districts).toEqual([{ slug: 'hoerde', name: 'Hörde', count: 1 }]);
  });

  it('sum the goals of campaigns by currency and state', async () => {
    expect((await stats()).campaigns).toEqual({
      ...{ total: 2, upcoming: 1, running: 1, ended: 0 },
      goals: [{ currency: 'EUR', total: 750_000, upcoming: 250_000, running: 500_000, ended: 0 }],
    });
  });

  it('are zero where there is nothing', async () => {
    expect(await stats('?q=gibtesnicht')).toEqual({
      ...{ total: 0, types: [], categories: [], districts: [] },
      campaigns: { total: 0, upcoming: 0, running: 0, ended: 0, goals: [] },
    });
  });
});
