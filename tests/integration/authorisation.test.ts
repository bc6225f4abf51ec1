import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  createOffer,
  graphql,
  request,
  startedApp,
  type Answer,
} from '../support';
import { EDITORIAL_ROLE } from '../../src/domain/editorial-role';
import {
  NOT_LISTED,
  QUERY_FIELDS,
  ROUTES,
  type Callers,
  type Outcome,
  type RouteRow,
} from '../authorisation/table';

const CALLERS: readonly (keyof Callers)[] = [
  'anonymous',
  'contributor',
  'customToken',
  'editor',
  'superAdmin',
];

const tokens: Partial<Record<keyof Callers, string>> = {};
/** A public document for each collection, by the name in the path. */
const documents: Record<string, string> = {};

interface Layer {
  path: string;
  methods: string[];
}

const outcomeOf = (status: number): Outcome => {
  if (status === 401 || status === 403) return 'denied';
  return status < 300 || status === 304 ? 'ok' : 'through';
};

const matches = (status: number, expected: Outcome): boolean => {
  if (status >= 500) return false;
  const seen = outcomeOf(status);
  return expected === 'through' ? seen !== 'denied' : seen === expected;
};

const pathOf = ({ route, sample }: RouteRow): string => {
  if (sample !== undefined) return sample;
  const [, path = ''] = route.split(' ');
  const name = path.split('/')[2] ?? '';
  return path.replace(':id', documents[name] ?? 'none');
};

const ask = (row: RouteRow, caller: keyof Callers): Promise<Answer> => {
  const [method = 'GET'] = row.route.split(' ');
  const hasBody = method === 'POST' || method === 'PUT';
  return request(pathOf(row), { method, token: tokens[caller], ...(hasBody ? { body: {} } : {}) });
};

/** `METHOD /path` of every route that is ours or reachable from outside. */
const registeredRoutes = (): string[] =>
  (startedApp().strapi.server.listRoutes() as unknown as Layer[])
    .filter(({ path, methods }) => methods.length > 0 && !NOT_LISTED.some((pattern) => pattern.test(path)))
    .flatMap(({ path, methods }) =>
      (methods.length > 10 ? ['GET'] : methods)
        .filter((method) => method !== 'HEAD')
        .map((method) => `${method} ${path}`),
    );

beforeAll(async () => {
  await createCityProfile();
  const business = await createBusiness();
  const category = await createCategory();
  documents.businesses = business.documentId;
  documents.categories = category.documentId;
  documents.offers = (await createOffer(business)).documentId;
  documents.districts = (
    await createDocument('api::district.district', { name: 'Mitte' }, { published: false })
  ).documentId;
  documents.campaigns = (
    await createDocument('api::campaign.campaign', {
      business: business.documentId,
      kind: 'support',
      title: 'Hilfe',
      story: 'Wir brauchen einen neuen Ofen.',
      goal: 100_000,
      startsAt: '2020-01-01T00:00:00.000Z',
    })
  ).documentId;
  const organisation = await createDocument('api::organisation.organisation', {
    name: 'Stadt',
    kind: 'city',
  });
  documents.organisations = organisation.documentId;
  documents['linked-portals'] = (
    await createDocument('api::linked-portal.linked-portal', {
      name: 'Kultur',
      url: 'https://kultur.example.org',
    })
  ).documentId;
  documents['advisory-contacts'] = (
    await createDocument('api::advisory-contact.advisory-contact', {
      organisation: organisation.documentId,
      kind: 'hotline',
      title: 'Beratung',
      phones: [{ number: '+49 231 123456' }],
    })
  ).documentId;
  documents['press-notices'] = (
    await createDocument('api::press-notice.press-notice', {
      title: 'Neues',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Heute neu.' }] }],
      publishedOn: '2026-01-01',
      teaser: 'Kurz',
    })
  ).documentId;
  tokens.contributor = (await createContributor()).token;
  tokens.customToken = await createApiToken({
    type: 'custom',
    permissions: ['api::business.business.find', 'api::business.business.findOne'],
  });
  tokens.editor = (await createAdmin({ role: EDITORIAL_ROLE })).token;
  tokens.superAdmin = (await createAdmin()).token;
});

describe('the authorisation table', () => {
  it('names every route there is, and none that is gone', () => {
    const listed = ROUTES.map(({ route }) => route).sort();
    expect(listed).toEqual([...new Set(registeredRoutes())].sort());
  });

  it('names every GraphQL root field there is, and none that is gone', async () => {
    const { body } = await graphql<{ __schema: { queryType: { fields: { name: string }[] } } }>(
      '{ __schema { queryType { fields { name } } } }',
    );
    const present = body.data?.__schema.queryType.fields.map(({ name }) => name).sort();
    expect(QUERY_FIELDS.map(({ field }) => field).sort()).toEqual(present);
  });

  const cells = ROUTES.flatMap((row) =>
    CALLERS.map((caller) => [row.route, caller, row[caller], row] as const),
  );

  it.each(cells)('%s for %s: %s', async (_route, caller, expected, row) => {
    // Signing out ends the session that other cells need.
    const token = tokens.contributor;
    if (row.route === 'POST /api/auth/logout' && caller === 'contributor')
      tokens.contributor = (await createContributor()).token;
    const { status } = await ask(row, caller);
    tokens.contributor = token;
    expect({ status, asExpected: matches(status, expected) }).toEqual({ status, asExpected: true });
  });

  const fields = QUERY_FIELDS.flatMap((row) =>
    CALLERS.map((caller) => [row.field, caller, row[caller], row.query] as const),
  );

  it.each(fields)('GraphQL %s for %s: %s', async (_field, caller, expected, query) => {
    const { status, body } = await request<{ errors?: { extensions: { code: string } }[] }>('/graphql', {
      body: { query },
      token: tokens[caller],
    });
    const isDenied = status === 401 || body.errors?.[0]?.extensions.code === 'FORBIDDEN';
    expect({ status, isDenied, errors: isDenied ? undefined : body.errors }).toEqual({
      status,
      isDenied: expected === 'denied',
      errors: undefined,
    });
  });

  it('refuses every mutation to everyone', async () => {
    const { body } = await graphql<{ __schema: { mutationType: { fields: { name: string }[] } | null } }>(
      '{ __schema { mutationType { fields { name } } } }',
    );
    for (const { name } of body.data?.__schema.mutationType?.fields ?? []) {
      for (const caller of CALLERS) {
        const { status } = await request('/graphql', {
          body: { query: `mutation { ${name} { __typename } }` },
          token: tokens[caller],
        });
        expect([name, caller, [400, 401].includes(status)]).toEqual([name, caller, true]);
      }
    }
  });
});
