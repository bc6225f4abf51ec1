/** @jest-environment-options {"env": {"RATE_LIMIT_PER_MINUTE": "20", "CORS_ORIGINS": "https://stadt.example"}} */
import { createCityProfile, request } from '../../support';

beforeAll(() => createCityProfile());

describe('CORS', () => {
  it.each(['/api/businesses', '/graphql'])('%s names only the listed origin', async (path) => {
    const ask = (origin: string) =>
      request(path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });
    expect((await ask('https://stadt.example')).headers.get('access-control-allow-origin')).toBe(
      'https://stadt.example',
    );
    expect((await ask('https://boese.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the request rate', () => {
  it('ends in 429 with Retry-After, and X-Forwarded-For does not help', async () => {
    let refused: { status: number; headers: Headers } | undefined;
    for (let count = 0; count < 60 && refused === undefined; count += 1) {
      const answer = await request('/api/businesses', { headers: { 'x-forwarded-for': `10.0.0.${count}` } });
      if (answer.status === 429) refused = answer;
    }
    expect(refused?.status).toBe(429);
    const seconds = Number(refused?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('does not affect the health check', async () => {
    expect((await request('/_health')).status).toBe(204);
  });
});
