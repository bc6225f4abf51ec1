import { createHmac } from 'node:crypto';
import sharp from 'sharp';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import { signedAddress } from '#src/files/domain/signed-address';
import { signingKeys } from '#src/files/signing-keys';
import {
  createAdmin,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  request,
  startedApp,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';
import { editorActor, moderation } from '../../support/moderation';
import { openPage } from '../../support/pages';
import { rawRequest } from '../../support/raw-request';

interface Picture {
  id: number;
  documentId: string;
  url: string;
  formats: Record<string, { url: string }>;
}

const HOUR = 3_600_000;

let anna: ContributorAccount;
let bert: ContributorAccount;
let editor: AdminAccount;
let category: string;

beforeAll(async () => {
  await createCityProfile();
  category = (await createCategory()).documentId;
  anna = await createContributor();
  bert = await createContributor();
  editor = await createAdmin({ role: EDITORIAL_ROLE });
});

const pathOf = (url: string): string => new URL(url, startedApp().url).pathname;
const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
  (await rawRequest(path, { headers })).status;
const at = (url: string, when: number): string =>
  signedAddress(signingKeys(startedApp().strapi)[0], pathOf(url), new Date(when));

async function upload({ token } = anna): Promise<Picture> {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)]), 'laden.jpg');
  const { body, text } = await request<{ data: Picture[] }>('/api/my/uploads', { token, body: form });
  const [picture] = body.data ?? [];
  if (!picture) throw new Error(text);
  return picture;
}

interface Mine {
  data: { documentId: string; photos: { image: Picture }[] };
}

/** A contributor's listing that shows a picture, as a draft. */
async function listingWith(picture: Picture): Promise<string> {
  const { body, text } = await request<Mine>('/api/my/businesses', {
    token: anna.token,
    body: {
      data: {
        name: 'Laden mit Bild',
        summary: 'Ein Laden, in dem man einkaufen kann.',
        categories: [category],
        address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
        location: { latitude: 51.5126, longitude: 7.4661 },
        contact: { phone: '0231 123456' },
        sizeClass: 'micro',
        photos: [{ image: picture.documentId, alternativeText: 'Der Laden', credit: 'Anna' }],
      },
    },
  });
  if (!body.data) throw new Error(text);
  return body.data.documentId;
}

const BUSINESS = 'api::business.business';

async function decide(documentId: string, action: 'approve' | 'suspend' | 'reinstate'): Promise<void> {
  const { version } = (await moderation().stateOf(BUSINESS, documentId)).submission;
  await moderation().perform({
    uid: BUSINESS,
    documentId,
    action,
    actor: editorActor(),
    expectedVersion: version,
    ...(action === 'suspend' ? { reason: 'Das Bild verletzt Rechte.' } : {}),
  });
}

/** As self-service and the review page do. */
async function published(documentId: string): Promise<void> {
  const answer = await request(`/api/my/businesses/${documentId}/submit`, {
    method: 'POST',
    token: anna.token,
  });
  if (answer.status !== 200) throw new Error(answer.text);
  await decide(documentId, 'approve');
}

describe('a picture that nobody has reviewed', () => {
  let picture: Picture;
  let documentId: string;
  beforeAll(async () => {
    picture = await upload();
    documentId = await listingWith(picture);
  });

  it('is 404 for everyone by its plain address, with any token, in every size', async () => {
    const plain = [picture.url, ...Object.values(picture.formats).map(({ url }) => url)].map(pathOf);
    expect(plain.length).toBeGreaterThan(2);
    for (const path of plain)
      for (const token of [undefined, anna.token, bert.token, editor.token]) {
        const answer = await rawRequest(path, token ? { headers: { Authorization: `Bearer ${token}` } } : {});
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.headers['cache-control']).toBe('no-store');
      }
  });

  it('is shown by the addresses its owner gets, in every size, and never cached', async () => {
    for (const url of [picture.url, ...Object.values(picture.formats).map((format) => format.url)]) {
      const { status, headers } = await rawRequest(url);
      expect([url, status]).toEqual([url, 200]);
      expect(headers).toMatchObject({
        'cache-control': 'private, no-store',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'content-type': 'image/jpeg',
      });
    }
    const mine = await request<Mine>(`/api/my/businesses/${documentId}`, { token: anna.token });
    expect(await statusOf(mine.body.data.photos[0]!.image.url)).toBe(200);
    const list = await request<{ data: Mine['data'][] }>('/api/my/businesses', { token: anna.token });
    const [listed] = list.body.data.filter((one) => one.documentId === documentId);
    expect(await statusOf(listed!.photos[0]!.image.url)).toBe(200);
  });

  it('is shown to editors in the preview of the draft, in every size', async () => {
    const { body } = await request<{ data: { url: string } }>(
      `/content-manager/preview/url/${BUSINESS}?documentId=${documentId}&locale=de&status=draft`,
      { token: editor.token },
    );
    const { text } = await openPage(body.data.url);
    const shown = [...text.matchAll(/\/uploads\/[^\s"]+/g)].map(([url]) => url.replaceAll('&amp;', '&'));
    expect(new Set(shown).size).toBeGreaterThan(2);
    for (const url of shown) expect([url, await statusOf(url)]).toEqual([url, 200]);
  });

  it('is not revealed to other contributors', async () => {
    const { status, text } = await request(`/api/my/businesses/${documentId}`, { token: bert.token });
    expect(status).toBe(404);
    expect(text).not.toContain('/uploads/');
  });

  it.each([
    ['one that has ended', () => at(picture.url, Date.now() - 2 * HOUR)],
    ['another end', () => at(picture.url, Date.now()).replace(/expires=\d+/, 'expires=9999999999')],
    [
      'another signature',
      () => at(picture.url, Date.now()).replace(/.$/, (sign) => (sign === 'A' ? 'E' : 'A')),
    ],
    ['no signature', () => at(picture.url, Date.now()).replace(/&signature=.*/, '')],
    ['no end', () => at(picture.url, Date.now()).replace(/expires=\d+&/, '')],
    [
      'the signature of another file',
      () => `${pathOf(picture.url)}?${at('/uploads/x.jpg', Date.now()).split('?')[1]}`,
    ],
    [
      'the signature of its small format',
      () => `${pathOf(picture.url)}?${picture.formats['small']!.url.split('?')[1]}`,
    ],
    [
      'APP_KEYS themselves as key',
      () => {
        const [key] = startedApp().strapi.config.get<string[]>('server.app.keys');
        const expires = Math.ceil(Date.now() / 1_000) + 60;
        const signature = createHmac('sha256', key!)
          .update(`${pathOf(picture.url)}\n${expires}`)
          .digest('base64url');
        return `${pathOf(picture.url)}?expires=${expires}&signature=${signature}`;
      },
    ],
  ])('is not shown by %s', async (_what, address) => {
    expect(await statusOf(address())).toBe(404);
  });

  const OTHER_SPELLINGS: [string, (name: string) => string][] = [
    ['an encoded letter of the folder', (name) => `/%75ploads/${name}`],
    ['an encoded slash', (name) => `/uploads%2F${name}`],
    ['capitals', (name) => `/UPLOADS/${name}`],
    ['a capital in the name', (name) => `/uploads/${name.replace(/^l/, 'L')}`],
    ['two slashes before', (name) => `//uploads/${name}`],
    ['two slashes between', (name) => `/uploads//${name}`],
    ['a dot', (name) => `/./uploads/${name}`],
    ['a way out and back', (name) => `/uploads/../uploads/${name}`],
    ['an encoded way back', (name) => `/api/%2e%2e/uploads/${name}`],
    ['a way through another folder', (name) => `/admin/../uploads/${name}`],
    ['a backslash', (name) => `/uploads%5C${name}`],
    ['a slash at the end', (name) => `/uploads/${name}/`],
    ['a null byte', (name) => `/uploads/${name}%00`],
    ['a query', (name) => `/uploads/${name}?updatedAt=1`],
    ['a whole address', (name) => `${startedApp().url}/uploads/${name}`],
  ];

  it.each(OTHER_SPELLINGS)('is not shown by its address spelled with %s', async (_what, spelled) => {
    const path = spelled(pathOf(picture.url).slice('/uploads/'.length));
    for (const method of ['GET', 'HEAD']) {
      const { status } = await rawRequest(path, { method });
      expect([400, 403, 404]).toContain(status);
    }
    expect([400, 403, 404]).toContain(await statusOf(path, { Range: 'bytes=0-10' }));
  });

  it('is shown to an editor: in the review page, the form and the media library', async () => {
    await request(`/api/my/businesses/${documentId}/submit`, { method: 'POST', token: anna.token });
    const pages = [
      `/content-manager/collection-types/api::business.business/${documentId}?locale=de`,
      '/upload/files?sort=createdAt:DESC&page=1&pageSize=10',
      `/upload/files/${picture.id}`,
      `/moderation/documents/api::business.business/${documentId}`,
    ];
    const queue = await request<{ results?: { id: number }[]; data?: { id: number }[] }>(
      '/moderation/submissions',
      { token: editor.token },
    );
    const [waiting] = queue.body.data ?? queue.body.results ?? [];
    if (waiting) pages.push(`/moderation/submissions/${waiting.id}`);
    const [file] = pathOf(picture.url).split('/').slice(-1);
    let shown = 0;
    for (const page of pages) {
      const { text } = await request(page, { token: editor.token });
      const addresses = [...text.matchAll(/"(\/uploads\/[^"]+)"/g)].map(([, address]) => address!);
      const own = addresses.filter((address) => pathOf(address).endsWith(file!));
      for (const address of own) expect([page, await statusOf(address)]).toEqual([page, 200]);
      if (own.length > 0) shown += 1;
    }
    expect(shown).toBeGreaterThanOrEqual(4);
  });
});

describe('a picture that has been published', () => {
  it('is public with its listing, but not while that is suspended', async () => {
    const picture = await upload();
    const documentId = await listingWith(picture);
    const plain = [picture.url, ...Object.values(picture.formats).map(({ url }) => url)].map(pathOf);
    await published(documentId);
    for (const path of plain) expect([path, await statusOf(path)]).toEqual([path, 200]);
    const { text } = await request(`/api/businesses/${documentId}?populate[photos][populate]=image`);
    expect(text).toContain(pathOf(picture.url));
    expect(text).not.toMatch(/signature|expires/);
    const mine = await request<Mine>(`/api/my/businesses/${documentId}`, { token: anna.token });
    expect(mine.body.data.photos[0]!.image.url).toBe(pathOf(picture.url));

    await decide(documentId, 'suspend');
    for (const path of plain) expect([path, await statusOf(path)]).toEqual([path, 404]);
    await decide(documentId, 'reinstate');
    expect(await statusOf(plain[0]!)).toBe(200);
  });

  it('is public if an editor uses it in a press notice, or in its text', async () => {
    const [shown, written] = [await upload(), await upload()];
    const notice = (data: object, isPublished: boolean) =>
      createDocument(
        'api::press-notice.press-notice',
        { title: 'Neues aus der Stadt', teaser: 'Kurz', publishedOn: '2026-11-01', ...data },
        { published: isPublished },
      );
    const body = [
      {
        type: 'image',
        // As stored by the blocks editor.
        image: {
          url: pathOf(written.url),
          name: 'laden.jpg',
          hash: 'laden',
          ext: '.jpg',
          mime: 'image/jpeg',
          size: 9,
          width: 9,
          height: 9,
          provider: 'local',
          createdAt: '2026-11-01T00:00:00.000Z',
          updatedAt: '2026-11-01T00:00:00.000Z',
        },
        children: [{ type: 'text', text: '' }],
      },
    ];
    await notice({ body }, false);
    expect(await statusOf(pathOf(written.url))).toBe(404);
    await notice({ body }, true);
    expect(await statusOf(pathOf(written.url))).toBe(200);
    expect(await statusOf(pathOf(shown.url))).toBe(404);
  });

  it('stays public until a version without it is published', async () => {
    const picture = await upload();
    const documentId = await listingWith(picture);
    await published(documentId);
    await request(`/api/my/businesses/${documentId}`, {
      method: 'PUT',
      token: anna.token,
      body: { data: { photos: [] } },
    });
    // The published version still uses it.
    expect(await statusOf(pathOf(picture.url))).toBe(200);
    await published(documentId);
    expect(await statusOf(pathOf(picture.url))).toBe(404);
  });
});

describe('a file of an editor', () => {
  let url: string;
  let pdf: string;
  const FIRST = sharp({ create: { width: 600, height: 400, channels: 3, background: 'navy' } }).png();

  async function byEditor(bytes: Buffer, name: string, type: string, path = '/upload'): Promise<string> {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
    const answer = await request<{ url: string; id: number } | { url: string; id: number }[]>(path, {
      token: editor.token,
      body: form,
    });
    const [file] = [answer.body].flat();
    if (!file?.url) throw new Error(answer.text);
    return file.url;
  }

  beforeAll(async () => {
    url = await byEditor(await FIRST.toBuffer(), 'Wappen.png', 'image/png');
    pdf = await byEditor(
      Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'),
      'Übersicht 2026 & mehr.pdf',
      'application/pdf',
    );
  });

  it('is public immediately, for other sites too, and nothing in it is executed', async () => {
    const { status, headers } = await rawRequest(url, { headers: { Origin: 'https://stadt.example' } });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': expect.any(String) as string,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^public, max-age=86400/) as string,
    });
  });

  it('is sent again only when it has changed', async () => {
    const first = await rawRequest(url);
    const [tag, date] = [String(first.headers.etag), String(first.headers['last-modified'])];
    expect(tag).toMatch(/^"[^"]+"$/);
    const unchanged = async (headers: Record<string, string>) => (await rawRequest(url, { headers })).status;
    expect(await unchanged({ 'If-None-Match': tag })).toBe(304);
    expect(await unchanged({ 'If-None-Match': tag, 'Cache-Control': 'no-cache' })).toBe(304);
    expect(await unchanged({ 'If-None-Match': `W/${tag}` })).toBe(304);
    expect(await unchanged({ 'If-None-Match': '"other"' })).toBe(200);
    expect(await unchanged({ 'If-Modified-Since': date })).toBe(304);
    expect(await unchanged({ 'If-Modified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).toBe(200);
    const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { id: number }[] }>(
      'select id from files where url = :url',
      { url },
    );
    const other = await FIRST.clone().negate().toBuffer();
    expect(await byEditor(other, 'Wappen.png', 'image/png', `/upload/files/${rows[0]!.id}/replace`)).toBe(
      url,
    );
    expect(await unchanged({ 'If-None-Match': tag })).toBe(200);
  });

  it('is sent in ranges', async () => {
    const whole = await rawRequest(url);
    const tag = String(whole.headers.etag);
    const part = await rawRequest(url, { headers: { Range: 'bytes=5-9' } });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 5-9/${whole.body.length}`);
    expect(part.body.equals(whole.body.subarray(5, 10))).toBe(true);
    expect(await statusOf(url, { Range: 'bytes=5-9', 'If-Range': tag })).toBe(206);
    expect(await statusOf(url, { Range: 'bytes=5-9', 'If-Range': '"old"' })).toBe(200);
    expect(await statusOf(url, { Range: 'bytes=99999999-' })).toBe(416);
    expect(await statusOf(url, { 'If-Match': '"old"' })).toBe(412);
    const head = await rawRequest(url, { method: 'HEAD' });
    expect(head.body.length).toBe(0);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
  });

  it('that is a PDF opens in the browser under its own name', async () => {
    const { status, headers } = await rawRequest(pdf);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/^inline; filename=".*2026.*\.pdf"; filename\*=UTF-8''/);
  });

  it('never has a signed address', async () => {
    const { text } = await request('/upload/files?page=1&pageSize=100&sort=createdAt:DESC', {
      token: editor.token,
    });
    expect(text).toContain(`"${url}"`);
  });
});

it('a file in the folder without a row is not served', async () => {
  expect(await statusOf('/uploads/.gitkeep')).toBe(404);
  expect(await statusOf('/uploads/')).toBe(404);
  expect(await statusOf('/uploads')).toBe(404);
  expect((await rawRequest('/uploads/x.png', { method: 'POST' })).status).toBe(404);
});

it('a text that looks like the address of somebody else\u2019s picture stays a text', async () => {
  const picture = await upload();
  const typed = pathOf(picture.url);
  const made = await request<{ data: { documentId: string } }>('/api/my/businesses', {
    token: bert.token,
    body: { data: { name: 'Bert', description: typed, contact: { website: `https://x.example${typed}` } } },
  });
  expect(made.status).toBe(201);
  const read = await request(`/api/my/businesses/${made.body.data.documentId}`, {
    token: bert.token,
  });
  expect(made.text + read.text).not.toContain('signature=');
  expect(await statusOf(typed)).toBe(404);
});
