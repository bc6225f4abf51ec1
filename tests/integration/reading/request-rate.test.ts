/** @jest-environment-options {"env": {"RATE_LIMIT_PER_MINUTE": "20", "CORS_ORIGINS": "https://stadt.example"}} */
import { createApiToken, createCityProfile, request } from '../../support';
import { createPortal } from '../../support/feed';

beforeAll(() => createCityProfile());

describe('CORS', () => {
  it.each(['/api/businesses', '/graphql'])('%s names only the listed origin', async (path) => {
    const ask = (origin: string) =>
      request(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });
    expect((await ask('https://stadt.example')).headers.get('access-control-allow-origin')).toBe(
      'https://stadt.example',
    );
    expect((await ask('https://boese.example')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await ask('https://stadt.example')).headers.get('vary')).toMatch(/origin/i);
  });
});

describe('an answer from memory', () => {
  it('costs a twentieth, and says what is left like one from Koa', async () => {
    const path = '/api/directory/stats';
    const answers = [];
    for (let count = 0; count < 60; count += 1) answers.push(await request(path));
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers.get('ratelimit-policy')).toBe('"address";q=20;w=60');
      expect(headers.get('ratelimit')).toMatch(/^"address";r=\d+;t=\d+$/);
    }
    const etag = answers.at(-1)?.headers.get('etag') ?? '';
    const same = await request(path, { headers: { 'if-none-match': etag } });
    expect([same.status, same.headers.get('ratelimit')]).toEqual([304, expect.stringContaining('r=')]);
  });
});

/** Asks what nobody has asked before, so that it has to be worked out, until the address has spent its budget. */
async function spendAll(headers: Record<string, string> = {}) {
  for (let count = 1; count <= 60; count += 1) {
    asked += 1;
    const answer = await request(`/api/businesses?pagination[page]=${asked}`, { headers });
    if (answer.status === 429) return answer;
    expect(answer.status).toBe(200);
  }
  throw new Error('Sixty requests in a row were answered.');
}
let asked = 1_000;

describe('the request rate', () => {
  it('ends in 429 with Retry-After, and X-Forwarded-For does not help', async () => {
    const refused = await spendAll({ 'x-forwarded-for': '10.0.0.1' });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers.get('ratelimit')).toMatch(/^"address";r=0;t=\d+$/);
    expect(
      (await request('/api/businesses', { headers: { 'x-forwarded-for': '10.0.0.2' } })).headers.get(
        'ratelimit-policy',
      ),
    ).toBe('"address";q=20;w=60');
  });

  it('does not affect the health check, nor the page about the API', async () => {
    await spendAll();
    expect((await request('/_health')).status).toBe(204);
    expect((await request('/docs')).status).toBe(200);
  });

  it('leaves an API token and a portal their own', async () => {
    const token = await createApiToken({ type: 'read-only' });
    const portal = await createPortal();
    const asToken = () => request('/api/businesses', { token });
    const asPortal = () => request('/api/feed/events', { token: portal.token });
    for (const ask of [asToken, asPortal]) expect((await ask()).status).toBe(200);
    await spendAll();
    for (const ask of [asToken, asPortal]) {
      const { status, headers } = await ask();
      expect([status, headers.get('ratelimit-policy')]).toEqual([200, '"token";q=20;w=60']);
    }
  });
});
