import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  request,
} from '../../support';

interface Hit {
  type: string;
  slug: string;
  name: string;
  url: string;
  distance: number | null;
  openNow: boolean | null;
  nextChange: string | null;
  excerpt: { text: string; highlights: [number, number][] } | null;
  highlights: { name: [number, number][] };
  services: string[];
}

interface Answer {
  data: Hit[];
  meta: {
    pagination: { total: number; totalIsLowerBound: boolean; nextCursor: string | null; pageCount: number };
    facets: Record<string, { value: string; name: string; count: number }[]>;
    query: Record<string, unknown> & {
      understood?: { text: string; as: string }[];
      corrected?: { from: string; to: string }[];
    };
  };
  error?: { message: string; details: { errors: { path: string[] }[] } };
}

const search = async (query: string): Promise<Answer & { status: number }> => {
  const { status, body } = await request<Answer>(`/api/directory/search?${query}`);
  return { status, ...body };
};

const names = async (query: string): Promise<string[]> => (await search(query)).data.map(({ name }) => name);

beforeAll(async () => {
  await createCityProfile();
  const [bakery, florist, farm] = await Promise.all([
    createCategory({ name: 'Bäckerei', terms: ['Bäcker', 'Brot', 'Backwaren'] }),
    createCategory({ name: 'Florist', terms: ['Blumenladen', 'Blumen'] }),
    createCategory({ name: 'Hofladen', terms: ['Direktvermarktung'] }),
  ]);
  const hombruch = await createDocument('api::district.district', { name: 'Hombruch' }, { published: false });
  const point = (latitude: number, longitude: number) => ({ latitude, longitude });
  await createBusiness({
    name: 'Bäckerei Müller',
    categories: [bakery.documentId],
    location: point(51.5, 7.46),
    summary: 'Brötchen und Kuchen seit 1920, dazu Blumen auf dem Tisch.',
  });
  await createBusiness({
    name: 'Blumen Risse',
    categories: [florist.documentId],
    district: hombruch.documentId,
    location: point(51.47, 7.44),
  });
  const strauss = await createBusiness({
    name: 'Strauß & Kranz',
    categories: [florist.documentId],
    location: point(51.52, 7.46),
    hours: [{ service: 'on-site', rule: '24/7' }],
  });
  await createBusiness({
    name: 'Hofgut Schulte-Uebbing',
    categories: [farm.documentId],
    location: point(51.55, 7.5),
    address: { street: 'Kaiserstr.', houseNumber: '7', postcode: '44135', place: 'Dortmund' },
  });
  await createOffer(strauss, { kind: 'delivery', title: 'Sträuße nach Hause' });
});

describe('the search of the directory', () => {
  it('finds an umlaut however it is typed', async () => {
    for (const q of ['Bäckerei', 'baeckerei', 'backerei', 'BÄCKEREI'])
      expect(await names(`q=${encodeURIComponent(q)}`)).toEqual(['Bäckerei Müller']);
  });

  it('ranks a name before a category before a text', async () => {
    expect(await names('q=Blumen&type=business')).toEqual([
      'Blumen Risse',
      'Strauß & Kranz',
      'Bäckerei Müller',
    ]);
  });

  it('finds words that begin with the last word typed', async () => {
    expect(await names('q=Blu&type=business')).toContain('Blumen Risse');
  });

  it('finds a compound by its end, and a street however it is shortened', async () => {
    expect(await names('q=laden')).toContain('Hofgut Schulte-Uebbing');
    expect(await names('q=Kaiserstra%C3%9Fe')).toEqual(['Hofgut Schulte-Uebbing']);
    expect(await names('q=kaiser%20strasse%207')).toEqual(['Hofgut Schulte-Uebbing']);
  });

  it('corrects a typo only if the words as typed find nothing, and says so', async () => {
    const answer = await search('q=Blumne');
    expect(answer.data.map(({ name }) => name)).toContain('Blumen Risse');
    expect(answer.meta.query.corrected).toEqual([{ from: 'Blumne', to: 'Blumen' }]);
    expect((await search('q=Blumen')).meta.query.corrected).toBeUndefined();
  });

  it('understands a district, a service and a time in a phrase', async () => {
    expect(await names('q=blumen%20hombruch')).toEqual(['Blumen Risse']);
    expect(await names('q=blumen%20lieferdienst&type=business')).toEqual(['Strauß & Kranz']);
    const open = await search('q=blumen%20jetzt%20ge%C3%B6ffnet&type=business');
    expect(open.data.map(({ name }) => name)).toEqual(['Strauß & Kranz']);
    expect(open.data[0]?.openNow).toBe(true);
    expect(open.meta.query.understood).toEqual([
      expect.objectContaining({ as: 'open', text: 'jetzt geöffnet' }),
    ]);
  });

  it('searches for any of the words if all together find nothing, and says so', async () => {
    const answer = await search('q=blumen%20zeppelin&type=business');
    expect(answer.data.map(({ name }) => name)).toContain('Blumen Risse');
    expect(answer.meta.query).toMatchObject({ relaxed: true });
    const first = await search('q=blumen%20zeppelin&type=business&pageSize=1');
    const next = await search(
      `q=blumen%20zeppelin&type=business&pageSize=1&cursor=${first.meta.pagination.nextCursor}`,
    );
    expect(next.data).toHaveLength(1);
    expect(next.data).not.toEqual(first.data);
  });

  it('puts a shop before its offers', async () => {
    expect((await search('q=florist')).data.at(-1)?.type).toBe('offer');
  });

  it('gives no distance unless requested', async () => {
    const { data } = await search('type=business');
    expect(data.map(({ distance }) => distance)).toEqual(data.map(() => null));
    expect(data.length).toBeGreaterThan(0);
  });

  it('gives distances in metres and sorts by them', async () => {
    const { data } = await search('near=51.5,7.46&radius=3000&type=business');
    expect(data.map(({ name }) => name)).toEqual(['Bäckerei Müller', 'Strauß & Kranz']);
    expect(data[0]?.distance).toBe(0);
    expect(data[1]?.distance).toBeCloseTo(2224, -1);
  });

  it('marks matches by offsets into the excerpt and the name', async () => {
    const [hit] = (await search('q=Kuchen')).data;
    const { text, highlights } = hit?.excerpt ?? { text: '', highlights: [] };
    expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual(['Kuchen']);
    const [named] = (await search('q=risse')).data;
    expect(named?.highlights.name).toEqual([[7, 12]]);
  });

  it('counts facets with their names', async () => {
    const { meta } = await search('type=business&facets=category,district,service');
    expect(meta.facets['category']).toContainEqual({ value: 'florist', name: 'Florist', count: 2 });
    expect(meta.facets['district']).toEqual([{ value: 'hombruch', name: 'Hombruch', count: 1 }]);
    expect(meta.facets['service']).toContainEqual({ value: 'delivery', name: 'Lieferung', count: 1 });
  });

  it('pages by cursor without gaps or repeats, for the same query only', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer = await search(`type=business&pageSize=1${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.data.map(({ name }) => name));
      cursor = page.meta.pagination.nextCursor;
    }
    expect(seen).toEqual(['Bäckerei Müller', 'Blumen Risse', 'Hofgut Schulte-Uebbing', 'Strauß & Kranz']);
    const { meta } = await search('type=business&pageSize=1');
    const other = await search(`type=offer&cursor=${meta.pagination.nextCursor}`);
    expect(other.status).toBe(400);
    expect(other.error?.details.errors[0]?.path).toEqual(['cursor']);
  });

  it.each([
    ['foo=bar', 'foo'],
    ['type=nothing', 'type'],
    ['radius=100', 'radius'],
    ['near=1', 'near'],
    ['near=51.5,7.4&radius=50001', 'radius'],
    ['bbox=1,2,3', 'bbox'],
    ['bbox=8,51,7,52', 'bbox'],
    ['openAt=gestern', 'openAt'],
    ['openAt=2020-01-01T10:00', 'openAt'],
    ['openAt=2099-01-01T10:00', 'openAt'],
    ['validAt=2026-02-30', 'validAt'],
    ['sort=random', 'sort'],
    ['sort=distance', 'sort'],
    ['page=0', 'page'],
    ['page=99999999999999999999', 'page'],
    ['pageSize=101', 'pageSize'],
    ['cursor=AAAA', 'cursor'],
    ['facets=name', 'facets'],
    ['category=%27%3B--', 'category'],
    ['service=teleport', 'service'],
    ['locale=fr', 'locale'],
    ['q=a&q=b', 'q'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['__proto__=1', '__proto__'],
  ])('refuses %s and names the parameter', async (query, parameter) => {
    const { status, error } = await search(query);
    expect(status).toBe(400);
    expect(error?.details.errors[0]?.path).toEqual([parameter]);
    expect(error?.message).toContain(parameter);
  });

  it.each([
    'validAt=9999-12-31',
    'validAt=9999-12-31T23:59',
    'validAt=9999-12-31T23:59:59-14:00',
    'validAt=0001-01-01',
    'validAt=0000-01-01',
    'validAt=0001-01-01T00:00%2B14:00',
    `q=${'x'.repeat(10_000)}`,
    'q=%00',
    'category=%00',
    'q=%ff%fe',
  ])('never fails on %#: it refuses or returns a list', async (query) => {
    expect([200, 400]).toContain((await search(query)).status);
  });

  it.each([
    "'; drop table listing; --",
    ':* & | ! ( ) <-> \\',
    "a' or 'b",
    '½ № ™',
    '%',
    '\ud800',
    '🍕🍕🍕',
    '???',
    '-1',
    '9'.repeat(200),
    'ä'.repeat(200),
    'der die das',
  ])('answers %j with a list, possibly an empty one', async (q) => {
    const { status, data } = await search(`q=${encodeURIComponent(q.replace('\ud800', '\ufffd'))}`);
    expect(status).toBe(200);
    expect(Array.isArray(data)).toBe(true);
  });
});

describe('a compound with hyphens in a name', () => {
  const name = 'Second-Hand-Laden Tremonia';
  beforeAll(() => createBusiness({ name }));

  it.each(['Secondhandladen', 'Secondhandläden', 'Second-Hand-Laden', 'Second Hand Laden', 'secondhand'])(
    'is found by %s',
    async (words) => {
      const { data } = await search(`q=${encodeURIComponent(words)}`);
      expect(data.map((hit) => hit.name)).toContain(name);
    },
  );
});
