import { loadWhole } from '../directory/query-list';
import {
  createBusiness,
  createDocument,
  createOffer,
  createPortal,
  request,
  startedApp,
} from '../../support';
import { describedApi } from '../../support/openapi/described-exchanges';

const api = () => describedApi();

let token: string;

jest.setTimeout(300_000);

beforeAll(async () => {
  await loadWhole('dortmund');
  const business = await createBusiness();
  await createOffer(business);
  await createDocument('api::campaign.campaign', {
    business: business.documentId,
    title: 'Neuer Ofen',
    story: 'Der alte ist von 1962.',
    goal: 500_000,
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2099-01-01T00:00:00Z',
    rewards: [{ title: 'Ein Brot', minimumAmount: 500 }],
  });
  ({ token } = await createPortal());
});

const asked = new Set<string>();

interface Asking {
  readonly token?: string;
  readonly accept?: string;
  readonly body?: object;
  /** 200 unless said otherwise */
  readonly status?: number;
}

/** What of the answers is not described. */
async function faults(paths: readonly string[], { token: own, accept, body, status = 200 }: Asking = {}) {
  const found = new Set<string>();
  for (const path of paths) {
    const answer = await request(path, {
      ...(body ? { body } : {}),
      ...(own ? { token: own } : {}),
      headers: accept ? { accept } : {},
    });
    const method = body ? 'POST' : 'GET';
    if (answer.status !== status) found.add(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    for (const fault of api().faultsOf({ ...answer, method, path, ...(body ? { sent: body } : {}) }))
      found.add(fault);
    if (answer.status === 200) asked.add(api().pathOf(path)?.path ?? path);
  }
  // More would hide the first.
  return [...found].slice(0, 20);
}

const idsOf = async (path: string): Promise<string[]> => {
  const { body } = await request<{ data: { documentId: string }[] }>(`${path}?pagination[pageSize]=40`);
  return body.data.map(({ documentId }) => documentId);
};

const described = (): string[] => Object.keys(startedApp().describeApi().paths);

const collections = (): string[] =>
  described().flatMap((path) => /^(\/api\/[a-z-]+)\/\{documentId\}$/.exec(path)?.[1] ?? []);

const EVERYTHING = 'populate=*';
const WAYS = [
  '',
  EVERYTHING,
  'populate=*&locale=en',
  'populate=*&locale=en-GB',
  'pagination[start]=1&pagination[limit]=2',
  'pagination[withCount]=false',
  'pagination[start]=1&pagination[withCount]=false',
  'fields=documentId',
  'sort=updatedAt:desc',
  'filters[documentId][$notNull]=true',
];

it('every list of content, however it is asked for', async () => {
  const paths = collections().flatMap((path) => WAYS.map((way) => `${path}?${way}`));
  expect(paths.length).toBeGreaterThan(50);
  expect(await faults(paths)).toEqual([]);
});

it('what is populated at greater depth, or in part', async () => {
  expect(
    await faults([
      '/api/businesses?populate[logo][populate]=image&populate[photos][populate]=image&populate[categories][populate]=parent',
      '/api/businesses?populate[logo][populate][image][fields]=url&populate[categories][fields]=name',
      '/api/businesses?populate[address][fields]=place&populate[hours][fields]=rule&fields=name,slug',
      '/api/businesses?populate=address,contact.socialLinks,district',
      '/api/offers?populate[business][populate]=*&filters[kind]=delivery',
      '/api/campaigns?populate[rewards]=true&populate[business][fields]=name',
      '/api/press-notices?populate=attachments,topics&sort=publishedOn:desc,title',
      '/api/advisory-contacts?populate[organisation][populate]=*',
    ]),
  ).toEqual([]);
});

it('every single document', async () => {
  for (const path of collections()) {
    const ids = await idsOf(path);
    expect(ids.length).toBeGreaterThan(0);
    const paths = ids.flatMap((id) =>
      ['', `?${EVERYTHING}`, '?locale=en'].map((way) => `${path}/${id}${way}`),
    );
    expect(await faults(paths)).toEqual([]);
  }
  expect(await faults(['/api/city-profile', '/api/city-profile?populate=*&locale=en'])).toEqual([]);
});

const FILTERS = [
  'locale=en',
  'type=business,offer',
  'category=bakery',
  'openAt=now',
  'validAt=now',
  'service=delivery',
  'near=51.5142,7.4653&radius=5000',
  'bbox=7.3,51.4,7.6,51.6',
  'postcode=44137,44135',
  'q=b%C3%A4ckerei',
  'q=apotheke+offen+sonntag',
  'q=bekerei',
  'q=lieferung+brot+xyzzy',
];

it('the directory, however it is asked', async () => {
  const many = 'pageSize=100&facets=category,district,service';
  expect(
    await faults([
      ...FILTERS.map((way) => `/api/directory/search?${many}&${way}`),
      ...[1, 2, 3, 4].map((page) => `/api/directory/search?${many}&page=${page}`),
      ...FILTERS.map((way) => `/api/directory/map.geojson?${way}`),
      ...FILTERS.map((way) => `/api/directory/stats?${way}`),
      ...FILTERS.map((way) => `/api/directory/search.csv?${way}`),
      '/api/directory/listings.csv',
      '/api/directory/map.geojson',
      '/api/directory/stats',
      ...['b', 'ba', 'brot', 'blumen', 'h%C3%B6rde', ''].map((q) => `/api/directory/suggest?q=${q}`),
      ...['Mo-Fr 9-18 Uhr', 'Mo-Fr 9-18 Sa 9-14', 'nie', 'n. V.', ''].map(
        (text) => `/api/directory/opening-hours?text=${encodeURIComponent(text)}`,
      ),
    ]),
  ).toEqual([]);
});

interface Page {
  data: { type: string; slug: string }[];
  meta: { pagination: { nextCursor: string | null } };
}

it('every listing in each of its forms', async () => {
  const addresses: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const way: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body }: { body: Page } = await request<Page>(`/api/directory/search?pageSize=100${way}`);
    addresses.push(...body.data.map(({ type, slug }) => `/api/directory/listings/${type}/${slug}`));
    cursor = body.meta.pagination.nextCursor;
  }
  const kinds = new Set(addresses.map((path) => path.split('/')[4]));
  expect([...kinds].sort()).toEqual(['advisory-contact', 'business', 'campaign', 'offer', 'press-notice']);
  expect(await faults(addresses)).toEqual([]);
  expect(await faults(addresses.map((path) => `${path}.jsonld`))).toEqual([]);
  expect(await faults(addresses.slice(0, 20), { accept: 'application/ld+json' })).toEqual([]);
  const withPhone = addresses.filter((path) => path.includes('/business/musterb'));
  expect(withPhone.length).toBeGreaterThan(0);
  expect(await faults([...withPhone.map((path) => `${path}.vcf`)])).toEqual([]);
});

it('feeds, the document itself, and GraphQL', async () => {
  const query = '{ businesses { documentId name address { street } } }';
  expect(
    await faults([
      '/api/press-notices/feed.rss',
      '/api/press-notices/feed.json',
      '/api/openapi.json',
      '/api/schema.graphql',
      '/api/i18n/locales',
      '/api/challenge',
      '/api/transparency.json',
    ]),
  ).toEqual([]);
  expect(await faults(['/graphql'], { body: { query } })).toEqual([]);
  expect(await faults(['/graphql'], { body: { query: '{ nope }' }, status: 400 })).toEqual([]);
  expect(await faults(['/graphql'], { body: { query, variables: null, operationName: null } })).toEqual([]);
});

it('the portal feed', async () => {
  expect(await faults(['/api/feed/events?limit=500', '/api/feed/snapshot'], { token })).toEqual([]);
  const { body } = await request<{ data: { type: string }[] }>('/api/feed/schema');
  expect(
    await faults(['/api/feed/schema', ...body.data.map(({ type }) => `/api/feed/schema/${type}`)]),
  ).toEqual([]);
  expect(await faults(['/api/feed/events'], { token: 'wrong', status: 401 })).toEqual([]);
});

it.each([
  [400, ['/api/businesses?utm_source=x', '/api/businesses?status=draft', '/api/directory/search?nope=1']],
  [404, ['/api/businesses/aaaaaaaaaaaaaaaaaaaaaaaa', '/api/directory/listings/business/nobody']],
  [401, ['/api/businesses']],
])('refusals: %i', async (status, paths) => {
  expect(await faults(paths, { status, ...(status === 401 ? { token: 'wrong' } : {}) })).toEqual([]);
});

it('nothing that is read without an account was forgotten', () => {
  const open = Object.entries(startedApp().describeApi().paths).flatMap(([path, { get }]) =>
    get && !/^\/api\/(my|auth|users|previews|links)\//.test(path) ? [path] : [],
  );
  expect(open.filter((path) => !asked.has(path))).toEqual([]);
});
