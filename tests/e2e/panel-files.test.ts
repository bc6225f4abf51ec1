import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { rawRequest } from '../support/raw-request';

/** The scripts and styles of the panel's page, and one file that these load. */
const panelFiles = async (): Promise<string[]> => {
  const { body } = await rawRequest('/admin');
  return [...body.toString().matchAll(/(?:src|href)="(\/admin\/[^"]+\.(?:js|css))"/g)].map(
    ([, path = '']) => path,
  );
};

it('the panel’s files are compressed at build time and cached for good', async () => {
  const files = await panelFiles();
  expect(files.length).toBeGreaterThan(0);
  for (const path of files) {
    const plain = await rawRequest(path);
    const immutable = 'public, max-age=31536000, immutable';
    for (const [accepted, encoding, open] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
    ] as const) {
      const answer = await rawRequest(path, { headers: { 'accept-encoding': accepted } });
      expect(answer).toMatchObject({
        status: 200,
        headers: {
          'content-encoding': encoding,
          'content-type': plain.headers['content-type'],
          'cache-control': immutable,
          // Compressed at build time, not on request, so the length is known.
          'content-length': String(answer.body.length),
        },
      });
      expect(answer.headers.vary).toMatch(/accept-encoding/i);
      expect(open(answer.body).equals(plain.body)).toBe(true);
    }
    expect(plain.headers['cache-control']).toBe(immutable);
  }
});

it('the panel’s page is revalidated each time, compressed or not', async () => {
  for (const path of ['/admin', '/admin/content-manager', '/admin/index.html']) {
    const answer = await rawRequest(path, { headers: { 'accept-encoding': 'br' } });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
  }
});
