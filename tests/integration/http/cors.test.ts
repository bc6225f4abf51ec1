import { createBusiness, createCityProfile, request } from '../../support';

const ORIGINS = ['https://stadt.example', 'https://andere.example', undefined];

const asked = (path: string, origin: string | undefined, headers: Record<string, string> = {}) =>
  request(path, { headers: { ...(origin === undefined ? {} : { origin }), ...headers } });

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
});

describe('with CORS_ORIGINS=*', () => {
  // Twice each: from Koa and from memory.
  it.each([
    '/api/businesses',
    '/api/businesses',
    '/api/directory/search',
    '/api/directory/search',
    '/api/businesses?x=1',
    '/nothing',
  ])('%s says the same to every site', async (path) => {
    for (const origin of ORIGINS) {
      const { headers } = await asked(path, origin);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary') ?? '').not.toMatch(/origin/i);
      const exposed = (headers.get('access-control-expose-headers') ?? '').split(/,\s*/);
      expect(exposed).toEqual(
        expect.arrayContaining([
          ...['ETag', 'Link', 'Content-Disposition', 'Content-Language'],
          ...['Retry-After', 'RateLimit', 'RateLimit-Policy'],
        ]),
      );
    }
  });

  it.each([
    ...['content-type', 'authorization', 'accept-language', 'if-match', 'if-none-match'],
    ...[
      'apollo-require-preflight',
      'x-requested-with',
      'traceparent',
      'tracestate',
      'sentry-trace',
      'baggage',
    ],
  ])('%s passes the preflight', async (name) => {
    const { status, headers } = await request('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://stadt.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': name,
      },
    });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect((headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/,\s*/)).toContain(name);
  });

  it('GraphQL is asked by GET with the header that the documentation names', async () => {
    const query = encodeURIComponent('{ businesses { name } }');
    const { status } = await asked(`/graphql?query=${query}`, ORIGINS[0], {
      'apollo-require-preflight': '1',
    });
    expect(status).toBe(200);
  });
});
