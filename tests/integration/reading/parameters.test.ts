import {
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';

interface Refused {
  error: { message: string; details: { code: string; errors: { path: string[] }[] } };
}

interface List {
  data: Record<string, unknown>[];
  meta: { pagination: { total: number } };
}

// In the order of DIN 5007-1. Code points would put "apfel" after "Zebra" and "Äpfel" last; variant 2 "Müller" before "Muffe".
const NAMES = [
  '1A Lauser',
  'Apfel',
  'Äpfel und Birnen',
  'Azur',
  'Muffe',
  'Müller',
  'Mull',
  'Oase',
  'Öko-Laden',
  'Strasse 5',
  'Straße 7',
  'Zebra',
  'étage',
].sort(new Intl.Collator('de-u-co-standard').compare);

let bilingual: Stored;
let german: Stored;
let withLogo: Stored;
let file: Stored;

async function translate({ documentId }: Stored, publish: boolean): Promise<void> {
  const documents = startedApp().strapi.documents('api::business.business');
  await documents.update({ documentId, locale: 'en', data: { summary: 'Bread and rolls' } });
  if (publish) await documents.publish({ documentId, locale: 'en' });
}

beforeAll(async () => {
  await createCityProfile();
  const category = await createCategory({ name: 'Ordnung' });
  for (const name of [...NAMES].reverse()) await createBusiness({ name, categories: [category.documentId] });
  const translated = await createCategory({ name: 'Bäckerei' });
  await startedApp()
    .strapi.documents('api::category.category')
    .update({ documentId: translated.documentId, locale: 'en', data: { name: 'Bakery' } });
  const both = { categories: [translated.documentId] };
  bilingual = await createBusiness({ name: 'Zwei Sprachen', ...both });
  await translate(bilingual, true);
  german = await createBusiness({ name: 'Halb übersetzt', ...both });
  await translate(german, false);
  file = (await startedApp()
    .strapi.db.query('plugin::upload.file')
    .create({
      data: {
        name: 'logo.png',
        hash: 'logo_1',
        ext: '.png',
        mime: 'image/png',
        size: 1,
        url: '/uploads/logo_1.png',
        provider: 'local',
        folderPath: '/',
      },
    })) as Stored;
  withLogo = await createDocument('api::business.business', {
    name: 'Mit Bild',
    summary: 'Zeigt ein Bild',
    address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
    categories: [category.documentId],
    logo: { image: file.id, alternativeText: 'Ein Bild', credit: 'Stadt' },
  });
});

describe('a page is asked for in one way', () => {
  it.each([
    ['limit=2', 'limit', 'pagination[limit]=2'],
    ['start=2', 'start', 'pagination[start]=2'],
    ['page=2', 'page', 'pagination[page]=2'],
    ['pageSize=2', 'pageSize', 'pagination[pageSize]=2'],
  ])('%s is refused with what to write', async (parameters, name, instead) => {
    for (const language of ['de', 'en']) {
      const { status, body } = await request<Refused>(`/api/businesses?${parameters}`, {
        headers: { 'accept-language': language },
      });
      expect([status, body.error.details.code, body.error.details.errors[0]?.path]).toEqual([
        400,
        'pagination-outside',
        [name],
      ]);
      expect(body.error.message).toContain(instead);
    }
  });

  it.each(['pagination[pageSize]=101', 'pagination[limit]=101', 'pagination[limit]=1000'])(
    '%s is refused, not cut',
    async (parameters) => {
      const { status, body } = await request<Refused>(`/api/businesses?${parameters}`);
      expect([status, body.error.details.code]).toEqual([400, 'pagination-shape']);
      expect(body.error.message).toContain('100');
    },
  );

  it.each(['limit', 'start', 'page', 'pageSize', 'pagination'])(
    'populate[categories][%s] is refused: it would be passed over',
    async (name) => {
      const { status, body } = await request<Refused>(`/api/businesses?populate[categories][${name}]=2`);
      expect([status, body.error.details.code]).toEqual([400, 'pagination-inside']);
      expect(body.error.message).toContain(`populate[categories][${name}]`);
    },
  );

  it.each(['pagination: { pageSize: 101 }', 'pagination: { limit: 1000 }', 'pagination: { limit: -1 }'])(
    'GraphQL refuses %s',
    async (pagination) => {
      for (const query of [
        `{ businesses(${pagination}) { name } }`,
        `{ businesses_connection(${pagination}) { nodes { name } } }`,
        `{ businesses(pagination: { limit: 1 }) { categories(${pagination}) { name } } }`,
      ]) {
        const { body } = await graphql(query);
        expect([query, body.errors?.[0]?.extensions?.error?.details.code]).toEqual([
          query,
          'pagination-shape',
        ]);
      }
    },
  );

  it('GraphQL gives 100 at once, and 25 where nothing is said', async () => {
    expect(
      (await graphql('{ businesses(pagination: { limit: 100 }) { name } }')).body.errors,
    ).toBeUndefined();
    const { body } = await graphql<{ businesses: unknown[] }>('{ businesses { name } }');
    expect(body.data?.businesses).toHaveLength(NAMES.length + 3);
  });
});

describe('the other languages of a document', () => {
  const other = (parameters: string, { documentId }: Stored) =>
    request<{ data: { localizations?: Record<string, unknown>[] } }>(
      `/api/businesses/${documentId}?${parameters}`,
    );

  it.each([
    'populate=localizations',
    'populate[localizations][fields]=slug,locale',
    'populate[0]=localizations',
  ])('%s names the published ones', async (parameters) => {
    const german = await other(parameters, bilingual);
    expect(german.body.data.localizations).toMatchObject([{ locale: 'en', slug: bilingual['slug'] }]);
    const english = await other(`${parameters}&locale=en`, bilingual);
    expect(english.body.data.localizations).toMatchObject([{ locale: 'de' }]);
  });

  it('has no draft among them, in REST and GraphQL', async () => {
    const { text } = await other('populate=localizations', german);
    expect(JSON.parse(text)).toMatchObject({ data: { localizations: [] } });
    const { body } = await graphql(
      `{ business(documentId: "${german.documentId}") { localizations { locale slug } } }`,
    );
    expect(body.data).toEqual({ business: { localizations: [] } });
  });

  it('GraphQL names them for a list', async () => {
    const { body } = await graphql<{ businesses: { localizations: { locale: string; slug: string }[] }[] }>(
      '{ businesses(sort: "name", pagination: { limit: 100 }) { name localizations { locale slug } } }',
    );
    const found = body.data?.businesses.filter(({ localizations }) => localizations.length > 0);
    expect(found).toEqual([
      { name: 'Zwei Sprachen', localizations: [{ locale: 'en', slug: bilingual['slug'] }] },
    ]);
  });

  it('come only where they are asked for', async () => {
    const { body } = await other('populate=*', bilingual);
    expect(body.data).not.toHaveProperty('localizations');
  });

  it('have a list of their own, without an account and with one', async () => {
    const contributor = await createContributor();
    for (const token of [undefined, contributor.token]) {
      const { status, body } = await request('/api/i18n/locales', { token });
      expect(status).toBe(200);
      expect(body).toMatchObject([
        { code: 'de', isDefault: true },
        { code: 'en', isDefault: false },
      ]);
      expect(Object.keys((body as object[])[0] ?? {})).toEqual(['code', 'name', 'isDefault']);
    }
  });
});

describe('a picture comes with its file', () => {
  const URL = '/uploads/logo_1.png';

  it.each([
    'populate=*',
    'populate=logo',
    'populate[logo]=true',
    'populate[0]=logo',
    'populate[logo][fields]=credit',
  ])('%s', async (parameters) => {
    const { body } = await request<{ data: { logo: { image: { url: string } } } }>(
      `/api/businesses/${withLogo.documentId}?${parameters}`,
    );
    expect(body.data.logo.image.url).toBe(URL);
  });

  it('unless its population says otherwise', async () => {
    const { body } = await request(
      `/api/businesses/${withLogo.documentId}?populate[logo][populate][image][fields]=mime`,
    );
    expect(body).toMatchObject({ data: { logo: { image: { mime: 'image/png' } } } });
    expect(body).not.toHaveProperty('data.logo.image.url');
  });
});

describe('names have one order, that of DIN 5007-1', () => {
  const wanted = JSON.stringify(NAMES);
  const filter = 'filters[categories][name]=Ordnung&filters[name][$ne]=Mit Bild';
  const names = (rows: readonly { name?: unknown }[] | undefined): string =>
    JSON.stringify((rows ?? []).map(({ name }) => name).filter((name) => name !== 'Mit Bild'));

  it('in REST, both ways', async () => {
    const rising = await request<List>(`/api/businesses?${filter}&sort=name`);
    expect(names(rising.body.data)).toBe(wanted);
    const falling = await request<List>(`/api/businesses?${filter}&sort=name:desc`);
    expect(names(falling.body.data.reverse())).toBe(wanted);
  });

  it('in GraphQL', async () => {
    const { body } = await graphql<{ businesses: { name: string }[] }>(
      '{ businesses(filters: { categories: { name: { eq: "Ordnung" } } }, sort: "name") { name } }',
    );
    expect(names(body.data?.businesses)).toBe(wanted);
  });

  it('in the directory, by pages and by cursor', async () => {
    const path = '/api/directory/search?type=business&category=ordnung&sort=name';
    const { body } = await request<List>(path);
    expect(names(body.data)).toBe(wanted);
    const seen: { name?: unknown }[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { data: object[]; meta: { pagination: { nextCursor: string | null } } } } =
        await request(`${path}&pageSize=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.body.data);
      cursor = page.body.meta.pagination.nextCursor;
    }
    expect(names(seen)).toBe(wanted);
  });

  it('a hit says which document it is', async () => {
    const { body } = await request<List>('/api/directory/search?q=Mit Bild');
    expect(body.data[0]).toMatchObject({ documentId: withLogo.documentId });
  });
});
