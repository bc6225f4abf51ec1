import { createBusiness, createCityProfile, graphql, request } from '../../support';

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
});

const NESTED = Array.from({ length: 40 }, () => '[$and][0]').join('');

describe('no query causes a server error', () => {
  it.each([
    'pagination[pageSize]=0',
    'pagination[pageSize]=-1',
    'pagination[pageSize]=1000000000',
    'pagination[pageSize]=1e9',
    'pagination[page]=abc',
    'pagination[page]=0',
    'pagination[page]=99999999999999999999',
    'pagination[limit]=-1',
    'pagination[start]=-5',
    'pagination=5',
    'pagination[page]=1&pagination[limit]=5',
    'filters=abc',
    'filters[]=abc',
    'filters[$and][0]=x',
    'filters[id]=abc',
    'filters[id]=99999999999999999999',
    'filters[location][latitude]=abc',
    'filters[name][$between]=a',
    'filters[name][$unheard]=a',
    'filters[name][$jsonSupersetOf]=x',
    'filters[constructor][prototype]=1&fields=constructor',
    'sort=name:sideways',
    'sort=__proto__',
    'populate=__proto__',
    'populate=nothing',
    'fields=constructor',
    'fields[0][a]=b',
    '_q[a]=b',
    `_q=${'x'.repeat(300)}`,
    'filters[name]=%00',
    'filters[%00]=a',
    'locale=%00',
    'locale=../../etc/passwd',
    'unknown=1',
    `filters${NESTED}[name]=x`,
    Array.from({ length: 400 }, (_value, index) => `filters[$or][${index % 90}][name][$in][${index}]=x`).join(
      '&',
    ),
  ])('%s is answered 400', async (parameters) => {
    const { status, body } = await request<{ error: { message: string } }>(`/api/businesses?${parameters}`);
    expect(status).toBe(400);
    expect(body.error.message).not.toBe('');
  });

  it.each([
    '__proto__[x]=1',
    'filters[__proto__][x]=1',
    'filters[name][$null]=maybe',
    'filters[chain]=maybe',
    'filters[name][$in]=a&filters[name][$in]=b',
    '_q=%25%5C%27%22',
    '_q=%F0%9F%A5%96',
    'filters[name][$contains]=%25_%5C',
    'filters=',
    'sort=',
    'sort[]=',
    'populate=',
    'fields=*',
  ])('%s is answered without a server error', async (parameters) => {
    const { status } = await request(`/api/businesses?${parameters}`);
    expect(status).toBeLessThan(500);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    ['/api/businesses/%00', 400],
    ['/api/businesses/%E0%A4%A', 400],
    ['/api/businesses/nope', 404],
    ['/api/businesses/1', 404],
    ['/api/businesses/*', 404],
    [`/api/businesses/${'x'.repeat(2_000)}`, 404],
    [`/api/businesses?_q=${'x'.repeat(9_000)}`, 400],
    ['/api/businesses/%27%20or%201=1--', 404],
    ['/api/..%2f..%2fetc/passwd', 404],
    ['/api/press-notices/feed.xml', 404],
  ])('%s is answered %i', async (path, expected) => {
    expect((await request(path)).status).toBe(expected);
  });

  it.each(['$contains', '$startsWith'])(
    'the filter %s on a list of JSON is answered 400',
    async (operator) => {
      const { status } = await request(`/api/city-profile?filters[postcodes][${operator}]=4`);
      expect(status).toBe(400);
    },
  );

  it.each(['contains', 'startsWith'])(
    'GraphQL says that %s does not fit a list of JSON',
    async (operator) => {
      const { body } = await graphql(`{ categories(filters: { terms: { ${operator}: "x" } }) { name } }`);
      expect(JSON.stringify(body)).toContain('BAD_USER_INPUT');
      expect(JSON.stringify(body)).not.toContain('INTERNAL_SERVER_ERROR');
    },
  );

  it.each([
    ['a multipart form that ends early', { 'content-type': 'multipart/form-data; boundary=b' }],
    ['a multipart form without boundary', { 'content-type': 'multipart/form-data' }],
    ['JSON that is not gzip', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('%s is answered 415', async (_what, headers) => {
    const { status } = await request('/api/auth/local', { method: 'POST', body: '--b', headers });
    expect(status).toBe(415);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not offered on read-only routes', async (method) => {
    for (const path of [
      '/api/businesses',
      '/api/city-profile',
      '/api/press-notices/feed.rss',
      '/api/openapi.json',
      '/docs',
    ])
      expect([404, 405]).toContain((await request(path, { method, body: {} })).status);
  });

  it('a body that is not JSON, or contains a null character, is answered 400', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const body of ['{bad', '{"identifier":"a\\u0000","password":"x"}', '[]'])
      expect((await request('/api/auth/local', { method: 'POST', body, headers })).status).toBe(400);
    expect((await request('/graphql', { method: 'POST', body: '{bad', headers })).status).toBe(400);
  });

  it('never reveals a stack trace', async () => {
    for (const path of ['/api/businesses?filters[id]=abc', '/api/businesses?status=draft', '/api/nothing'])
      expect((await request(path)).text).not.toMatch(/node_modules|\.js:\d+|select "/);
  });
});

describe('GraphQL has limits', () => {
  const repeat = (count: number, text: (index: number) => string): string =>
    Array.from({ length: count }, (_value, index) => text(index)).join(' ');

  it.each([
    ['depth', `{ categories { ${repeat(8, () => 'parent {')} name ${repeat(8, () => '}')} } }`],
    ['root fields', `{ ${repeat(11, (index) => `f${index}: categories { name }`)} }`],
    ['aliases', `{ businesses { ${repeat(25, (index) => `a${index}: name`)} } }`],
    ['directives', `{ businesses { name ${repeat(25, () => '@include(if: true)')} } }`],
    ['tokens', `{ businesses { ${repeat(2_100, () => 'name')} } }`],
    ['fields', `{ businesses { ${repeat(450, () => 'name')} } }`],
    [
      'fields behind fragments',
      `query { businesses { ...A ...A ...A ...A ...A ...A } } fragment A on Business { ...B ...B ...B ...B ...B } fragment B on Business { ${repeat(15, () => 'name')} }`,
    ],
    [
      'cost',
      '{ businesses(pagination: { pageSize: 100 }) { categories { parent { parent { parent { parent { name } } } } } a: categories { parent { parent { parent { name } } } } b: categories { parent { parent { parent { name } } } } c: categories { parent { parent { parent { name } } } } d: categories { parent { parent { parent { name } } } } } }',
    ],
    ['a fragment within itself', '{ businesses { ...A } } fragment A on Business { name ...A }'],
  ])('of %s', async (_what, query) => {
    const { status, body } = await graphql(query);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).not.toBe('');
  });

  it('and answers what a site needs', async () => {
    const { body } = await graphql(`
      {
        businesses(pagination: { pageSize: 100 }) {
          documentId
          name
          slug
          summary
          description
          categories {
            name
            slug
            parent {
              name
            }
          }
          district {
            name
          }
          address {
            street
            houseNumber
            postcode
            place
          }
          location {
            latitude
            longitude
          }
          contact {
            phone
            website
            socialLinks {
              network
              url
            }
          }
          hours {
            service
            rule
            validFrom
            validThrough
            note
          }
          logo {
            alternativeText
            credit
            image {
              url
              width
              height
              formats
            }
          }
          attribution {
            text
            licenceUrl
          }
        }
        cityProfile {
          name
          hashtag
        }
      }
    `);
    expect(body.errors).toBeUndefined();
    expect(body.data?.businesses).toHaveLength(1);
  });

  it('accepts one operation per request', async () => {
    const { status } = await request('/graphql', {
      body: [{ query: '{ businesses { name } }' }, { query: '{ offers { title } }' }],
    });
    expect(status).toBe(400);
  });

  it('answers GET to anyone, since nothing can be forged by it, and no form', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ businesses { name } }')}`;
    expect((await request(path)).status).toBe(200);
    const written = await request(`/graphql?query=${encodeURIComponent('mutation { logout }')}`);
    expect(written.status).toBe(400);
    const form = await request('/graphql', {
      method: 'POST',
      body: 'query={businesses{name}}',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415);
  });

  it('reveals neither where nor how something failed', async () => {
    const { text } = await graphql('{ businesses(filters: { name: { eq: "\\u0000" } }) { name } }');
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toMatch(/stacktrace|node_modules|select "/);
  });
});
