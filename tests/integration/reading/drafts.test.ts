import {
  createAdmin,
  createApiToken,
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

interface List {
  data: { documentId: string; title?: string; business?: unknown }[];
  meta: { pagination: { total: number } };
}

const SECRET = 'Geheimentwurf';

let shown: Stored;
let hidden: Stored;
let gone: Stored;
const offers: Record<string, Stored> = {};
const callers: Record<string, string | undefined> = {};

const business = () => startedApp().strapi.documents('api::business.business');

beforeAll(async () => {
  await createCityProfile();
  shown = await createBusiness({ name: 'Offene Bäckerei' });
  // A pending change: the draft differs from the published version.
  await business().update({ documentId: shown.documentId, locale: 'de', data: { summary: SECRET } });
  hidden = await createBusiness({ name: SECRET }, { published: false });
  gone = await createBusiness({ name: 'Geschlossener Laden' });
  offers.public = await createOffer(shown, { title: 'Lieferung' });
  offers.ofGone = await createOffer(gone, { title: 'Angebot eines entfernten Betriebs' });
  offers.expired = await createOffer(shown, { title: 'Abgelaufen', validThrough: '2020-01-31' });
  offers.draft = await createOffer(shown, { title: SECRET }, { published: false });
  await business().unpublish({ documentId: gone.documentId, locale: 'de' });
  await createDocument('api::advisory-contact.advisory-contact', {
    kind: 'hotline',
    title: 'Beendete Beratung',
    phones: [{ number: '+49 231 5022222' }],
    validThrough: '2020-01-31',
  });
  callers.anonymous = undefined;
  callers.contributor = (await createContributor()).token;
  callers['full-access token'] = await createApiToken({ type: 'full-access' });
  callers['custom token'] = await createApiToken({
    type: 'custom',
    permissions: ['business', 'offer'].flatMap((name) => [
      `api::${name}.${name}.find`,
      `api::${name}.${name}.findOne`,
    ]),
  });
});

const CALLERS = ['anonymous', 'contributor', 'full-access token', 'custom token'];

describe.each(CALLERS)('drafts and %s', (caller) => {
  const get = <Body = List>(path: string) => request<Body>(path, { token: callers[caller] });
  const ask = <Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>) =>
    graphql<Data>(query, variables, { token: callers[caller] });

  it('a list contains what is published, and counts nothing else', async () => {
    const { body, text } = await get('/api/businesses?pagination[pageSize]=100');
    expect(body.data.map(({ documentId }) => documentId)).toEqual([shown.documentId]);
    expect(body.meta.pagination.total).toBe(1);
    expect(text).not.toContain(SECRET);
  });

  it.each([
    'status=draft',
    'status[]=draft',
    'status=',
    'status=PUBLISHED',
    'publicationFilter=modified',
    'publicationFilter=never-published',
    'hasPublishedVersion=false',
    'hasPublishedVersion=true',
    'populate[categories][status]=draft',
    'populate[district][publicationFilter]=modified',
    'locale=*',
    'locale[]=de&locale[]=en',
    'locale[0]=*',
    'populate[categories][locale]=*',
  ])('refuses or ignores %s', async (parameters) => {
    const { status, text, body } = await get<List | { error: { message: string } }>(
      `/api/businesses?${parameters}`,
    );
    expect([200, 400]).toContain(status);
    if (parameters !== 'status=') expect(status).toBe(400);
    if ('error' in body) expect(body.error.message).not.toBe('');
    expect(text).not.toContain(SECRET);
  });

  it('a draft has no address', async () => {
    for (const suffix of ['', '?status=draft', '?locale=en', '?populate=*']) {
      const { status, text } = await get(`/api/businesses/${hidden.documentId}${suffix}`);
      expect([400, 404]).toContain(status);
      expect(text).not.toContain(SECRET);
    }
  });

  it('neither search, filter nor sort reveals the content of a draft', async () => {
    for (const query of [
      `_q=${SECRET}`,
      `filters[summary][$contains]=${SECRET}`,
      `filters[$or][0][name]=${SECRET}&filters[$or][1][summary]=${SECRET}`,
      `filters[$not][name][$ne]=${SECRET}`,
    ]) {
      const { body } = await get(`/api/businesses?${query}`);
      expect([query, body.data, body.meta.pagination.total]).toEqual([query, [], 0]);
    }
    const { body } = await get(`/api/offers?filters[business][summary][$contains]=${SECRET}`);
    expect(body.data).toEqual([]);
  });

  it('offers of an unpublished business and expired ones are not found, listed or counted', async () => {
    const { body } = await get('/api/offers?populate=business&pagination[pageSize]=100');
    expect(body.data.map(({ documentId }) => documentId)).toEqual([offers.public?.documentId]);
    expect(body.meta.pagination.total).toBe(1);
    for (const name of ['ofGone', 'expired', 'draft'])
      expect([name, (await get(`/api/offers/${offers[name]?.documentId}`)).status]).toEqual([name, 404]);
    const filtered = await get(`/api/offers?filters[business][name][$contains]=Geschlossen`);
    expect(filtered.body.data).toEqual([]);
  });

  it('an offer shows the published version of its business', async () => {
    for (const populate of [
      'populate=*',
      'populate=business',
      'populate[business][populate]=*',
      'populate[0]=business.categories',
    ]) {
      const { text, status } = await get(`/api/offers/${offers.public?.documentId}?${populate}`);
      expect([populate, status]).toEqual([populate, 200]);
      expect(text).not.toContain(SECRET);
    }
  });

  it('GraphQL lists, finds and counts what is published', async () => {
    const { text, body } = await ask<{ businesses_connection: { pageInfo: { total: number } } }>(`{
      businesses { documentId name summary }
      businesses_connection { pageInfo { total } nodes { name } }
      business(documentId: "${hidden.documentId}") { name }
      offers { title business { name summary } }
      offers_connection { pageInfo { total } }
      offer(documentId: "${offers.ofGone?.documentId}") { title }
    }`);
    expect(body.errors).toBeUndefined();
    expect(text).not.toContain(SECRET);
    expect(body.data).toMatchObject({
      business: null,
      offer: null,
      businesses_connection: { pageInfo: { total: 1 } },
      offers_connection: { pageInfo: { total: 1 } },
      offers: [{ title: 'Lieferung', business: { name: 'Offene Bäckerei' } }],
    });
  });

  it.each([
    ['status: DRAFT', '{ businesses(status: DRAFT) { name } }'],
    ['status of one', `{ business(documentId: "x", status: DRAFT) { name } }`],
    ['status in a nested place', '{ offers { business { categories(status: DRAFT) { name } } } }'],
    ['publicationFilter', '{ businesses(publicationFilter: MODIFIED) { name } }'],
    ['hasPublishedVersion', '{ businesses(hasPublishedVersion: false) { name } }'],
    ['an alias', '{ a: businesses(status: DRAFT) { name } }'],
    ['a fragment', 'query { ...F } fragment F on Query { businesses(status: DRAFT) { name } }'],
    ['a connection', '{ businesses_connection(status: DRAFT) { pageInfo { total } } }'],
  ])('GraphQL refuses %s', async (_what, query) => {
    const { status, text } = await ask(query);
    expect(status).toBe(400);
    expect(text).not.toContain(SECRET);
  });

  it('GraphQL refuses a status given as a variable', async () => {
    const { status, text } = await ask('query ($s: PublicationStatus) { businesses(status: $s) { name } }', {
      s: 'DRAFT',
    });
    expect(status).toBe(400);
    expect(text).not.toContain(SECRET);
    const byDefault = await ask('query ($s: PublicationStatus = DRAFT) { businesses(status: $s) { name } }');
    expect(byDefault.status).toBe(400);
  });

  it('GraphQL accepts one locale at a time', async () => {
    const { text } = await ask('{ businesses(locale: "*") { name summary } }');
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toContain(SECRET);
  });
});

describe('validity', () => {
  it('an advisory contact past its last day is not found', async () => {
    const { body } = await request<List>('/api/advisory-contacts');
    expect(body.data).toEqual([]);
    const answer = await graphql<{ advisoryContacts: unknown[] }>('{ advisoryContacts { title } }');
    expect(answer.body.data?.advisoryContacts).toEqual([]);
  });

  it('an offer of a business that is public again is public again', async () => {
    const { token } = await createAdmin();
    const path = `/moderation/documents/api::business.business/${gone.documentId}/reinstate`;
    expect((await request(path, { token, body: {} })).status).toBe(200);
    const { status } = await request(`/api/offers/${offers.ofGone?.documentId}`);
    expect(status).toBe(200);
  });
});
