import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  createOffer,
  graphql,
  request,
  startedApp,
  type Stored,
} from '../../support';

const MARK = 'node-4711-geheim';

let shown: Stored;
let editorEmail: string;
let contributorEmail: string;
const callers: Record<string, string | undefined> = {};

beforeAll(async () => {
  await createCityProfile();
  const admin = await createAdmin();
  editorEmail = admin.email;
  const contributor = await createContributor();
  contributorEmail = contributor.email;
  shown = await createBusiness({ name: 'Offene Bäckerei', source: { system: 'osm', externalId: MARK } });
  await createOffer(shown);
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: {
        business: shown.documentId,
        user: contributor.id,
        role: 'owner',
        since: '2026-01-01T00:00:00.000Z',
      } as never,
    });
  // As if an editor had written it in the panel.
  await startedApp()
    .strapi.db.query('api::business.business')
    .updateMany({
      where: { documentId: shown.documentId },
      data: { createdBy: admin.id, updatedBy: admin.id } as never,
    });
  callers.anonymous = undefined;
  callers.contributor = contributor.token;
  callers['full-access token'] = await createApiToken({ type: 'full-access' });
});

const PRIVATE_KEYS =
  /"(createdBy|updatedBy|localizations|source|externalId|related|provider_metadata|folderPath|hash)"/;

describe.each(['anonymous', 'contributor', 'full-access token'])('private data and %s', (caller) => {
  const get = (path: string) => request(path, { token: callers[caller] });

  it.each([
    'populate=*',
    'populate[categories][populate]=*',
    'populate[logo][populate]=*&populate[photos][populate]=*',
    'fields=name&populate=district',
  ])('never appears in the output of %s', async (parameters) => {
    const { status, text } = await get(`/api/businesses?${parameters}`);
    expect(status).toBe(200);
    expect(text).not.toMatch(PRIVATE_KEYS);
    expect(text).not.toContain(MARK);
    expect(text).not.toContain(editorEmail);
  });

  it.each([
    'populate=createdBy',
    'populate=updatedBy',
    'populate=source',
    'fields=localizations',
    'sort=localizations.name',
    'populate[0]=categories.createdBy',
    'populate[categories][populate]=createdBy',
    'populate[categories][fields]=createdBy',
    'populate[logo][populate][image][populate]=related',
    'fields=source',
    'fields[0]=name&fields[1]=createdBy',
    'sort=createdBy.email',
    'sort[createdBy][email]=asc',
    'sort=source.externalId',
    'sort=categories.updatedBy.email:desc',
    'filters[createdBy][email][$startsWith]=a',
    'filters[updatedBy][id]=1',
    'filters[source][externalId][$startsWith]=n',
    'filters[$or][0][createdBy][email][$startsWith]=a',
    'filters[$and][0][$not][source][system]=osm',
    'filters[categories][createdBy][email][$contains]=a',
    'filters[localizations][name]=x',
    'filters[logo][image][related][id]=1',
    'filters[logo][image][folderPath]=/',
    'filters[logo][image][createdBy][email]=a',
    'populate[categories][filters][createdBy][email][$startsWith]=a',
    'populate[categories][sort]=createdBy.email',
  ])('cannot be probed by %s', async (parameters) => {
    const { status, body } = await get(`/api/businesses?${parameters}`);
    expect(status).toBe(400);
    expect((body as { error: { message: string } }).error.message).not.toBe('');
  });

  it('cannot be probed by search', async () => {
    for (const word of [MARK, editorEmail, contributorEmail, 'osm', 'owner']) {
      const { body } = await get(`/api/businesses?_q=${encodeURIComponent(word)}`);
      expect([word, (body as { data: unknown[] }).data]).toEqual([word, []]);
    }
  });

  it.each([
    '/api/memberships',
    '/api/users',
    '/api/users/1',
    '/api/users/count',
    '/api/users-permissions/roles',
    '/api/users-permissions/permissions',
    '/api/upload/files',
    '/api/upload/files/1',
    '/api/content-type-builder/content-types',
    '/api/content-type-builder/components',
    '/api/connect/github',
  ])('%s does not exist', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it.each([
    '{ memberships { role } }',
    '{ usersPermissionsUsers { email } }',
    '{ usersPermissionsRoles { name } }',
    '{ uploadFiles { name } }',
    '{ businesses { createdBy { email } } }',
    '{ businesses { source { externalId } } }',
    '{ businesses { logo { image { provider_metadata related { __typename } } } } }',
    '{ businesses { logo { image { hash } } } }',
    '{ businesses(filters: { source: { externalId: { contains: "4" } } }) { name } }',
    '{ businesses(filters: { createdBy: { email: { contains: "a" } } }) { name } }',
    '{ businesses(filters: { or: [{ categories: { createdBy: { id: { eq: 1 } } } }] }) { name } }',
  ])('GraphQL does not know %s', async (query) => {
    const { status, text } = await graphql(query, undefined, { token: callers[caller] });
    expect(status).toBe(400);
    expect(text).not.toContain(MARK);
  });

  it.each(['createdBy.email', 'source.externalId', 'createdBy'])(
    'GraphQL does not sort by %s',
    async (path) => {
      const { body } = await graphql(`{ businesses(sort: "${path}") { name } }`, undefined, {
        token: callers[caller],
      });
      expect(body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    },
  );
});

describe('writing from outside', () => {
  const BODY = { data: { name: 'Übernommen', title: 'Übernommen' } };
  const collections = [
    'businesses',
    'offers',
    'campaigns',
    'advisory-contacts',
    'organisations',
    'press-notices',
    'linked-portals',
    'categories',
    'districts',
  ];

  it.each(collections)('%s cannot be created, changed or deleted', async (name) => {
    for (const caller of Object.keys(callers)) {
      for (const [method, path] of [
        ['POST', `/api/${name}`],
        ['PUT', `/api/${name}/${shown.documentId}`],
        ['PATCH', `/api/${name}/${shown.documentId}`],
        ['DELETE', `/api/${name}/${shown.documentId}`],
      ] as const) {
        const { status } = await request(path, { method, body: BODY, token: callers[caller] });
        expect([caller, method, [404, 405].includes(status)]).toEqual([caller, method, true]);
      }
    }
  });

  it.each([
    ['PUT', '/api/city-profile'],
    ['DELETE', '/api/city-profile'],
    ['POST', '/api/upload'],
    ['DELETE', '/api/upload/files/1'],
    ['POST', '/api/email'],
    ['POST', '/api/users'],
    ['PUT', '/api/users/1'],
    ['DELETE', '/api/users/1'],
    ['POST', '/api/users-permissions/roles'],
  ])('%s %s does not exist', async (method, path) => {
    for (const token of Object.values(callers)) {
      const { status } = await request(path, { method, body: BODY, token });
      expect([404, 405]).toContain(status);
    }
  });
});
