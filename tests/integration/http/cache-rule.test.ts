import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  request,
} from '../../support';
import { isPublicRoute, routesToAsk, type RouteToAsk } from '../../support/routes';

const tokens: Record<string, string | undefined> = { anonymous: undefined };

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
  tokens.contributor = (await createContributor()).token;
  tokens.apiToken = await createApiToken({ type: 'read-only' });
  tokens.superAdmin = (await createAdmin()).token;
});

const askedOf = async ({ path, method }: RouteToAsk, token?: string, headers?: Record<string, string>) => {
  const answer = await request(path, { method, token, headers });
  return {
    status: answer.status,
    cacheControl: answer.headers.get('cache-control') ?? '',
    vary: answer.headers.get('vary') ?? '',
  };
};

describe('anything not known to be public', () => {
  it.each(['anonymous', 'contributor', 'apiToken', 'superAdmin'])(
    'must not be cached, whatever the route answers: %s',
    async (caller) => {
      // With credentials only reading, since the other methods would change something.
      const asked = routesToAsk().filter(
        (route) => !isPublicRoute(route) && (caller === 'anonymous' || route.method === 'GET'),
      );
      expect(asked.length).toBeGreaterThan(50);
      const wrong: unknown[] = [];
      for (const route of asked) {
        const { status, cacheControl, vary } = await askedOf(route, tokens[caller]);
        const isKept = cacheControl !== 'no-store' || !/Authorization/i.test(vary) || !/Cookie/i.test(vary);
        if (isKept) wrong.push({ ...route, status, cacheControl, vary });
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['an address that does not exist', '/nothing-here/at-all'],
    ['an unknown address of the content API', '/api/nothing'],
    ['a public address written otherwise', '/API/businesses'],
    ['an error', '/api/businesses?unknown=1'],
  ])('%s is no-store', async (_what, path) => {
    const { cacheControl } = await askedOf({ route: path, path, method: 'GET' }, undefined, {
      cookie: 'a=b',
    });
    expect(cacheControl).toBe('no-store');
  });

  it('the answer to a log-in', async () => {
    const answer = await request('/api/auth/local', { body: { identifier: 'a', password: 'b' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what is public', () => {
  const PATHS = [
    '/api/businesses',
    '/api/directory/search?q=a',
    '/api/openapi.json',
    '/docs',
    '/api/feed/schema',
  ];

  it.each(PATHS)(
    '%s may be cached but has to be revalidated',
    async (path) => {
      for (const headers of [{}, { cookie: 'other=application' }] as Record<string, string>[]) {
        const answer = await askedOf({ route: path, path, method: 'GET' }, undefined, headers);
        expect(answer).toMatchObject({ status: 200, cacheControl: 'public, max-age=0, must-revalidate' });
        expect(answer.vary).toMatch(/Authorization/);
      }
      // The first OpenAPI document takes seconds on a busy machine.
    },
    120_000,
  );

  it('is private for requests with a token', async () => {
    const answer = await askedOf({ route: '', path: '/api/businesses', method: 'GET' }, tokens.apiToken);
    expect(answer).toMatchObject({ status: 200, cacheControl: 'private, no-cache' });
  });
});
