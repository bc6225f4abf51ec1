import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  createAdmin,
  createApiToken,
  createBusiness,
  createCityProfile,
  createContributor,
  createPortal,
} from '../../support';
import { rawRequest, type RawAnswer } from '../../support/raw-request';

type Headers = Record<string, string>;

const OPEN: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: (body) => brotliDecompressSync(body),
  gzip: (body) => gunzipSync(body),
};

const LIST = '/api/businesses?populate=*&pagination[pageSize]=100';

const callers: Record<string, Headers> = { cookie: { cookie: 'of=another-application' } };

beforeAll(async () => {
  await createCityProfile();
  for (let at = 0; at < 6; at += 1) await createBusiness({ syndicationConsent: true });
  const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
  callers['API token'] = bearer(await createApiToken({ type: 'read-only' }));
  callers.contributor = bearer((await createContributor()).token);
  callers.admin = bearer((await createAdmin()).token);
  callers.portal = bearer((await createPortal()).token);
}, 120_000);

const ask = (path: string, caller: string, headers: Headers = {}, method = 'GET'): Promise<RawAnswer> =>
  rawRequest(path, { method, headers: { ...callers[caller], ...headers } });

const varied = ({ headers }: RawAnswer): string[] =>
  String(headers.vary ?? '')
    .toLowerCase()
    .split(/\s*,\s*/);

// A snapshot contains the time at which it was made.
const settled = (body: Buffer | undefined): string =>
  String(body).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');

const LARGE: readonly [string, string][] = [
  ['API token', LIST],
  ['contributor', LIST],
  ['cookie', LIST],
  ['cookie', '/api/directory/search?pageSize=50'],
  ['cookie', '/api/directory/listings.csv'],
  ['cookie', '/api/openapi.json'],
  ['cookie', '/docs/swagger-ui-bundle.js'],
  ['admin', '/content-manager/collection-types/api::business.business?pageSize=50'],
  ['admin', '/content-manager/init'],
  ['portal', '/api/feed/events?limit=100'],
  ['portal', '/api/feed/snapshot'],
];

describe.each(LARGE)('for %s, %s', (caller, path) => {
  it.each([
    ['br', 'gzip, deflate, br'],
    ['gzip', 'gzip'],
  ])('is sent in %s', async (encoding, accepted) => {
    const plain = await ask(path, caller);
    expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
    const answer = await ask(path, caller, { 'accept-encoding': accepted });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([200, encoding]);
    expect(settled(OPEN[encoding]?.(answer.body))).toBe(settled(plain.body));
    expect(answer.body.length).toBeLessThan(plain.body.length / 2);
    for (const each of [plain, answer]) expect(varied(each)).toContain('accept-encoding');
    const { 'content-length': length } = answer.headers;
    if (length !== undefined) expect(length).toBe(String(answer.body.length));
  });
});

describe('conditional requests', () => {
  it('have a tag for each encoding, and match only that one', async () => {
    const tags = new Set<string>();
    for (const accepted of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': accepted };
      const { etag = '' } = (await ask(LIST, 'API token', headers)).headers;
      expect(etag).toMatch(/^"[\w-]+"$/);
      for (const known of tags)
        expect((await ask(LIST, 'API token', { ...headers, 'if-none-match': known })).status).toBe(200);
      const again = await ask(LIST, 'API token', { ...headers, 'if-none-match': etag });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
      expect(again.headers['content-encoding']).toBeUndefined();
      expect(varied(again)).toContain('accept-encoding');
      tags.add(etag);
    }
    expect(tags.size).toBe(3);
  });

  it('have the tags that the response cache gives', async () => {
    const headers = { 'accept-encoding': 'br' };
    const [memory, koa] = [await rawRequest(LIST, { headers }), await ask(LIST, 'cookie', headers)];
    expect(koa.headers.etag).toBe(memory.headers.etag);
  });
});

describe('HEAD', () => {
  it.each([
    ['API token', LIST],
    ['portal', '/api/feed/snapshot'],
  ])('for %s, %s has the headers of GET', async (caller, path) => {
    const headers = { 'accept-encoding': 'br' };
    const [head, get] = [await ask(path, caller, headers, 'HEAD'), await ask(path, caller, headers)];
    expect(head.body).toHaveLength(0);
    const about = ({ headers: all }: RawAnswer) => ({
      ...all,
      date: '',
      'transfer-encoding': '',
      'keep-alive': '',
    });
    expect(about(head)).toEqual(about(get));
  });
});

describe('is not compressed', () => {
  it.each([
    ['a small answer', 'contributor', '/api/campaigns', {}],
    ['what must not be changed on the way', 'API token', LIST, { 'cache-control': 'no-transform' }],
    ['a request that wants none', 'API token', LIST, { 'accept-encoding': 'br;q=0, gzip;q=0, identity' }],
  ])('%s', async (_what, caller, path, headers) => {
    const answer = await ask(path, caller, { 'accept-encoding': 'br, gzip', ...headers });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([200, undefined]);
  });

  // BREACH: input from an attacker and a secret must not share a compressed answer.
  it.each(['/admin/api-tokens', '/admin/users?pageSize=100', '/admin/permissions', '/portal-feed/portals'])(
    'an answer that may contain secrets: %s',
    async (path) => {
      const answer = await ask(path, 'admin', { 'accept-encoding': 'br, gzip' });
      expect([answer.status, answer.headers['content-encoding']]).toEqual([200, undefined]);
    },
  );

  it('an answer to a write', async () => {
    const answer = await rawRequest('/api/auth/local', {
      method: 'POST',
      headers: { 'accept-encoding': 'br', 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: 'x'.repeat(2_000), password: 'y' }),
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});
