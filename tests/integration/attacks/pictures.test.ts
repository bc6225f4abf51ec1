/** @jest-environment-options {"env": {"UPLOADS_PER_DAY": "100000", "UPLOAD_MEGABYTES_PER_DAY": "100000", "RATE_LIMIT_WRITES_PER_MINUTE": "100000"}, "ownTemporaryFolder": true} */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  contributorLogin,
  request,
  startedApp,
  type AdminAccount,
  type Answer,
  type ContributorAccount,
} from '../../support';
import { hostilePictures, type HostilePicture } from '../../support/attacks/pictures';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

const PICTURES = 160;
const AT_ONCE = 8;
// Other suites store into the same folder.
const TOKEN = `angriff${randomBytes(4).toString('hex')}`;

interface Failure {
  error: { message: string; details: { code: string; errors: { code: string }[] } };
}

let contributor: ContributorAccount;
let editor: AdminAccount;

beforeAll(async () => {
  await createCityProfile();
  await createBusiness();
  contributor = await createContributor();
  editor = await createAdmin();
});

/**
 * libvips' own counter for the whole process: how many pictures are being decoded and encoded. A second counter has
 * those waiting for a thread; it is read a moment earlier, so the sum would count one that starts in between twice.
 */
function watchDecoding(): { most: () => number; stop: () => void } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, sharp.counters().process);
  }, 1);
  return { most: () => most, stop: () => clearInterval(timer) };
}

const named = (name: string): string => (/^[\w.]+$/.test(name) ? `${TOKEN}_${name}` : name);

function send(path: string, token: string, pictures: readonly HostilePicture[], language = 'de') {
  const form = new FormData();
  for (const { bytes, type, name } of pictures)
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), named(name));
  return request<Failure>(path, { token, body: form, headers: { 'Accept-Language': language } });
}

const folders = (): string[] =>
  readdirSync(startedApp().temporaryFolder).filter((name) => /^(strapi|stadtverbund)-upload-/.test(name));

/** Files of this suite on disk that no row of the media library refers to. */
async function orphans(): Promise<string[]> {
  const { strapi } = startedApp();
  const rows = (await strapi.db.query('plugin::upload.file').findMany({ select: ['url', 'formats'] })) as {
    url: string;
    formats: Record<string, { url: string }> | null;
  }[];
  const known = new Set(
    rows.flatMap(({ url, formats }) => [url, ...Object.values(formats ?? {}).map((format) => format.url)]),
  );
  return readdirSync(join(strapi.dirs.static.public, 'uploads')).filter(
    (name) => name.includes(TOKEN) && !known.has(`/uploads/${name}`),
  );
}

it(`${PICTURES} hostile pictures are accepted or refused, one decoded at a time, and leave nothing behind`, async () => {
  const makers = fc.sample(hostilePictures, {
    numRuns: PICTURES,
    seed: Number(process.env.SEED) || Date.now(),
  });
  const pictures = [];
  for (const make of makers) pictures.push(await make());
  const before = await takeReadings();
  const foldersBefore = folders();
  const decoding = watchDecoding();
  const statuses = new Map<number, number>();
  const one = async (picture: HostilePicture, at: number): Promise<void> => {
    const [path, token] = at % 2 === 0 ? ['/api/my/uploads', contributor.token] : ['/upload', editor.token];
    const answer = await send(path, token, [picture]);
    if (![200, 201, 400, 413, 415].includes(answer.status))
      throw new Error(`${picture.what} to ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    if (answer.status >= 400) expect(answer.body.error.message.length).toBeGreaterThan(9);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  };
  for (let at = 0; at < pictures.length; at += AT_ONCE)
    await Promise.all(pictures.slice(at, at + AT_ONCE).map((picture, index) => one(picture, at + index)));
  decoding.stop();
  // Both must have happened, or the generator tests nothing.
  expect(statuses.get(201)).toBeGreaterThan(PICTURES / 8);
  expect(statuses.get(415)).toBeGreaterThan(0);
  expect(decoding.most()).toBe(1);
  expect(await orphans()).toEqual([]);
  expect(folders().filter((name) => !foldersBefore.includes(name))).toEqual([]);
  await expectWellbeing(before);
}, 180_000);

const photo = async (edge: number): Promise<HostilePicture> => ({
  what: 'a photo',
  name: 'foto.jpg',
  type: 'image/jpeg',
  bytes: await sharp({ create: { width: edge, height: edge, channels: 3, background: 'peru' } })
    .jpeg()
    .toBuffer(),
});

it('a rush is admitted as far as there are places, others get a time to retry, and log-ins do not wait', async () => {
  const before = await takeReadings();
  const picture = await photo(1_500);
  const decoding = watchDecoding();
  let open = 0;
  const counted = async (answer: Promise<Answer<Failure>>): Promise<Answer<Failure>> => {
    open += 1;
    try {
      return await answer;
    } finally {
      open -= 1;
    }
  };
  const rush = Array.from({ length: 48 }, (_, at) =>
    counted(
      at % 2 === 0
        ? send('/api/my/uploads', contributor.token, [picture, picture], 'en')
        : send('/upload', editor.token, [picture]),
    ),
  );
  await contributorLogin(contributor.email);
  expect(open).toBeGreaterThan(0);
  const answers = await Promise.all(rush);
  decoding.stop();
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(48 - refused.length);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers, body } of refused) {
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(body.error.details.code).toBe('pictures-busy');
    expect(body.error.message).toMatch(/Bitte|Please/i);
  }
  expect(decoding.most()).toBe(1);
  // A refused client may try again.
  expect((await send('/api/my/uploads', contributor.token, [picture])).status).toBe(201);
  expect(await orphans()).toEqual([]);
  await expectWellbeing(before);
}, 180_000);

it.each([
  ['an editor', '/upload'],
  ['an editor who replaces a file', 'replace'],
  ['a contributor', '/api/my/uploads'],
])('a picture of 26 megapixels of %s is refused by its header', async (_who, where) => {
  const huge: HostilePicture = { ...(await photo(5_100)), name: 'riesig.jpg' };
  let path = where;
  if (where === 'replace') {
    const form = new FormData();
    form.append(
      'files',
      new Blob([new Uint8Array((await photo(20)).bytes)], { type: 'image/jpeg' }),
      'a.jpg',
    );
    const { body } = await request<{ id: number }[]>('/upload', { token: editor.token, body: form });
    path = `/upload/files/${body[0]?.id}/replace`;
  }
  const token = where === '/api/my/uploads' ? contributor.token : editor.token;
  const answer = await send(path, token, [huge]);
  expect(answer.status).toBe(400);
  expect(answer.body.error.details.code).toBe('too-many-pixels');
  expect(answer.body.error.message).toMatch(/25 Millionen/);
});

it('checks all headers before it decodes the first', async () => {
  const [small, whole] = [await photo(40), await photo(1_500)];
  const files = startedApp().strapi.db.query('plugin::upload.file');
  const stored = await files.count();
  const answer = await send('/api/my/uploads', contributor.token, [
    small,
    { ...whole, bytes: whole.bytes.subarray(0, whole.bytes.length - 2_000) },
    await photo(5_100),
  ]);
  // The second would be `image-broken` once decoded.
  expect(answer.body.error.details.code).toBe('too-many-pixels');
  expect(await files.count()).toBe(stored);
});
