/** @jest-environment-options {"env": {"NODE_ENV": "production", "COOKIE_SECURE": "false", "RATE_LIMIT_PER_MINUTE": "40"}} */
import { createCityProfile, request, startedApp } from '../../support';

const POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "frame-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "object-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
].join(';');

beforeAll(() => createCityProfile());

it.each(['/api/businesses', '/admin', '/admin/init', '/graphql', '/_health', '/nothing', '/API/businesses'])(
  '%s sends exactly the configured content security policy',
  async (path) => {
    const { headers } = await request(path);
    expect(headers.get('content-security-policy')).toBe(POLICY);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strapi')).toBeNull();
  },
);

it('slow senders are limited, and so is their number', () => {
  const { headersTimeout, requestTimeout, maxConnections } = startedApp().strapi.server.httpServer;
  expect(headersTimeout).toBe(15_000);
  expect(requestTimeout).toBe(120_000);
  expect(maxConnections).toBe(2_000);
});

it('requests to the panel and unknown addresses are limited per client, separately from reading', async () => {
  const seen: number[] = [];
  for (let index = 0; index < 60; index += 1)
    seen.push((await request(['/admin/init', '/upload', '/nothing', '/Admin/init'][index % 4] ?? '')).status);
  expect(seen).toContain(429);
  expect((await request('/_health')).status).toBe(204);
});
