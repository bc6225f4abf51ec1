import { parse } from 'graphql';
import { previewToken } from '#src/reading/preview/domain/preview-token';
import { previewKeys } from '#src/reading/preview/preview-keys';
import { CityError, createClient, rememberAnswers, type TypedDocument } from '@stadtverbund/client';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createOffer,
  startedApp,
  type Stored,
} from '#tests/support/index';

const addressOf = (input: Parameters<typeof fetch>[0]): string =>
  input instanceof Request ? input.url : input.toString();

let sun: Stored;
let moon: Stored;

const city = () => createClient({ url: startedApp().url, locale: 'de' });

async function refusalOf(asking: Promise<unknown>): Promise<CityError> {
  const error: unknown = await asking.then(
    () => 'It was not refused',
    (reason: unknown) => reason,
  );
  if (error instanceof CityError) return error;
  throw error;
}

/** A client and what it sends, through to the real server. */
function watched(options: Partial<Parameters<typeof createClient>[0]> = {}) {
  const answers: { url: string; status: number; conditional: boolean }[] = [];
  const client = createClient({
    url: startedApp().url,
    async fetch(input, init) {
      const response = await fetch(input, init);
      const conditional = new Headers(init?.headers).has('if-none-match');
      answers.push({ url: addressOf(input), status: response.status, conditional });
      return response;
    },
    ...options,
  });
  return { client, answers };
}

beforeAll(async () => {
  await createCityProfile();
  const bakery = await createCategory({ name: 'Bäckerei', slug: 'baeckerei' });
  sun = await createBusiness({
    name: 'Bäckerei Sonne',
    categories: [bakery.documentId],
    hours: [{ service: 'on-site', rule: 'Mo-Su 00:00-24:00' }],
  });
  moon = await createBusiness({
    name: 'Mondschein & Söhne',
    address: { street: 'Markt', houseNumber: '2', postcode: '44135', place: 'Dortmund' },
  });
  await createOffer(sun, { title: 'Brötchen vor die Tür' });
});

describe('a preview', () => {
  it('is the draft that its token was made for, whatever language the client speaks', async () => {
    const { strapi, url } = startedApp();
    const { documentId } = sun;
    await strapi.documents('api::business.business').update({ documentId, data: { summary: 'Im Entwurf' } });
    const made = { type: 'business', documentId, locale: 'de' };
    const token = previewToken(previewKeys(strapi)[0], made, new Date());
    const english = createClient({ url, locale: 'en' });
    const { data, meta } = await english.preview<'businesses'>('business', documentId, token);
    expect([data.name, data.summary, data.categories?.[0]?.name]).toEqual([
      'Bäckerei Sonne',
      'Im Entwurf',
      'Bäckerei',
    ]);
    expect(meta).toMatchObject({ locale: 'de', status: 'draft' });
    const forged = await refusalOf(english.preview('business', documentId, `${token}x`));
    expect([forged.status, forged.code]).toEqual([401, 'preview-token']);
    expect((await english.get('businesses', documentId)).data.summary).not.toBe('Im Entwurf');
  });
});

describe('content', () => {
  it('is filtered and populated at any depth', async () => {
    const { data, meta } = await city().list('businesses', {
      filters: {
        $or: [{ categories: { slug: { $in: ['baeckerei', 'none'] } } }, { address: { postcode: '99999' } }],
      },
      populate: { categories: { fields: ['name'] }, address: true },
      fields: ['name'],
      pagination: { pageSize: 5 },
    });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      documentId: sun.documentId,
      name: 'Bäckerei Sonne',
      categories: [{ name: 'Bäckerei' }],
      address: { postcode: '44137' },
    });
    expect(meta.pagination).toMatchObject({ total: 1, pageSize: 5 });
  });

  it('is found with signs that have a meaning in addresses', async () => {
    const { data } = await city().list('businesses', { filters: { name: 'Mondschein & Söhne' } });
    expect(data.map(({ documentId }) => documentId)).toEqual([moon.documentId]);
  });

  it('is read one by one, page by page, and as the city’s own entry', async () => {
    const one = await city().get('businesses', sun.documentId, { populate: '*' });
    expect(one).toMatchObject({ data: { name: 'Bäckerei Sonne' }, meta: { locale: 'de' } });
    const names: string[] = [];
    for await (const { name } of city().all('businesses', { fields: ['name'] })) names.push(String(name));
    expect(names.sort()).toEqual(['Bäckerei Sonne', 'Mondschein & Söhne']);
    expect((await city().cityProfile()).data).toMatchObject({ name: 'Dortmund' });
  });

  it('goes on to the next page while pages are full', async () => {
    const { client, answers } = watched();
    const category = await createCategory();
    for (let count = 0; count < 101; count += 1)
      await createBusiness({ name: `Reihe ${count}`, categories: [category.documentId] });
    const found = new Set<string>();
    for await (const { documentId } of client.all('businesses', {
      filters: { categories: { slug: String(category['slug']) } },
    }))
      found.add(String(documentId));
    expect([found.size, answers.length]).toEqual([101, 2]);
  }, 120_000);
});

describe('the directory', () => {
  it('searches, with lists, points and moments as JavaScript has them', async () => {
    const { data, meta } = await city().directory.search({
      q: 'bäckerei',
      type: ['business', 'offer'],
      near: { latitude: 51.5126, longitude: 7.4661 },
      radius: 500,
      openAt: new Date(),
      facets: ['category', 'district'],
    });
    const [hit] = data.filter(({ type }) => type === 'business');
    expect(hit).toMatchObject({ name: 'Bäckerei Sonne', openNow: true, distance: 0 });
    expect(meta.facets).toMatchObject({ category: [{ value: 'baeckerei', count: 2 }] });
  });

  it('goes through all hits by the cursor', async () => {
    const { client, answers } = watched();
    const slugs: string[] = [];
    for await (const { slug } of client.directory.hits({
      type: 'business',
      pageSize: 1,
      q: 'sonne mondschein',
    }))
      slugs.push(slug);
    const { meta } = await city().directory.search({ type: 'business', q: 'sonne mondschein' });
    expect(slugs).toHaveLength(meta.pagination.total ?? -1);
    expect(answers).toHaveLength(slugs.length);
  });

  it('shows one listing, the map, totals, suggestions, tables and hours', async () => {
    const { directory } = city();
    const slug = String(sun['slug']);
    expect((await directory.listing('business', slug)).data).toMatchObject({ name: 'Bäckerei Sonne' });
    expect(await directory.structuredData('business', slug)).toMatchObject({
      '@type': expect.any(String) as string,
    });
    const map = await directory.map({ q: 'sonne', bbox: [7.4, 51.4, 7.6, 51.6] });
    expect(map.features).toMatchObject([{ properties: { slug } }]);
    expect((await directory.stats({ category: 'baeckerei' })).data).toMatchObject({ total: 2 });
    expect((await directory.suggest('bäck')).data).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: 'Bäckerei' })]),
    );
    expect((await directory.readHours('Mo-Fr 9-18 Uhr')).data).toMatchObject({ rule: 'Mo-Fr 09:00-18:00' });
    expect(await directory.csv({ q: 'sonne' })).toMatch(/^\uFEFF?type,.*\r\n/);
  });
});

describe('GraphQL', () => {
  interface Names {
    businesses: { name: string }[];
  }
  const TEXT = `query ($name: String!) { businesses(locale: "de", filters: { name: { eq: $name } }) { ...Hit } }
    fragment Hit on Business { name }`;

  it('takes a text', async () => {
    const data = await city().query<Names>(TEXT, { name: 'Bäckerei Sonne' });
    expect(data).toEqual({ businesses: [{ name: 'Bäckerei Sonne' }] });
  });

  it.each([
    ['a parsed document', parse(TEXT)],
    ['a parsed document without its text', parse(TEXT, { noLocation: true })],
    ['a TypedDocumentString', new (class extends String {})(TEXT)],
  ])('takes %s', async (_what, document) => {
    const typed = document as TypedDocument<Names, { name: string }>;
    const { businesses } = await city().query(typed, { name: 'Bäckerei Sonne' });
    expect(businesses).toEqual([{ name: 'Bäckerei Sonne' }]);
  });

  it.each([
    ['a document that is not valid', '{ nothingLikeThat }', undefined, 'query-invalid'],
    ['a variable of the wrong type', TEXT, { name: 7 }, 'query-invalid'],
    ['what is not public', '{ businesses(status: DRAFT) { name } }', undefined, 'drafts'],
  ])('says with a code what is wrong: %s', async (_what, text, variables, code) => {
    const error = await refusalOf(city().query(text, variables));
    expect(error).toMatchObject({ status: 400, code, errors: [{ code }] });
  });
});

describe('an error', () => {
  it('says what is wrong in the language asked for, and where', async () => {
    const asked = (locale: string) =>
      createClient({ url: startedApp().url, locale }).directory.search({ near: '1', radius: 5 });
    const [german, english] = [await refusalOf(asked('de')), await refusalOf(asked('en'))];
    for (const error of [german, english]) {
      expect(error).toMatchObject({ name: 'CityError', status: 400, code: 'coordinates-malformed' });
      expect(error.at('near')).toHaveLength(1);
      expect(error.at('radius')).toEqual([]);
    }
    expect(german.message).not.toBe(english.message);
  });

  it('is a 404 for what is not there', async () => {
    expect(await refusalOf(city().get('businesses', 'nothing'))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
    expect(await refusalOf(city().directory.listing('business', 'nothing'))).toMatchObject({
      status: 404,
      code: 'listing-not-found',
    });
  });

  it('is a 401 for a token that nobody was given', async () => {
    const client = createClient({ url: startedApp().url, token: 'nothing' });
    expect(await refusalOf(client.list('businesses'))).toMatchObject({ status: 401 });
  });

  it('is the one of fetch if there is no answer at all', async () => {
    const nowhere = createClient({ url: 'http://127.0.0.1:1' }).list('businesses');
    await expect(nowhere).rejects.toMatchObject({ name: 'TypeError' });
    const stopped = city().list('businesses', {}, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('does not fetch again what has not changed', async () => {
  const { client, answers } = watched({ remember: rememberAnswers() });
  const asked = () => client.list('businesses', { filters: { name: 'Bäckerei Sonne' } });
  const first = await asked();
  const second = await asked();
  expect(second).toEqual(first);
  expect(answers.map(({ status, conditional }) => [status, conditional])).toEqual([
    [200, false],
    [304, true],
  ]);
  await createBusiness({ name: 'Bäckerei Sonne' });
  expect((await asked()).data).toHaveLength(2);
});

it('reaches every operation by its path', async () => {
  const client = city();
  const answer = await client.ask('get', '/api/directory/stats', { query: { type: ['business', 'offer'] } });
  expect(answer.data.total).toBeGreaterThan(1);
  const listing = await client.ask('get', '/api/directory/listings/{type}/{slug}', {
    path: { type: 'business', slug: String(sun['slug']) },
  });
  expect(listing).toMatchObject({ data: { name: 'Bäckerei Sonne' } });
});

it('makes addresses of files absolute', () => {
  expect(city().fileUrl({ url: '/uploads/a.png' })).toBe(`${startedApp().url}/uploads/a.png`);
  expect(city().fileUrl({ url: 'https://cdn.example.de/a.png' })).toBe('https://cdn.example.de/a.png');
});
