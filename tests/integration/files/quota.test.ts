/** @jest-environment-options {"env": {"UPLOADS_PER_DAY": "5", "UPLOAD_MEGABYTES_PER_DAY": "1"}} */
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { createAdmin, createContributor, request, startedApp } from '../../support';

interface Failure {
  error: { message: string; details: { errors: { code: string }[] } };
}

const DAY_SECONDS = 86_400;

const picture = (bytes = 0): Promise<Buffer> => {
  if (bytes === 0)
    return sharp({ create: { width: 20, height: 20, channels: 3, background: 'plum' } })
      .png()
      .toBuffer();
  // Noise cannot be compressed.
  const edge = Math.ceil(Math.sqrt(bytes / 3));
  return sharp(randomBytes(edge * edge * 3), { raw: { width: edge, height: edge, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
};

async function send(token: string, files: readonly Buffer[], language = 'de') {
  const form = new FormData();
  for (const bytes of files) form.append('files', new Blob([new Uint8Array(bytes)]), 'bild.png');
  return request<Failure>('/api/my/uploads', { token, body: form, headers: { 'Accept-Language': language } });
}

it('the number of files per day is limited; refused files do not count', async () => {
  const { token } = await createContributor();
  const [good, bad] = [await picture(), Buffer.from('kein Bild')];
  expect((await send(token, [good, good, good])).status).toBe(201);
  // More than are left, and not a picture: neither counts.
  expect((await send(token, [good, good, good])).status).toBe(429);
  expect((await send(token, [bad, bad])).status).toBe(415);
  expect((await send(token, [good, good])).status).toBe(201);
  for (const [language, words] of [
    ['de', /Bitte machen Sie in 24 Std\. weiter/],
    ['en', /Please go on in 24 h/],
  ] as const) {
    const { status, headers, body } = await send(token, [good], language);
    expect(status).toBe(429);
    expect(body.error.details.errors[0]?.code).toBe('upload-quota');
    expect(body.error.message).toMatch(words);
    const seconds = Number(headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(DAY_SECONDS);
  }
  // Each account has its own.
  expect((await send((await createContributor()).token, [good])).status).toBe(201);
});

it('the number of bytes per day is limited', async () => {
  const { token } = await createContributor();
  const large = await picture(600_000);
  expect((await send(token, [large])).status).toBe(201);
  expect((await send(token, [large])).status).toBe(429);
  expect((await send(token, [await picture()])).status).toBe(201);
});

it('a broken picture counts, since it was decoded', async () => {
  const { token } = await createContributor();
  const whole = await picture(3_000);
  const broken = whole.subarray(0, whole.length / 2);
  for (let at = 0; at < 5; at += 1) expect((await send(token, [broken])).status).toBe(400);
  expect((await send(token, [await picture()])).status).toBe(429);
});

it('editors have a separate quota', async () => {
  const { token } = await createAdmin();
  const before = await startedApp().strapi.db.query('plugin::upload.file').count();
  const form = new FormData();
  for (let at = 0; at < 7; at += 1)
    form.append('files', new Blob([new Uint8Array(await picture())], { type: 'image/png' }), `bild${at}.png`);
  expect((await request('/upload', { token, body: form })).status).toBe(201);
  expect(await startedApp().strapi.db.query('plugin::upload.file').count()).toBe(before + 7);
});
