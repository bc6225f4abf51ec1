import fc from 'fast-check';
import { distanceKm, type GeoPoint } from '#src/domain/geo';
import {
  createBusiness,
  createCityProfile,
  createDocument,
  createOffer,
  editorActor,
  graphql,
  moderation,
  request,
  startedApp,
} from '../../support';

interface Hit {
  slug: string;
  type: string;
  name: string;
}

interface Answer {
  data: Hit[];
  meta: { query: { serves?: unknown }; facets: Record<string, unknown[]>; pagination: { total: number } };
}

/** The page of a listing, as far as it says whom it serves. */
interface Detail {
  slug: string;
  location: GeoPoint | null;
  servedDistricts: { slug: string; name: string }[];
  serviceArea: { postcodes: string[] | null; radiusKm: number | null } | null;
}

const search = async (query: Record<string, string>): Promise<Answer> =>
  (
    await request<Answer>(
      `/api/directory/search?${new URLSearchParams({ pageSize: '100', ...query }).toString()}`,
    )
  ).body;

const found = async (query: Record<string, string>): Promise<string[]> =>
  (await search(query)).data.map(({ name }) => name).sort();

const detail = async (slug: string): Promise<Detail> =>
  (await request<{ data: Detail }>(`/api/directory/listings/business/${slug}`)).body.data;

const HOERDE = { latitude: 51.4901, longitude: 7.5032 };
const APLERBECK = { latitude: 51.4925, longitude: 7.5611 };
const OUTSIDE = { latitude: 51.44, longitude: 7.56 };
const POINTS = [HOERDE, APLERBECK, OUTSIDE, { latitude: 51.5126, longitude: 7.4661 }];
const DISTRICT_OF = ['hoerde', 'aplerbeck', null, 'innenstadt-west'];

const asked = ({ latitude, longitude }: GeoPoint): string => `${latitude},${longitude}`;

const districts = new Map<string, string>();

beforeAll(async () => {
  await createCityProfile();
  for (const [slug, name] of [
    ['hoerde', 'Hörde'],
    ['aplerbeck', 'Aplerbeck'],
    ['innenstadt-west', 'Innenstadt-West'],
  ] as const) {
    const { documentId } = await createDocument(
      'api::district.district',
      { slug, name },
      { published: false },
    );
    districts.set(slug, documentId);
  }
});

const idOf = (slug: string): string => districts.get(slug) ?? '';

describe('a business that says where it serves', () => {
  let bakery: Awaited<ReturnType<typeof createBusiness>>;

  beforeAll(async () => {
    bakery = await createBusiness({
      name: 'Brotbote',
      location: { latitude: 51.5126, longitude: 7.4661 },
      servedDistricts: [idOf('hoerde')],
      serviceArea: { postcodes: ['44289', '44287'], radiusKm: 2 },
    });
    await createOffer(bakery, { title: 'Brot an die Tür' });
    await createBusiness({ name: 'Bleibt daheim' });
  });

  it.each([
    ['a district that it serves', 'hoerde'],
    ['a postcode', '44287'],
    ['a point within its radius', '51.52,7.47'],
    ['a point in a district that it serves', asked(HOERDE)],
    ['an address of which one thing fits', '44135,hoerde'],
  ])('is found, with what it offers, by %s', async (_what, serves) => {
    expect(await found({ serves })).toEqual(['Brot an die Tür', 'Brotbote']);
  });

  it.each([
    ['another district', 'aplerbeck'],
    ['another postcode', '44135'],
    ['a point elsewhere', asked(APLERBECK)],
    ['a point outside all borders', asked(OUTSIDE)],
  ])('is not found by %s', async (_what, serves) => {
    expect(await found({ serves })).toEqual([]);
  });

  it('is found by GraphQL, on the map, in the table and in the counts as in the search', async () => {
    const { body } = await graphql<{ directorySearch: { data: Hit[] } }>(
      `
        query ($serves: String) {
          directorySearch(serves: $serves) {
            data {
              name
            }
          }
        }
      `,
      { serves: 'hoerde' },
    );
    expect(body.data?.directorySearch.data.map(({ name }) => name).sort()).toEqual([
      'Brot an die Tür',
      'Brotbote',
    ]);
    const map = await request<{ features: { properties: { name: string } }[] }>(
      '/api/directory/map.geojson?serves=hoerde',
    );
    expect(map.body.features.map(({ properties }) => properties.name)).toEqual(['Brotbote']);
    expect((await request('/api/directory/listings.csv?serves=hoerde')).text).toContain('Brotbote');
    const stats = await request<{ data: { total: number } }>('/api/directory/stats?serves=44287');
    expect(stats.body.data.total).toBe(2);
  });

  it('says so on its page, in REST, in GraphQL and as JSON-LD', async () => {
    const area = { postcodes: ['44287', '44289'], radiusKm: 2 };
    const served = [expect.objectContaining({ slug: 'hoerde', name: 'Hörde' })];
    expect(await detail('brotbote')).toMatchObject({ servedDistricts: served, serviceArea: area });
    const rest = await request<{ data: unknown[] }>('/api/businesses?filters[slug]=brotbote&populate=*');
    expect(rest.body.data).toEqual([expect.objectContaining({ servedDistricts: served })]);
    expect(rest.body.data).toEqual([
      expect.objectContaining({ serviceArea: expect.objectContaining(area) as unknown }),
    ]);
    const { body } = await graphql(
      '{ businesses(filters: { slug: { eq: "brotbote" } }) { serviceArea { postcodes radiusKm } servedDistricts { slug } } }',
    );
    expect(body.data).toEqual({ businesses: [{ serviceArea: area, servedDistricts: [{ slug: 'hoerde' }] }] });
    const ld = await request<Record<string, unknown>>('/api/directory/listings/business/brotbote.jsonld');
    expect(ld.body['areaServed']).toEqual([
      { '@type': 'AdministrativeArea', name: 'Hörde', identifier: 'hoerde' },
      { '@type': 'GeoShape', postalCode: '44287', addressCountry: 'DE' },
      { '@type': 'GeoShape', postalCode: '44289', addressCountry: 'DE' },
      {
        '@type': 'GeoCircle',
        geoMidpoint: { '@type': 'GeoCoordinates', latitude: 51.5126, longitude: 7.4661 },
        geoRadius: 2000,
      },
    ]);
  });

  it('says how the place was understood', async () => {
    expect((await search({ serves: `44263,${asked(HOERDE)}` })).meta.query.serves).toEqual({
      location: HOERDE,
      postcode: ['44263'],
      district: ['hoerde'],
    });
  });

  it('has a district under its new name as soon as that changes', async () => {
    const district = startedApp().strapi.documents('api::district.district');
    const rename = (name: string) =>
      district.update({ documentId: idOf('hoerde'), locale: 'de', data: { name } });
    await rename('Hörde (Mitte)');
    expect((await detail('brotbote')).servedDistricts).toMatchObject([{ name: 'Hörde (Mitte)' }]);
    await rename('Hörde');
  });

  it('is found no more once it is suspended, nor are its offers', async () => {
    const key = { uid: 'api::business.business', documentId: bakery.documentId };
    const act = (action: 'suspend' | 'reinstate') =>
      moderation().perform({ ...key, action, actor: editorActor(), via: 'code', reason: 'Anlass' } as never);
    await act('suspend');
    expect(await found({ serves: 'hoerde' })).toEqual([]);
    await act('reinstate');
    expect(await found({ serves: 'hoerde' })).toHaveLength(2);
  });

  it('is not found by a draft', async () => {
    await createBusiness({ name: 'Entwurf', servedDistricts: [idOf('aplerbeck')] }, { published: false });
    expect(await found({ serves: 'aplerbeck' })).toEqual([]);
  });
});

it.each([
  ['a postcode of four digits', { postcodes: ['4428'] }, 'serviceArea.postcodes', 'postcode-malformed'],
  ['no list', { postcodes: 44287 }, 'serviceArea.postcodes', 'list-malformed'],
  ['a radius of 500 km', { radiusKm: 500 }, 'serviceArea.radiusKm', 'service-radius-range'],
  ['a radius of nothing', { radiusKm: 0 }, 'serviceArea.radiusKm', 'service-radius-range'],
])('%s is refused', async (_what, serviceArea, path, code) => {
  await expect(createBusiness({ serviceArea })).rejects.toMatchObject({
    details: { errors: [{ path: path.split('.'), code }] },
  });
});

it('the search finds exactly those whose page says that they serve the place', async () => {
  const area = fc.record({
    point: fc.option(fc.constantFrom(...POINTS)),
    districts: fc.subarray(['hoerde', 'aplerbeck', 'innenstadt-west']),
    postcodes: fc.subarray(['44135', '44263', '44287']),
    radiusKm: fc.option(fc.constantFrom(1, 3, 5, 9.5)),
  });
  const areas = fc.sample(area, { numRuns: 25, seed: 14 });
  const slugs: string[] = [];
  for (const [at, { point, districts: names, postcodes, radiusKm }] of areas.entries()) {
    const { slug } = await createBusiness({
      name: `Gebiet ${at}`,
      location: point,
      servedDistricts: names.map(idOf),
      serviceArea: { postcodes, radiusKm },
    });
    slugs.push(String(slug));
  }
  const pages = await Promise.all(slugs.map(detail));
  const serves = (page: Detail, place: { point?: number; postcode?: string; district?: string }): boolean => {
    const within = place.point === undefined ? null : (DISTRICT_OF[place.point] ?? null);
    const names = page.servedDistricts.map(({ slug }) => slug);
    const centre = page.location;
    const point = place.point === undefined ? undefined : POINTS[place.point];
    return (
      [within, place.district].some((slug) => slug != null && names.includes(slug)) ||
      (place.postcode !== undefined && page.serviceArea?.postcodes?.includes(place.postcode) === true) ||
      (point !== undefined &&
        centre !== null &&
        distanceKm(centre, point) <= (page.serviceArea?.radiusKm ?? -1))
    );
  };
  const places = fc.record(
    {
      point: fc.integer({ min: 0, max: POINTS.length - 1 }),
      postcode: fc.constantFrom('44135', '44263', '44289'),
      district: fc.constantFrom('hoerde', 'aplerbeck', 'eving'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      places.filter((place) => Object.keys(place).length > 0),
      async (place) => {
        const { point, postcode, district } = place;
        const text = [postcode, point === undefined ? undefined : asked(POINTS[point] as GeoPoint), district];
        const hits = (await search({ serves: text.filter((part) => part !== undefined).join(',') })).data;
        const expected = pages.filter((page) => serves(page, place)).map(({ slug }) => slug);
        expect(
          hits
            .map(({ slug }) => slug)
            .filter((slug) => slugs.includes(slug))
            .sort(),
        ).toEqual(expected.sort());
      },
    ),
    { numRuns: 60 },
  );
});

it('looks into an index for who serves a place', async () => {
  const plan = await startedApp().strapi.db.connection.transaction(async (trx) => {
    await trx.raw('set local enable_seqscan = off');
    const { rows } = await trx.raw<{ rows: { 'QUERY PLAN': string }[] }>(
      `explain select from stadtverbund.listing l
        where l.serves && array['district:hoerde']
          or (l.reach @> stadtverbund.sphere(51.49, 7.5)
            and public.cube_distance(l.position, stadtverbund.sphere(51.49, 7.5)) <= stadtverbund.chord(l.serves_within))`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('listing_meant_for');
  expect(plan).toContain('listing_reach');
});

describe('whom it is meant for', () => {
  beforeAll(async () => {
    await createDocument('api::press-notice.press-notice', {
      title: 'Gründen leicht gemacht',
      teaser: 'Sprechstunde im Rathaus',
      publishedOn: '2026-01-01',
      audiences: [{ audience: 'founder' }, { audience: 'employee' }],
    });
    await createDocument('api::press-notice.press-notice', {
      title: 'Für alle',
      teaser: 'Ohne Zielgruppe',
      publishedOn: '2026-01-01',
    });
    await createDocument('api::press-notice.press-notice', {
      title: 'Erst morgen',
      teaser: 'Noch nicht',
      publishedOn: '2099-01-01',
      audiences: [{ audience: 'founder' }],
    });
    await createDocument('api::advisory-contact.advisory-contact', {
      title: 'Kurzarbeit',
      kind: 'hotline',
      phones: [{ number: '0231 123456' }],
      audiences: [{ audience: 'employee' }],
    });
  });

  it.each([
    ['founder', ['Gründen leicht gemacht']],
    ['employee', ['Gründen leicht gemacht', 'Kurzarbeit']],
    ['founder,employee', ['Gründen leicht gemacht', 'Kurzarbeit']],
    ['consumer', []],
  ])('%s finds what says so, and nothing that is not public yet', async (audience, names) => {
    expect(await found({ audience })).toEqual(names);
  });

  it('is counted with its name in the language of the search', async () => {
    const german = await search({ audience: 'founder', facets: 'audience' });
    expect(german.meta.facets['audience']).toEqual([
      { value: 'employee', name: 'Beschäftigte', count: 1 },
      { value: 'founder', name: 'Gründerinnen und Gründer', count: 1 },
    ]);
    const english = await search({ audience: 'founder', facets: 'audience', locale: 'en' });
    expect(english.meta.facets['audience']).toContainEqual({ value: 'founder', name: 'Founders', count: 1 });
  });

  it('is on hits, on the page, in GraphQL and in JSON-LD', async () => {
    const [hit] = (await search({ audience: 'founder' })).data;
    expect(hit).toMatchObject({ audiences: [{ audience: 'founder' }, { audience: 'employee' }] });
    const { body } = await graphql<{ directorySearch: { data: Hit[] } }>(
      '{ directorySearch(audience: ["founder"], type: ["press_notice"]) { data { name } } pressNotices { audiences { audience } } }',
    );
    expect(body.data?.directorySearch.data).toEqual([{ name: 'Gründen leicht gemacht' }]);
    expect(JSON.stringify(body.data)).toContain('"audience":"founder"');
    const path = `/api/directory/listings/press-notice/${hit?.slug ?? ''}`;
    expect((await request<{ data: object }>(path)).body.data).toMatchObject({
      audiences: [{ audience: 'founder' }, { audience: 'employee' }],
    });
    expect((await request<object>(`${path}.jsonld`)).body).toMatchObject({
      audience: [
        { '@type': 'Audience', audienceType: 'founder' },
        { '@type': 'Audience', audienceType: 'employee' },
      ],
    });
  });
});
