import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';

interface One {
  data: Record<string, unknown>;
  meta: { locale: string };
}

interface Refused {
  error: { details: object };
}

interface List {
  data: Record<string, unknown>[];
}

let german: Stored;
let bilingual: Stored;
const campaigns: Record<string, Stored> = {};
let archived: Stored;
let current: Stored;

const WARNING = 'Archiviert: Angaben können überholt sein.';

const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

beforeAll(async () => {
  const city = await createCityProfile({ archiveWarning: WARNING, claim: 'Hier kaufen' });
  const { strapi } = startedApp();
  await strapi.documents('api::city-profile.city-profile').update({
    documentId: city.documentId,
    locale: 'en',
    data: { archiveWarning: 'Archived: facts may be out of date.' },
  });
  german = await createBusiness({ name: 'Nur Deutsch' });
  const category = await createCategory({ name: 'Bäckerei' });
  await strapi
    .documents('api::category.category')
    .update({ documentId: category.documentId, locale: 'en', data: { name: 'Bakery' } });
  bilingual = await createBusiness({ name: 'Zweisprachig', categories: [category.documentId] });
  const businesses = strapi.documents('api::business.business');
  await businesses.update({
    documentId: bilingual.documentId,
    locale: 'en',
    data: { summary: 'Bread and rolls' },
  });
  await businesses.publish({ documentId: bilingual.documentId, locale: 'en' });
  const campaign = (title: string, startsAt: string, endsAt?: string) =>
    createDocument('api::campaign.campaign', {
      business: german.documentId,
      kind: 'support',
      title,
      story: 'Ein neuer Ofen.',
      startsAt,
      ...(endsAt ? { endsAt } : {}),
    });
  campaigns.upcoming = await campaign('Bald', daysFromNow(5));
  campaigns.running = await campaign('Jetzt', daysFromNow(-5), daysFromNow(5));
  campaigns.ended = await campaign('Vorbei', daysFromNow(-5), daysFromNow(-1));
  const notice = { publishedOn: '2020-03-17', teaser: 'Kurz' };
  archived = await createDocument('api::press-notice.press-notice', {
    ...notice,
    title: 'Alte Mitteilung',
    archivedAt: '2021-01-01T00:00:00.000Z',
  });
  current = await createDocument('api::press-notice.press-notice', { ...notice, title: 'Neue Mitteilung' });
});

describe('locales', () => {
  it('a list in a locale contains what exists in it', async () => {
    const { body } = await request<List>('/api/businesses?locale=en');
    expect(body.data.map(({ documentId }) => documentId)).toEqual([bilingual.documentId]);
    expect((await request<List>('/api/businesses')).body.data).toHaveLength(2);
  });

  it.each([
    ['de', 'de'],
    ['en', 'de'],
    ['en-GB', 'de'],
  ])('a document that exists in German alone answers ?locale=%s in %s', async (asked, answered) => {
    const { status, body } = await request<One>(
      `/api/businesses/${german.documentId}?locale=${asked}&populate=*`,
    );
    expect([status, body.meta.locale, body.data.locale]).toEqual([200, answered, answered]);
  });

  it('a document that exists in both is answered as requested, and says so', async () => {
    const { body } = await request<One>(`/api/businesses/${bilingual.documentId}?locale=en`);
    expect(body).toMatchObject({ data: { summary: 'Bread and rolls' }, meta: { locale: 'en' } });
    expect((await request<One>(`/api/businesses/${bilingual.documentId}`)).body.meta.locale).toBe('de');
  });

  it('states the language even if the site requests single fields, and adds none', async () => {
    const { body } = await request<One>(`/api/businesses/${german.documentId}?locale=en&fields=name`);
    expect(body.meta.locale).toBe('de');
    expect(Object.keys(body.data).sort()).toEqual(['documentId', 'name']);
  });

  it('GraphQL falls back for single documents', async () => {
    const { body } = await graphql(`{
      business(documentId: "${german.documentId}", locale: "en") { name locale }
      businesses(locale: "en") { name }
    }`);
    expect(body.data).toEqual({
      business: { name: 'Nur Deutsch', locale: 'de' },
      businesses: [{ name: 'Zweisprachig' }],
    });
  });

  it.each([
    '/api/businesses?locale=fr',
    '/api/city-profile?locale=fr',
    '/api/directory/search?locale=fr',
    '/api/press-notices/feed.rss?locale=fr',
    '/api/press-notices/feed.json?locale=fr',
  ])('%s: an unknown locale is refused with a list of the known ones', async (path) => {
    const { status, body } = await request<Refused>(path);
    expect([status, body.error.details]).toMatchObject([
      400,
      {
        code: 'locale-unknown',
        errors: [{ path: ['locale'], message: expect.stringContaining('de, en') as string }],
      },
    ]);
  });

  it.each(['en-GB', 'EN', 'en-US-x-twain'])('%s is English everywhere', async (locale) => {
    const { body } = await request<List>(`/api/businesses?locale=${locale}`);
    expect(body.data.map(({ documentId }) => documentId)).toEqual([bilingual.documentId]);
    const one = await request<One>(`/api/businesses/${bilingual.documentId}?locale=${locale}`);
    expect(one.body.meta.locale).toBe('en');
    const found = await request<{ meta: { query: { locale: string } } }>(
      `/api/directory/search?locale=${locale}`,
    );
    expect(found.body.meta.query.locale).toBe('en');
    const feed = await request(`/api/press-notices/feed.json?locale=${locale}`);
    expect((JSON.parse(feed.text) as { language: string }).language).toBe('en');
  });

  const LITERAL = (locale: string) => graphql(`{ businesses(locale: ${JSON.stringify(locale)}) { name } }`);
  const VARIABLE = (locale: string) =>
    graphql('query ($locale: I18NLocaleCode) { businesses(locale: $locale) { name } }', { locale });

  describe.each([
    ['in the text of a query', LITERAL],
    ['in a variable', VARIABLE],
  ])('GraphQL, a locale %s', (_where, ask) => {
    it.each(['en-GB', 'en-gb', 'EN', 'en-US-x-twain'])('%s is English', async (locale) => {
      expect((await ask(locale)).body.data).toEqual({ businesses: [{ name: 'Zweisprachig' }] });
    });

    it.each(['fr', 'fr-FR', 'klingonisch', '*'])(
      '%s is refused with those that are there',
      async (locale) => {
        const { body } = await ask(locale);
        expect(body.errors?.[0]?.extensions?.error?.details.code).toBe('locale-unknown');
        expect(body.errors?.[0]?.message).toContain('de, en');
      },
    );
  });

  it('what belongs to an entry has its language, and who asks for another is told so', async () => {
    const { status, body } = await request<Refused>('/api/businesses?populate[categories][locale]=en');
    expect([status, body.error.details]).toMatchObject([
      400,
      {
        code: 'locale-inside',
        errors: [
          {
            path: ['populate', 'categories', 'locale'],
            message: expect.stringMatching(/populate\[categories\]\[locale\].*locale=en/) as string,
          },
        ],
      },
    ]);
  });

  it('errors are in the requested language', async () => {
    const message = async (path: string, headers = {}) =>
      (await request<{ error: { message: string } }>(path, { headers })).body.error.message;
    expect(await message('/api/businesses?status=draft')).toContain('Veröffentlichtes');
    expect(await message('/api/businesses?status=draft&locale=en')).toContain('published');
    expect(await message('/api/businesses?status=draft', { 'accept-language': 'en-GB' })).toContain(
      'published',
    );
  });
});

describe('derived fields', () => {
  it.each(['upcoming', 'running', 'ended'])(
    'a campaign says that it is %s, over REST and GraphQL',
    async (state) => {
      const id = campaigns[state]?.documentId;
      for (const suffix of ['', '?fields=title', '?populate=*'])
        expect((await request<One>(`/api/campaigns/${id}${suffix}`)).body.data.state).toBe(state);
      const { body } = await graphql<{ campaign: { state: string } }>(
        `{ campaign(documentId: "${id}") { state } }`,
      );
      expect(body.data?.campaign.state).toBe(state);
    },
  );

  it('the state is not a stored field and cannot be filtered by', async () => {
    expect((await request('/api/campaigns?filters[state]=running')).status).toBe(400);
  });

  it('archived press notices carry the warning of the city, others none', async () => {
    const { body } = await request<List>('/api/press-notices?sort=title');
    expect(body.data.map(({ title, archiveWarning }) => [title, archiveWarning])).toEqual([
      ['Alte Mitteilung', WARNING],
      ['Neue Mitteilung', null],
    ]);
    const one = await request<One>(`/api/press-notices/${archived.documentId}?fields=title`);
    expect(one.body.data).toEqual({
      documentId: archived.documentId,
      title: 'Alte Mitteilung',
      archiveWarning: WARNING,
    });
  });

  it('GraphQL shows the warning too', async () => {
    const { body } = await graphql(`{
      old: pressNotice(documentId: "${archived.documentId}") { archiveWarning }
      new: pressNotice(documentId: "${current.documentId}") { archiveWarning }
    }`);
    expect(body.data).toEqual({ old: { archiveWarning: WARNING }, new: { archiveWarning: null } });
  });
});

describe('as documented by Strapi', () => {
  it('filters, sort, pagination, fields and population work', async () => {
    const filtered = await request<List>(
      '/api/businesses?filters[name][$containsi]=zwei&populate[categories][fields]=name',
    );
    expect(filtered.body.data).toMatchObject([
      { name: 'Zweisprachig', categories: [{ name: expect.any(String) as string }] },
    ]);
    const sorted = await request<List>(
      '/api/businesses?sort=name:desc&pagination[page]=1&pagination[pageSize]=1',
    );
    expect(sorted.body).toMatchObject({
      data: [{ name: 'Zweisprachig' }],
      meta: { pagination: { page: 1, pageSize: 1, pageCount: 2, total: 2 } },
    });
    const offset = await request<List>('/api/businesses?sort=name&pagination[start]=1&pagination[limit]=1');
    expect(offset.body).toMatchObject({
      data: [{ name: 'Zweisprachig' }],
      meta: { pagination: { start: 1, limit: 1 } },
    });
  });

  it('a parameter that does not exist is refused by name', async () => {
    const { status, body } = await request<{ error: { message: string } }>('/api/businesses?utm_source=x');
    expect(status).toBe(400);
    expect(body.error.message).toContain('utm_source');
  });
});
