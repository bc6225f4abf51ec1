import { createBusiness, createCategory, createCityProfile, request, startedApp } from '../../support';
import { openPage } from '../../support/pages';

jest.setTimeout(300_000);

const COUNT = 10_000;

const sql = async (text: string, values: unknown[] = []): Promise<void> => {
  await startedApp().strapi.db.connection.raw(text, values as string[]);
};

/** The columns of a table that are written, apart from some. */
const columns = async (table: string, without: readonly string[]): Promise<string> => {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { name: string }[] }>(
    `select attname as name from pg_attribute
      where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows.flatMap(({ name }) => (without.includes(name) ? [] : [name])).join(', ');
};

beforeAll(async () => {
  await createCityProfile();
  const category = (await createCategory({ name: 'Fahrräder', slug: 'fahrraeder' })).documentId;
  const { documentId } = await createBusiness({
    name: 'Fahrradladen',
    categories: [category],
    hours: [{ service: 'on-site', rule: '24/7' }],
  });
  // Below the read model's own writer, which would read as many documents. Scattered, since an index of points at one
  // place is slow to build.
  const rest = await columns('stadtverbund.listing', [
    'document_id',
    'slug',
    'name',
    'latitude',
    'longitude',
  ]);
  await sql(
    `insert into stadtverbund.listing (document_id, slug, name, latitude, longitude, ${rest})
     select document_id || n, slug || '-' || n, name || ' ' || n, latitude + random() / 10, longitude + random() / 10, ${rest}
       from stadtverbund.listing, generate_series(1, ${COUNT}) n where document_id = ? and locale = 'de'`,
    [documentId],
  );
  await sql(
    `insert into stadtverbund.listing_hours (document_id, service, hours_id)
     select document_id || n, service, hours_id
       from stadtverbund.listing_hours, generate_series(1, ${COUNT}) n where document_id = ?`,
    [documentId],
  );
  await sql('analyze stadtverbund.listing');
});

const PAGES = [
  ['/betriebe', '/betriebe?cursor='],
  ['/suche?q=fahrrad', '/suche?'],
  ['/suche?category=fahrraeder&openAt=now', '/suche?'],
  ['/karte', '/karte?'],
] as const;

it.each(PAGES)('%s shows a page of them, says how many there are, and leads on', async (path, next) => {
  const { status, text } = await openPage(path);
  expect(status).toBe(200);
  // A list of a type leads on without counting.
  if (path !== '/betriebe') expect(text).toContain('10.001');
  const shown = text.match(/<li class="hit"/g)?.length ?? 0;
  expect(shown).toBeGreaterThanOrEqual(20);
  expect(shown).toBeLessThanOrEqual(100);
  // Of what is sent without compression: a page of 100 cards, whatever there is beside it.
  expect(Buffer.byteLength(text)).toBeLessThan(200_000);
  expect(text).toContain(`href="${next}`);
});

it('pages follow each other to others', async () => {
  const seen = new Set<string>();
  let path = '/betriebe';
  for (let page = 0; page < 3; page += 1) {
    const { text } = await openPage(path);
    const found = [...text.matchAll(/<li class="hit".*?href="(\/betriebe\/[^"]+)"/gs)].map(
      ([, to = '']) => to,
    );
    expect(found.filter((one) => seen.has(one))).toEqual([]);
    for (const one of found) seen.add(one);
    path = (/rel="next" href="([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(path).not.toBe('');
  }
});

it('the map gets all of them, few bytes of each', async () => {
  const { status, text } = await request('/api/directory/map.geojson?locale=de');
  expect(status).toBe(200);
  const { features } = JSON.parse(text) as { features: unknown[] };
  expect(features).toHaveLength(COUNT + 1);
  expect(Buffer.byteLength(text) / features.length).toBeLessThan(400);
});

it('the sitemap names them, below the limits of its format', async () => {
  const { status, text } = await request('/sitemap.xml');
  expect(status).toBe(200);
  const entries = text.match(/<loc>/g)?.length ?? 0;
  // 50,000 addresses and 50 MB (sitemaps.org)
  expect(entries).toBeLessThanOrEqual(50_000);
  expect(Buffer.byteLength(text)).toBeLessThan(50_000_000);
});
