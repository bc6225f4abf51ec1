/** @jest-environment-options {"env": {"METRICS_TOKEN": "metrics-token-of-the-tests", "CACHE_MAX_BYTES": "400000"}} */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  createBusiness,
  createCityProfile,
  createContributor,
  createDocument,
  request,
  startedApp,
  type Stored,
} from '../../support';
import { cacheMetrics, METRICS_TOKEN } from '../../support/cache-metrics';
import { rawBytes, rawRequest, type RawAnswer } from '../../support/raw-request';

// On two shared cores, a test with a hundred requests takes a while.
jest.setTimeout(120_000);

let business: Stored;

beforeAll(async () => {
  await createCityProfile();
  business = await createBusiness({
    name: 'Blumen Zwischenspeicher',
    summary: 'Sträuße und Kränze.',
    description: 'Blumen für jeden Anlass. '.repeat(80),
  });
  await createDocument('api::press-notice.press-notice', {
    title: 'Mitteilung',
    publishedOn: '2026-01-02',
    author: 'Stadt',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }],
  });
});

// Any cookie counts as a credential, so the request goes to Koa.
const byKoa = { cookie: 'a=b' };

const json = { 'content-type': 'application/json' };

const ask = (query: string, variables?: object, headers: Record<string, string> = {}): Promise<RawAnswer> =>
  rawRequest('/graphql', {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ query, variables }),
  });

/** The outcomes of the requests sent by `work`. */
async function resultsOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await cacheMetrics();
  await work();
  const after = await cacheMetrics();
  return Object.fromEntries(
    Object.entries(after.requests)
      .map(([result, count]) => [result, count - (before.requests[result] ?? 0)] as const)
      // Fetching the metrics is a request as well.
      .map(([result, count]) => [result, result === 'koa' ? count - 1 : count] as const)
      .filter(([, count]) => count > 0),
  );
}

const settled = ({ status, headers, body }: RawAnswer): object => {
  const { date: _date, connection: _connection, 'keep-alive': _keepAlive, vary: _vary, ...kept } = headers;
  return { status, headers: kept, body: body.toString('utf8') };
};

const varied = ({ headers }: RawAnswer): string[] =>
  (headers.vary ?? '').split(',').map((name) => name.trim());

describe('an answer from memory', () => {
  it.each([
    ['a list', '/api/businesses'],
    ['a list with relations', '/api/businesses?populate=categories&sort=name'],
    ['a filtered list', '/api/businesses?filters[name][$containsi]=blumen&locale=de'],
    ['an empty page', '/api/businesses?pagination[page]=900'],
    ['the city profile', '/api/city-profile'],
    ['an empty collection', '/api/campaigns'],
    ['notices', '/api/press-notices'],
    ['RSS', '/api/press-notices/feed.rss'],
    ['JSON Feed', '/api/press-notices/feed.json?locale=de'],
    ['OpenAPI', '/api/openapi.json'],
    ['a refused parameter', '/api/businesses?utm_source=x'],
    ['drafts', '/api/businesses?status=draft'],
    ['what does not exist', '/api/businesses/aaaaaaaaaaaaaaaaaaaaaaaa'],
    ['a search', '/api/directory/search?q=blumen&facets=category'],
    ['a list', '/api/directory/search?type=business&locale=en'],
    ['who serves an address', '/api/directory/search?serves=51.4901,7.5032,44263'],
    ['whom it is meant for', '/api/directory/search?audience=founder&facets=audience'],
    ['sister portals', '/api/linked-portals?sort=rank'],
    ['suggestions', '/api/directory/suggest?q=blu'],
    ['a table', '/api/directory/search.csv?type=business'],
    ['the map', '/api/directory/map.geojson'],
    ['totals', '/api/directory/stats'],
    ['a listing that does not exist', '/api/directory/listings/business/niemand'],
    ['a refused search', '/api/directory/search?nonsense=1'],
  ])('equals that of Koa: %s', async (_what, path) => {
    const [first, second, koa] = [
      await rawRequest(path),
      await rawRequest(path),
      await rawRequest(path, { headers: byKoa }),
    ];
    expect(settled(first)).toEqual(settled(koa));
    expect(settled(second)).toEqual(settled(koa));
    expect(varied(second)).toEqual(expect.arrayContaining(varied(koa).filter(Boolean)));
  });

  it('for one document equals that of Koa, in the requested language', async () => {
    for (const path of [
      `/api/businesses/${business.documentId}`,
      `/api/businesses/${business.documentId}?locale=en`,
    ])
      expect(settled(await rawRequest(path))).toEqual(settled(await rawRequest(path, { headers: byKoa })));
  });

  it.each([
    ['', undefined, 'application/json'],
    ['', 'application/ld+json', 'application/ld+json'],
    ['', 'text/html,*/*;q=0.8', 'application/json'],
    ['', 'image/png', 'application/json'],
    ['.jsonld', undefined, 'application/ld+json'],
    ['.json', 'application/ld+json', 'application/json'],
  ])('for one listing%s equals that of the directory for Accept: %s', async (ending, accept, type) => {
    const path = `/api/directory/listings/business/${String(business['slug'])}${ending}`;
    const headers: Record<string, string> = accept === undefined ? {} : { accept };
    const [first, second, koa] = [
      await rawRequest(path, { headers }),
      await rawRequest(path, { headers }),
      await rawRequest(path, { headers: { ...headers, ...byKoa } }),
    ];
    expect(koa.headers['content-type']).toContain(type);
    expect(settled(first)).toEqual(settled(koa));
    expect(settled(second)).toEqual(settled(koa));
    expect(varied(second)).toEqual(expect.arrayContaining(varied(koa)));
  });

  it('equals that of Apollo', async () => {
    const query = '{ businesses { documentId name categories { name } } }';
    const [first, second, apollo] = [await ask(query), await ask(query), await ask(query, {}, byKoa)];
    expect(settled(first)).toEqual(settled(apollo));
    expect(settled(second)).toEqual(settled(apollo));
    expect(second.headers['cache-control']).toBe('no-store');
  });

  it.each([undefined, 'https://example.org', 'null'])('allows the origin %s as Koa does', async (origin) => {
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    await rawRequest('/api/districts', { headers });
    const [memory, koa] = [
      await rawRequest('/api/districts', { headers }),
      await rawRequest('/api/districts', { headers: { ...headers, ...byKoa } }),
    ];
    expect(memory.headers['access-control-allow-origin']).toBe(koa.headers['access-control-allow-origin']);
    expect(settled(memory)).toEqual(settled(koa));
  });

  it('counts as a hit the second time', async () => {
    await rawRequest('/api/offers?locale=de');
    expect(await resultsOf(() => rawRequest('/api/offers?locale=de'))).toEqual({ hit: 1 });
  });
});

describe('validators', () => {
  it('answer 304 to the tag, its weak form, a list and *, without a body', async () => {
    const { headers } = await rawRequest('/api/businesses');
    const tag = headers.etag ?? '';
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const answer = await rawRequest('/api/businesses', { headers: { 'if-none-match': known } });
      expect(answer.status).toBe(304);
      expect(answer.body).toHaveLength(0);
      expect(answer.headers).toMatchObject({
        etag: tag,
        'cache-control': 'public, max-age=0, must-revalidate',
      });
      expect(answer.headers['content-length']).toBeUndefined();
      expect(varied(answer)).toContain('Accept-Encoding');
    }
    expect((await rawRequest('/api/businesses', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  it('differ by encoding, and only that of the requested encoding matches', async () => {
    const plain = await rawRequest('/api/businesses');
    const brotli = await rawRequest('/api/businesses', { headers: { 'accept-encoding': 'br' } });
    expect(brotli.headers.etag).not.toBe(plain.headers.etag);
    const asked = await rawRequest('/api/businesses', {
      headers: { 'accept-encoding': 'br', 'if-none-match': plain.headers.etag ?? '' },
    });
    expect(asked.status).toBe(200);
  });

  it('survive a change that the answer does not show', async () => {
    const before = await rawRequest('/api/businesses?filters[name][$eq]=niemand');
    await createBusiness();
    const after = await rawRequest('/api/businesses?filters[name][$eq]=niemand', {
      headers: { 'if-none-match': before.headers.etag ?? '' },
    });
    expect(after.status).toBe(304);
  });
});

describe('encodings', () => {
  it.each([
    ['br', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip, deflate', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['identity', undefined, (body: Buffer) => body],
  ] as const)('%s', async (accepted, encoding, open) => {
    const plain = await rawRequest('/api/businesses?populate=*');
    for (let time = 0; time < 2; time += 1) {
      const answer = await rawRequest('/api/businesses?populate=*', {
        headers: { 'accept-encoding': accepted },
      });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(open(answer.body).equals(plain.body)).toBe(true);
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
    }
  });

  it('small answers stay plain', async () => {
    const answer = await rawRequest('/api/campaigns', { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(varied(answer)).toContain('Accept-Encoding');
  });
});

describe('HEAD', () => {
  it.each(['/api/organisations', '/api/businesses?populate=*&locale=de'])(
    '%s has the headers of GET',
    async (path) => {
      const [head, get] = [await rawRequest(path, { method: 'HEAD' }), await rawRequest(path)];
      expect(head.body).toHaveLength(0);
      expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
    },
  );
});

describe('the cache key', () => {
  it.each([
    ['/api/businesses?locale=de&filters[slug]=a', '/api/businesses?filters%5Bslug%5D=a&locale=de'],
    ['/api/offers?sort=title&populate=business', '/api/offers?populate=business&&sort=title'],
  ])('is the same for %s and %s', async (one, other) => {
    await rawRequest(one);
    expect(await resultsOf(() => rawRequest(other))).toEqual({ hit: 1 });
  });

  it('is the same for a GraphQL query however it is laid out', async () => {
    await ask('query A($n: String) { businesses(filters: { name: { eq: $n } }) { name } }', {
      n: 'x',
      other: 1,
    });
    const again = (): Promise<RawAnswer> =>
      ask('query A($n: String) {\n businesses(filters: {name: {eq: $n}}) { name } # x\n}', { n: 'x' });
    expect(await resultsOf(again)).toEqual({ hit: 1 });
  });

  it('differs by the order of sort keys', async () => {
    await rawRequest('/api/businesses?sort[name]=asc&sort[slug]=asc');
    const other = (): Promise<RawAnswer> => rawRequest('/api/businesses?sort[slug]=asc&sort[name]=asc');
    expect(await resultsOf(other)).toEqual({ miss: 1 });
  });

  it('includes the host if links begin with it, so that nobody else gets them', async () => {
    const evil = await rawRequest('/api/press-notices/feed.json', { headers: { host: 'evil.example' } });
    expect(evil.body.toString()).toContain('evil.example');
    const good = await rawRequest('/api/press-notices/feed.json', { headers: { host: 'stadt.example' } });
    expect(good.body.toString()).not.toContain('evil.example');
    const forwarded = await rawRequest('/api/openapi.json', {
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    expect(forwarded.body.toString()).not.toContain('evil.example');
  });
});

describe('not cached', () => {
  it('refused requests, however often', async () => {
    const refused = async (): Promise<void> => {
      for (let at = 0; at < 5; at += 1) {
        expect((await rawRequest('/api/businesses?unknown=1')).status).toBe(400);
        expect((await rawRequest('/api/businesses/aaaaaaaaaaaaaaaaaaaaaaab')).status).toBe(404);
        expect((await rawRequest('/api/businesses?unknown=1')).headers['cache-control']).toBe('no-store');
      }
    };
    const before = await cacheMetrics();
    expect(await resultsOf(refused)).toEqual({ miss: 15 });
    expect((await cacheMetrics()).answers).toBe(before.answers);
  });

  it('answers everyone in their own language', async () => {
    const german = await rawRequest('/api/businesses?status=draft', { headers: { 'accept-language': 'de' } });
    const english = await rawRequest('/api/businesses?status=draft', {
      headers: { 'accept-language': 'en' },
    });
    expect(german.body.toString()).not.toBe(english.body.toString());
  });

  it('GraphQL answers with errors, mutations and drafts', async () => {
    const draft = 'query A($s: PublicationStatus) { businesses(status: $s) { name } }';
    const asking = async (): Promise<void> => {
      for (let at = 0; at < 2; at += 1) {
        expect((await ask('{ nonsense }')).status).toBe(400);
        expect((await ask('mutation { createBusiness(data: {}) { documentId } }')).status).toBe(400);
        expect((await ask(draft, { s: 'DRAFT' })).status).toBe(400);
      }
    };
    expect((await resultsOf(asking)).hit).toBeUndefined();
  });

  it('requests with a body, of an unusual form, or with long headers', async () => {
    const asking = async (): Promise<void> => {
      await rawRequest('/api/districts', { headers: { 'content-length': '2' }, body: '{}' });
      await rawRequest('/api/districts', { headers: { 'strapi-response-format': 'v4' } });
      await rawRequest(`/api/districts?filters[name]=${'a'.repeat(5_000)}`);
      await ask(`{ districts { name } } #${'x'.repeat(70_000)}`);
    };
    expect(await resultsOf(asking)).toEqual({ koa: 4 });
  });

  it('the page that a browser sees at the address of GraphQL', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ districts { name } }')}`;
    const headers = { accept: 'text/html' };
    await rawRequest(path, { headers });
    expect(await resultsOf(() => rawRequest(path, { headers }))).toEqual({ koa: 1 });
    const first = await rawRequest(path);
    expect(first.headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': expect.stringMatching(/json/) as string,
    });
    expect(await resultsOf(() => rawRequest(path))).toEqual({ hit: 1 });
    const known = { 'if-none-match': first.headers.etag ?? '' };
    expect((await rawRequest(path, { headers: known })).status).toBe(304);
  });
});

describe('credentials', () => {
  it('are never answered from memory, and their answers are never cached', async () => {
    const { token } = await createContributor();
    await rawRequest('/api/businesses?locale=de');
    const asking = async (): Promise<void> => {
      const own = await rawRequest('/api/businesses?locale=de', {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(own).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-cache' } });
      const forged = await rawRequest('/api/businesses?locale=de', {
        headers: { authorization: 'Bearer x' },
      });
      expect(forged.status).toBe(401);
      await rawRequest('/api/businesses?locale=de', { headers: byKoa });
      await ask('{ districts { name } }', {}, { authorization: `Bearer ${token}` });
    };
    const before = await cacheMetrics();
    expect(await resultsOf(asking)).toEqual({ koa: 4 });
    expect((await cacheMetrics()).answers).toBe(before.answers);
  });

  it('a permission revoked from the public ends immediately, also for cached answers', async () => {
    const permissions = startedApp().strapi.db.query('plugin::users-permissions.permission');
    const where = { action: 'api::district.district.find', role: { type: 'public' } };
    expect((await rawRequest('/api/districts')).status).toBe(200);
    const right = (await permissions.findOne({ where, populate: { role: true } })) as {
      id: number;
      role: { id: number };
    };
    await permissions.delete({ where: { id: right.id } });
    expect((await rawRequest('/api/districts')).status).toBe(403);
    await permissions.create({ data: { action: 'api::district.district.find', role: right.role.id } });
    expect((await rawRequest('/api/districts')).status).toBe(200);
  });
});

describe('hostile requests', () => {
  it.each([
    '/api//businesses',
    '//api/businesses',
    '/API/businesses',
    '/api/businesses/',
    '/api/%62usinesses',
    '/api/businesses%3Flocale=de',
    '/api/businesses%00',
    '/api/businesses?q=%00',
    '/api/businesses?q=%',
    '/api/businesses?q=%ff',
    '/api/businesses/../offers',
    '/api/businesses/%2e%2e/offers',
    '/api/businesses/..%2foffers',
    '/api/./businesses',
    '/api/businesses;locale=de',
    '/api/businesses?filters[a=b]=c',
    '/api/businesses?locale=de&locale=en',
    '/api/businesses?locale[]=de',
    '/api/businesses?__proto__[a]=b',
    '/api/businesses?filters[constructor]=b',
    '/api/my/businesses',
    '/api/auth/local',
    '/api/feed/events',
    '/api/feed/snapshot',
    '/admin/init',
  ])('%s is answered as by Koa, whether or not it is cached', async (path) => {
    const koa = await rawRequest(path, { headers: byKoa });
    for (let time = 0; time < 2; time += 1) {
      const answer = await rawRequest(path);
      expect(answer.status).toBe(koa.status);
      expect(answer.body.toString('utf8')).toBe(koa.body.toString('utf8'));
    }
  });

  it('an address in absolute form is not taken for the path', async () => {
    const { host } = new URL(startedApp().url);
    const answer = await rawRequest(`http://${host}/api/businesses?locale=de`);
    expect(answer.status).toBe(404);
    expect((await rawRequest('http://evil.example/api/openapi.json')).body.toString()).not.toContain(
      'evil.example',
    );
  });

  it('pipelined requests are answered in their order', async () => {
    const line = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;
    const bytes =
      line('/api/businesses?locale=de') +
      line('/_health') +
      line('/api/districts') +
      line('/_health', 'Connection: close\r\n');
    const statuses = [...(await rawBytes(bytes)).matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    expect(statuses).toEqual(['200', '204', '200', '204']);
  });

  it('two lengths for one body are refused', async () => {
    const bytes =
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/districts HTTP/1.1\r\nHost: a\r\n\r\n';
    const answer = await rawBytes(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('a client that hangs up early harms nobody', async () => {
    const { hostname, port } = new URL(startedApp().url);
    const { connect } = await import('node:net');
    await Promise.all(
      Array.from(
        { length: 20 },
        (_, at) =>
          new Promise<void>((resolve) => {
            const socket = connect(Number(port), hostname, () => {
              socket.write(`GET /api/businesses?pagination[page]=${at + 1} HTTP/1.1\r\nHost: a\r\n\r\n`);
              setImmediate(() => socket.destroy());
            });
            socket.on('close', () => resolve());
          }),
      ),
    );
    expect((await request('/api/businesses')).status).toBe(200);
  });
});

describe('memory', () => {
  it('computes simultaneous identical requests only once', async () => {
    const path = '/api/businesses?populate=*&sort=slug';
    const results = await resultsOf(() => Promise.all(Array.from({ length: 20 }, () => rawRequest(path))));
    expect(results.miss).toBe(1);
    expect((results.joined ?? 0) + (results.hit ?? 0)).toBe(19);
  });

  it('stays within its bounds under a flood of requests', async () => {
    for (let at = 0; at < 60; at += 1)
      await rawRequest(`/api/businesses?populate=*&filters[name][$ne]=${at}`, {
        headers: { 'accept-encoding': at % 2 === 0 ? 'br' : 'gzip' },
      });
    const { bytes, answers } = await cacheMetrics();
    expect(bytes).toBeLessThanOrEqual(400_000);
    expect(answers).toBeGreaterThan(10);
  });

  it('is used again after the connection to the version was lost; Koa answers in the meantime', async () => {
    await rawRequest('/api/districts');
    const { strapi } = startedApp();
    const ended = await strapi.db.connection.raw<{ rows: unknown[] }>(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'stadtverbund version reader' and datname = current_database()`,
    );
    expect(ended.rows).toHaveLength(1);
    const isHit = async (): Promise<boolean> => {
      const results = await resultsOf(async () =>
        expect((await rawRequest('/api/districts')).status).toBe(200),
      );
      return results.hit === 1;
    };
    let again = false;
    for (let tries = 0; tries < 200 && !again; tries += 1) again = await isHit();
    expect(again).toBe(true);
  });
});

describe('what depends on time', () => {
  it('changes at its moment without any write', async () => {
    // Enough time to publish it on a busy machine.
    const endsAt = Date.now() + 5_000;
    const campaign = await createDocument('api::campaign.campaign', {
      business: business.documentId,
      kind: 'support',
      title: 'Neue Scheibe',
      story: 'Der Sturm war stark.',
      startsAt: new Date(endsAt - 60_000).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    });
    const path = `/api/campaigns/${campaign.documentId}`;
    const seen = new Set<string>();
    for (let asked = 0; asked < endsAt + 200;) {
      asked = Date.now();
      const { body } = await request<{ data: { state: string } }>(path);
      if (asked >= endsAt) expect(body.data.state).toBe('ended');
      if (Date.now() < endsAt) expect(body.data.state).toBe('running');
      seen.add(body.data.state);
    }
    expect([...seen]).toEqual(['running', 'ended']);
  });
});

describe('/metrics', () => {
  it.each([
    ['no token', {}],
    ['another token', { authorization: 'Bearer metrics-token-of-the-test' }],
    ['the token as another scheme', { authorization: 'Basic metrics-token-of-the-tests' }],
  ])('is closed to %s', async (_what, headers) => {
    const answer = await rawRequest('/metrics', { headers: headers });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body.toString()).not.toContain('stadtverbund_');
  });

  it('reports cache, latency, queues, feed and pools', async () => {
    const { text, headers } = await request('/metrics', { token: METRICS_TOKEN });
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const name of [
      'stadtverbund_cache_bytes',
      'stadtverbund_cache_answers',
      'stadtverbund_cache_version_reads_total',
      'stadtverbund_http_request_duration_seconds_bucket{le="0.005",result="hit"}',
      'stadtverbund_queue_jobs',
      'stadtverbund_feed_backlog',
      'stadtverbund_database_pool_connections{pool="strapi",state="used"}',
      'stadtverbund_database_pool_connections{pool="directory",state="waiting"}',
      'process_cpu_seconds_total',
    ])
      expect(text).toContain(name);
  });
});
