import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createContributor, request, startedApp, type ContributorAccount } from '../../support';

interface Uploaded {
  data: {
    id: number;
    documentId: string;
    url: string;
    mime: string;
    name: string;
    width: number;
    height: number;
  }[];
}

interface Failure {
  error: { message: string; details: { errors: { code: string }[] } };
}

const SECRET_PLACE = 'GPS-GEHEIM-51.5142';

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

let anna: ContributorAccount;

beforeAll(async () => {
  anna = await createContributor();
});

async function upload(
  bytes: Buffer | string,
  name: string,
  type: string,
  token: string | undefined = anna.token,
) {
  const form = new FormData();
  form.append('files', new Blob([bytes], { type }), name);
  return request<Uploaded & Failure>('/api/my/uploads', { body: form, ...(token ? { token } : {}) });
}

// The address is signed, since nobody has reviewed the picture yet.
const pathOf = (url: string): string => new URL(url, startedApp().url).pathname;
const storedBytes = (url: string): Buffer =>
  readFileSync(join(startedApp().strapi.dirs.static.public, pathOf(url)));

it.each(['jpeg', 'png', 'webp'] as const)('accepts a %s and owns it', async (kind) => {
  const answer = await upload(
    await picture().toFormat(kind).toBuffer(),
    `Mein Laden.${kind}`,
    `image/${kind}`,
  );
  expect(answer.status).toBe(201);
  const [file] = answer.body.data;
  expect(file).toMatchObject({ mime: `image/${kind}`, width: 40, height: 20 });
  expect(file?.name).toMatch(/^mein-laden\./);
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { account_id: number }[] }>(
    'select account_id from stadtverbund.upload_owner where file_id = :id',
    { id: file?.id ?? 0 },
  );
  expect(rows).toEqual([{ account_id: anna.id }]);
});

it('turns the picture upright and drops everything else in the file', async () => {
  const jpeg = await picture()
    .withExif({ IFD0: { Copyright: SECRET_PLACE, ImageDescription: SECRET_PLACE } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const answer = await upload(jpeg, 'foto.jpg', 'image/jpeg');
  const [file] = answer.body.data;
  expect(file).toMatchObject({ width: 20, height: 40 });
  const metadata = await sharp(storedBytes(file?.url ?? '')).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(metadata.orientation).toBeUndefined();
});

it('a file that is a picture and a page at once is only a picture afterwards', async () => {
  const page = '<script>alert(1)</script>';
  const polyglot = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from(page)]);
  const answer = await upload(polyglot, 'foto.html', 'text/html');
  expect(answer.status).toBe(201);
  const [file] = answer.body.data;
  expect(pathOf(file?.url ?? '')).toMatch(/\.jpg$/);
  expect(storedBytes(file?.url ?? '').includes(page)).toBe(false);
});

it('trusts the bytes, not the name', async () => {
  const answer = await upload(await picture().png().toBuffer(), 'foto.jpg', 'image/jpeg');
  expect(answer.body.data[0]).toMatchObject({ mime: 'image/png', name: 'foto.png' });
});

it.each([
  ['a page with the name of a picture', Buffer.from('<!doctype html><script>1</script>'), 'logo.png', 415],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'logo.svg', 415],
  [
    'an SVG with the name of a picture',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    'logo.png',
    415,
  ],
  ['nothing', Buffer.alloc(0), 'leer.png', 415],
  ['a PDF', Buffer.from('%PDF-1.7\n%%EOF'), 'flyer.jpg', 415],
])('refuses %s', async (_what, bytes, name, status) => {
  const answer = await upload(bytes, name, 'image/png');
  expect(answer.status).toBe(status);
  expect(answer.body.error.message).toMatch(/Bitte/);
});

it('refuses a GIF, and says which formats are accepted', async () => {
  const answer = await upload(await picture().gif().toBuffer(), 'bild.gif', 'image/gif');
  expect(answer.status).toBe(415);
  expect(answer.body.error.message).toMatch(/JPEG, PNG (oder|or) WebP/);
});

it('refuses a picture that ends in the middle', async () => {
  const whole = await picture(400, 400).png().toBuffer();
  const answer = await upload(whole.subarray(0, Math.floor(whole.length / 2)), 'halb.png', 'image/png');
  expect(answer.status).toBe(400);
  expect(answer.body.error.details.errors[0]?.code).toBe('image-broken');
});

it('refuses a pixel bomb without decoding it', async () => {
  const bomb = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  const answer = await upload(bomb, 'bombe.png', 'image/png');
  expect(answer.status).toBe(400);
  expect(answer.body.error.details.errors[0]?.code).toBe('too-many-pixels');
});

it.each([1, 40 * 1024 * 1024])('refuses 10 MB plus %i bytes, and says what to do', async (more) => {
  const answer = await upload(Buffer.alloc(10 * 1024 * 1024 + more, 7), 'gross.png', 'image/png');
  expect(answer.status).toBe(413);
  expect(answer.body.error.message).toMatch(/10 MB.*Bitte/);
});

it('refuses a request without files', async () => {
  const answer = await request<Failure>('/api/my/uploads', { token: anna.token, body: { files: 'x' } });
  expect(answer.status).toBe(400);
  expect(answer.body.error.details.errors[0]?.code).toBe('no-files');
});

it('stores nothing when one of several files is refused', async () => {
  const files = startedApp().strapi.db.query('plugin::upload.file');
  const before = await files.count();
  const form = new FormData();
  form.append('files', new Blob([await picture().png().toBuffer()]), 'gut.png');
  form.append('files', new Blob(['kein Bild']), 'schlecht.png');
  expect((await request('/api/my/uploads', { token: anna.token, body: form })).status).toBe(415);
  expect(await files.count()).toBe(before);
});

it('is closed to everyone without an account, and to a session that has ended', async () => {
  const bytes = await picture().png().toBuffer();
  expect([401, 403]).toContain((await upload(bytes, 'a.png', 'image/png', '')).status);
  const gone = await createContributor();
  await request('/api/auth/logout', { method: 'POST', token: gone.token, body: {} });
  expect((await upload(bytes, 'a.png', 'image/png', gone.token)).status).toBe(401);
});

it('nobody can replace or delete a file over the upload routes', async () => {
  const answer = await upload(await picture().png().toBuffer(), 'a.png', 'image/png');
  const id = answer.body.data[0]?.id;
  const url = answer.body.data[0]?.url ?? '';
  const before = storedBytes(url);
  const bert = await createContributor();
  for (const token of [anna.token, bert.token]) {
    const form = new FormData();
    form.append('files', new Blob([await picture(9, 9).png().toBuffer()]), 'b.png');
    const replaced = await request(`/api/upload?id=${id}`, { token, body: form });
    const deleted = await request(`/api/upload/files/${id}`, { method: 'DELETE', token });
    for (const { status } of [replaced, deleted]) expect([403, 404, 405]).toContain(status);
  }
  expect(existsSync(join(startedApp().strapi.dirs.static.public, pathOf(url)))).toBe(true);
  expect(storedBytes(url).equals(before)).toBe(true);
});
