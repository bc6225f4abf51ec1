import { CATALOGUES } from '#src/languages/index';
import {
  createAdmin,
  createCityProfile,
  createContributor,
  graphql,
  request,
  startedApp,
  type AdminAccount,
  type RequestOptions,
} from '../../support';

interface Said {
  status: number;
  name: string;
  message: string;
  details: { code: string; errors: { code: string; path: (string | number)[]; message: string }[] };
}

let admin: AdminAccount;
let contributor: { token: string; email: string; username: string };
let role: number;

const NEW_ACCOUNT = {
  email: 'neu@example.org',
  password: 'Backstube-7-Wall',
  confirmed: true,
  blocked: false,
};

beforeAll(async () => {
  await createCityProfile();
  admin = await createAdmin({ language: 'en' });
  contributor = await createContributor();
  const found = (await startedApp()
    .strapi.db.query('plugin::users-permissions.role')
    .findOne({ where: { type: 'contributor' } })) as { id: number };
  role = found.id;
});

/** The only parser: fails on anything that is not a refusal as described in docs/api.md. */
function parse(status: number, body: unknown): Said {
  const { data, error } = body as { data: null; error: Said };
  expect(data).toBeNull();
  expect(error).toEqual({
    status,
    name: expect.stringMatching(/^[A-Z]\w+$/) as string,
    message: expect.stringMatching(/\S/) as string,
    details: expect.objectContaining({ code: error.details.errors[0]?.code }) as object,
  });
  for (const one of error.details.errors) {
    expect(Object.keys(one).sort()).toEqual(['code', 'message', 'path']);
    expect(CATALOGUES.de.refusals).toHaveProperty([one.code]);
    expect(one.path.every((part) => typeof part === 'string' || Number.isInteger(part))).toBe(true);
  }
  return error;
}

/** The lists of `/api`. */
const COLLECTIONS = [
  'advisory-contacts',
  'businesses',
  'campaigns',
  'categories',
  'city-profile',
  'districts',
  'linked-portals',
  'offers',
  'organisations',
  'press-notices',
];

const json = { 'content-type': 'application/json' };

const CASES: Readonly<
  Record<string, [path: string, options: () => RequestOptions, status: number, code: string]>
> = {
  'a wrong password': [
    '/api/auth/local',
    () => ({ body: { identifier: 'niemand@example.org', password: 'falsch' } }),
    400,
    'sign-in-failed',
  ],
  'a sign-in without a password': [
    '/api/auth/local',
    () => ({ body: { identifier: 'niemand@example.org' } }),
    400,
    'value-missing',
  ],
  'a short new password': [
    '/api/auth/change-password',
    () => ({
      token: contributor.token,
      body: { currentPassword: 'x', password: 'kurz', passwordConfirmation: 'kurz' },
    }),
    400,
    'password-short',
  ],
  'a registration': ['/api/auth/local/register', () => ({ body: { role: 1 } }), 400, 'username-shape'],
  'a token that does not hold': ['/api/businesses', () => ({ token: 'x' }), 401, 'credentials-invalid'],
  'a way that is closed': ['/api/users', () => ({}), 404, 'no-such-address'],
  'an unknown address': ['/api/nothing', () => ({}), 404, 'no-such-address'],
  'an address that nothing is sent to': ['/api/nothing', () => ({ body: {} }), 404, 'no-such-address'],
  'a document that is not there': ['/api/businesses/nichts', () => ({}), 404, 'not-found'],
  'a method that is not there': ['/api/businesses', () => ({ method: 'PATCH' }), 405, 'method-not-allowed'],
  'an unknown key': ['/api/businesses?filters[nichts]=1', () => ({}), 400, 'key-unknown'],
  'a draft': ['/api/businesses?status=draft', () => ({}), 400, 'drafts'],
  'a broken body': [
    '/api/auth/local',
    () => ({ method: 'POST', headers: json, body: '{"identifier":' }),
    400,
    'json-malformed',
  ],
  'a parameter of the directory': ['/api/directory/search?page=0', () => ({}), 400, 'page-range'],
  'a listing that is not there': [
    '/api/directory/listings/business/nichts',
    () => ({}),
    404,
    'listing-not-found',
  ],
  'a portal without a token': ['/api/feed/events', () => ({}), 401, 'token-missing'],
  'a feed of notices': ['/api/press-notices/feed.rss?x=1', () => ({}), 400, 'parameter-unknown'],
  'self-service without an account': ['/api/my/businesses', () => ({}), 403, 'forbidden'],
  'a field of self-service': [
    '/api/my/businesses',
    () => ({ token: contributor.token, body: { data: { owner: 1 } } }),
    400,
    'field-not-writable',
  ],
  'a report': ['/api/reports', () => ({ body: {} }), 400, 'notice-message'],
  'the panel without a session': ['/admin/users/me', () => ({}), 401, 'credentials-invalid'],
  'the panel, a wrong password': [
    '/admin/login',
    () => ({ body: { email: 'niemand@example.org', password: 'falsch' } }),
    400,
    'sign-in-failed',
  ],
  // Strapi looks for the name letter by letter, and keeps of what the document service throws its sentence alone.
  'the panel, an account whose name is taken in other letters': [
    '/content-manager/collection-types/plugin::users-permissions.user',
    () => ({
      token: admin.token,
      body: {
        ...NEW_ACCOUNT,
        username: contributor.username.toUpperCase(),
        role: { connect: [{ id: role }] },
      },
    }),
    400,
    'username-taken',
  ],
  'the panel, a decision': [
    '/moderation/documents/api::business.business/nichts/suspend',
    () => ({ token: admin.token, body: { reason: 'x' } }),
    404,
    'not-found',
  ],
  'the panel, a portal': [
    '/portal-feed/portals',
    () => ({ token: admin.token, body: { data: { filter: { postcodes: ['x'] } } } }),
    400,
    'field-shape',
  ],
  'the panel, a field of an entry': [
    '/content-manager/collection-types/api::business.business',
    () => ({ token: admin.token, body: { name: 'X', contact: { email: 'x' } } }),
    400,
    'email-malformed',
  ],
};

describe.each(Object.entries(CASES))('%s', (_what, [path, options, status, code]) => {
  it('is refused in the same form, in German and in English', async () => {
    const say = async (language: string): Promise<Said> => {
      const { headers, ...rest } = options();
      const answer = await request(path, { ...rest, headers: { ...headers, 'accept-language': language } });
      return parse(answer.status, answer.body);
    };
    const [german, english] = [await say('de'), await say('en')];
    expect([german.status, german.details.code]).toEqual([status, code]);
    expect(english.details.errors.map((one) => one.code)).toEqual(
      german.details.errors.map((one) => one.code),
    );
    expect(german.message).not.toBe(english.message);
  });
});

describe('a name that is not there', () => {
  const said = async (query: string): Promise<Said> => {
    const { status, body } = await request(query, { headers: { 'accept-language': 'en' } });
    return parse(status, body);
  };
  const possibleIn = ({ message }: Said): string[] =>
    (/Possible are: (.*)\.$/.exec(message)?.[1] ?? '').split(', ').filter(Boolean);

  it.each([
    ['?foo=1', ['foo'], 'populate'],
    ['?filters[categories][nam]=x', ['filters', 'categories', 'nam'], 'name'],
    ['?filters[name][$like]=x', ['filters', 'name', '$like'], '$containsi'],
    ['?sort=categories.nam', ['sort', 'nam'], 'name'],
    ['?fields=name,nam', ['fields', 'nam'], 'name'],
    ['?populate=gallery', ['populate', 'gallery'], 'photos'],
    ['?populate[logo][populate]=imag', ['populate', 'logo', 'populate', 'imag'], 'image'],
  ])('%s: the refusal says where, and what there is', async (query, path, possible) => {
    const refusal = await said(`/api/businesses${query}`);
    expect(refusal.details.errors).toMatchObject([{ code: 'key-unknown', path }]);
    expect(possibleIn(refusal)).toContain(possible);
  });

  it.each(COLLECTIONS)('of %s what is possible is accepted', async (collection) => {
    for (const [use, asked] of [
      ['fields', (names: string[]) => `fields=${names.join(',')}`],
      ['populate', (names: string[]) => `populate=${names.join(',')}`],
      ['filters', (names: string[]) => names.map((name) => `filters[${name}][$notNull]=true`).join('&')],
    ] as const) {
      const possible = possibleIn(
        await said(`/api/${collection}?${use}${use === 'filters' ? '[nam]' : ''}=nam`),
      );
      // Conditions that lead into lists are counted.
      const batches = use === 'filters' ? possible.map((name) => [name]) : [possible];
      for (const names of batches.filter((batch) => batch.length > 0))
        expect([names, (await request(`/api/${collection}?${asked(names)}`)).status]).not.toEqual([
          names,
          400,
        ]);
    }
  });

  it('is none where it is a field that is worked out', async () => {
    const answer = await request('/api/campaigns?fields=title,state');
    expect(answer.status).toBe(200);
    expect((await request('/api/campaigns?fields=state')).status).toBe(200);
    expect((await said('/api/campaigns?filters[state]=ended')).details.code).toBe('key-unknown');
  });
});

it.each([
  ['a draft', '{ businesses(status: DRAFT) { name } }', 'drafts'],
  ['a mutation', 'mutation { __typename }', 'read-only'],
  ['a field that is not there', '{ businesses { nichts } }', 'query-invalid'],
  ['a parameter of the search', '{ directorySearch(page: 0) { data { name } } }', 'page-range'],
])('GraphQL says the same of %s in extensions.error', async (_what, query, code) => {
  const { body } = await graphql(query, undefined, { headers: { 'accept-language': 'en' } });
  const error = body.errors?.[0]?.extensions?.error;
  expect(parse(error?.status ?? 0, { data: null, error }).details.code).toBe(code);
  expect(body.errors?.[0]?.message).toBe(error?.message);
});

it('GraphQL says where the schema is', async () => {
  const { body } = await graphql('{ businesses { nam } }', undefined, {
    headers: { 'accept-language': 'en' },
  });
  expect(body.errors?.[0]?.message).toContain(
    'the schema (/api/schema.graphql): Cannot query field "nam" on type "Business".',
  );
});

describe('an editor', () => {
  const write = (headers: Record<string, string>, query = '') =>
    request<{ error: Said }>(`/content-manager/collection-types/api::business.business${query}`, {
      token: admin.token,
      body: { name: 'X', contact: { email: 'x' } },
      headers,
    });

  it.each([
    ['what the panel sends', { 'accept-language': 'de' }, '', /keine E-Mail-Adresse/],
    ['what the panel sends, whatever translation', { 'accept-language': 'de' }, '?locale=en', /keine E-Mail/],
    ['the profile where nothing is sent', { 'accept-language': '*' }, '?locale=de', /not an e-mail address/],
  ])('is answered in %s', async (_what, headers, query, sentence) => {
    expect((await write(headers, query)).body.error.message).toMatch(sentence);
  });
});
