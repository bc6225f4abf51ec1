/** @jest-environment-options {"ownTemporaryFolder": true} */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createAdmin, createContributor, request, startedApp } from '../../support';
import { multipartShapes, throwMultipart, type MultipartShape } from '../../support/attacks/multipart-shapes';
import { eventually } from '../../support/eventually';
import { rawRequest } from '../../support/raw-request';
import { howMany } from '../../support/attacks/how-many';
import { sweepFormFolders } from '#src/platform/http/form-folders';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';

const BATCH = 40;

let tokens: string[];

beforeAll(async () => {
  tokens = [
    (await createContributor()).token,
    (await createAdmin({ role: EDITORIAL_ROLE })).token,
    (await createAdmin()).token,
  ];
});

const expectNothingLeft = (): Promise<unknown> =>
  eventually(
    'no temporary file is left',
    () => readdirSync(startedApp().temporaryFolder).length === 0 || undefined,
  );

const expectAlive = async (): Promise<void> => expect((await request('/_health')).status).toBe(204);

const describeShape = (shape: MultipartShape): string =>
  `${shape.method} ${shape.path} ${shape.headers[0]} ${shape.framing} ${shape.body.length} bytes`;

async function throwAll(shapes: readonly MultipartShape[]): Promise<void> {
  const answers = await Promise.all(shapes.map(throwMultipart));
  const broken = shapes.filter((_shape, index) => (answers[index] ?? 0) >= 500 && answers[index] !== 501);
  expect(broken.map(describeShape)).toEqual([]);
  await expectNothingLeft();
  await expectAlive();
}

it('no multipart request of any shape on any path causes a server error or leaves a file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(multipartShapes(tokens), { minLength: BATCH, maxLength: BATCH }), throwAll),
    { numRuns: howMany(8), endOnFailure: true },
  );
});

it('nor on those that read forms', async () => {
  const paths = [
    '/api/my/uploads',
    '/upload',
    '/upload/files',
    '/upload/files/1',
    '/upload/files/1/replace',
    '/admin/project-settings',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(multipartShapes(tokens, paths), { minLength: BATCH, maxLength: BATCH }),
      throwAll,
    ),
    { numRuns: howMany(5), endOnFailure: true },
  );
});

const formWith = (parts: Readonly<Record<string, string | Blob>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  return form;
};

describe('where no form is expected', () => {
  it.each([
    ['de', /JSON in UTF-8/],
    ['en', /Please send JSON/],
  ])('it is refused unread, with a message in %s', async (language, message) => {
    for (const path of ['/api/reports', '/api/auth/local', '/admin/login', '/graphql']) {
      const { status, body } = await request<{ error: { message: string; details: object } }>(path, {
        body: formWith({ x: new Blob(['x']) }),
        headers: { 'accept-language': language },
      });
      expect(status).toBe(415);
      expect(body.error.message).toMatch(message);
      expect(body.error.details).toMatchObject({ code: 'content-type' });
    }
  });

  it.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'text/html',
    'application/vnd.api+json',
    'application/json-patch+json',
    'application/csp-report',
    'application/json; charset=utf-16',
    'application/json; charset=utf-7',
    'application/json, text/plain',
    'application/graphql',
    'multipart/mixed; boundary=b',
    '',
    'nothing',
  ])('%j is refused as well, on REST, GraphQL and the panel', async (type) => {
    for (const path of ['/api/auth/local', '/graphql', '/admin/login', '/api/my/uploads'])
      expect(
        (await rawRequest(path, { method: 'POST', body: '{}', headers: { 'content-type': type } })).status,
      ).toBe(415);
  });

  it.each(['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', 'x'])('%s is not unpacked', async (encoding) => {
    for (const path of ['/api/auth/local', '/graphql', '/admin/login', '/api/my/uploads']) {
      const { status, body } = await request<{ error: { details: object } }>(path, {
        body: '{}',
        headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      });
      expect(status).toBe(415);
      expect(body.error.details).toMatchObject({ code: 'content-encoding' });
    }
  });

  it.each(['application/json', 'Application/JSON ; Charset="UTF-8"', 'application/json;charset=utf-8'])(
    '%s is read',
    async (type) => {
      const { status } = await request('/api/auth/local', { body: '{}', headers: { 'content-type': type } });
      expect(status).toBe(400);
    },
  );
});

describe('the media library', () => {
  const send = (
    path: string,
    parts: Readonly<Record<string, string | Blob>>,
    token?: string,
    method = 'POST',
  ) =>
    request<{ error: { details: { code?: string } } }>(path, {
      method,
      body: formWith(parts),
      ...(token ? { token } : {}),
    });

  it('does not read forms from strangers', async () => {
    expect((await send('/upload', { files: new Blob(['x']) })).status).toBe(401);
    expect((await send('/upload', { files: new Blob(['x']) }, tokens[0])).status).toBe(401);
  });

  it.each([
    [
      'more files than it takes',
      (): FormData => {
        const form = new FormData();
        for (let count = 0; count < 21; count += 1) form.append('files', new Blob(['x']), `${count}.png`);
        return form;
      },
      'too-many-files',
    ],
    [
      'files of more than 10 MB together',
      (): FormData => {
        const form = new FormData();
        for (let count = 0; count < 3; count += 1)
          form.append('files', new Blob([Buffer.alloc(4_000_000)]), `${count}.png`);
        return form;
      },
      'form-too-large',
    ],
    [
      'a text as long as a file',
      (): FormData => formWith({ fileInfo: 'x'.repeat(70_000) }),
      'form-too-large',
    ],
    [
      'hundreds of texts',
      (): FormData => {
        const form = new FormData();
        for (let count = 0; count < 300; count += 1) form.append(`text${count}`, 'x');
        return form;
      },
      'form-too-large',
    ],
  ])('refuses %s with 413', async (_what, form, code) => {
    const { status, body } = await request<{ error: { details: object } }>('/upload', {
      body: form(),
      token: tokens[1],
    });
    expect(status).toBe(413);
    expect(body.error.details).toMatchObject({ code });
    await expectNothingLeft();
  });

  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const named = (bytes: Buffer | string, name: string, type: string): Blob =>
    new File([bytes], name, { type });

  it.each(['/upload', '/upload/files'])(
    '%s takes a picture, but nothing that only claims to be one',
    async (path) => {
      expect((await send(path, { files: named(PNG, 'a.png', 'image/png') }, tokens[1])).status).toBe(201);
      for (const file of [
        named('<script>alert(1)</script>', 'a.png', 'image/png'),
        named('{"AccessKeyId":"A"}', 'a.webp', 'image/webp'),
        named(PNG, 'a.html', 'image/png'),
        named(PNG, 'a.svg', 'image/svg+xml'),
        named('', 'a.png', 'image/png'),
      ])
        expect((await send(path, { files: file }, tokens[1])).status).toBe(400);
      await expectNothingLeft();
    },
  );

  it('judges a replacement by its bytes, and changes texts without a file', async () => {
    const taken = await request<{ id: number }>('/upload/files', {
      body: formWith({ files: named(PNG, 'a.png', 'image/png') }),
      token: tokens[1],
    });
    const file = `/upload/files/${taken.body.id}`;
    const page = { files: named('<script>1</script>', 'a.png', 'image/png') };
    expect((await send(`${file}/replace`, page, tokens[1])).status).toBe(400);
    expect((await send(`/upload?id=${taken.body.id}`, page, tokens[1])).status).toBe(400);
    expect(
      (await send(`${file}/replace`, { files: named(PNG, 'b.png', 'image/png') }, tokens[1])).status,
    ).toBe(200);
    const renamed = { fileInfo: JSON.stringify({ name: 'anders.png', caption: 'Ein Punkt' }) };
    expect((await send(file, renamed, tokens[1], 'PUT')).status).toBe(200);
    const { body } = await request<{ caption: string }>(file, { token: tokens[1] });
    expect(body.caption).toBe('Ein Punkt');
  });

  it('checks bytes whatever code calls the service', async () => {
    const path = join(startedApp().temporaryFolder, 'seite.png');
    writeFileSync(path, '<script>alert(1)</script>');
    const service = startedApp().strapi.plugin('upload').service('upload') as unknown as {
      upload(request: object): Promise<unknown>;
    };
    const file = { filepath: path, originalFilename: 'seite.png', mimetype: 'image/png', size: 25 };
    await expect(service.upload({ data: { fileInfo: {} }, files: file })).rejects.toMatchObject({
      details: { code: 'file-type' },
    });
    rmSync(path);
  });

  it('a logo of the panel is a picture too', async () => {
    const page = { menuLogo: named('<svg onload="alert(1)"/>', 'logo.png', 'image/png') };
    expect((await send('/admin/project-settings', page, tokens[2])).status).toBe(400);
    const picture = { menuLogo: named(PNG, 'logo.png', 'image/png') };
    expect((await send('/admin/project-settings', picture, tokens[2])).status).toBe(200);
    expect((await send('/admin/project-settings', picture, tokens[1])).status).toBe(403);
  });
});

it.each([
  ['POST', '/upload/actions/upload-from-urls'],
  ['POST', '/upload/actions/generate-ai-metadata'],
  ['GET', '/admin/ai-token'],
  ['GET', '/admin/telemetry-properties'],
  ['GET', '/admin/guided-tour-meta'],
  ['GET', '/admin/transfer/runner/pull'],
  ['POST', '/admin/transfer/tokens'],
  ['POST', '/email'],
])('%s %s does not exist for anyone', async (method, path) => {
  for (const token of [undefined, ...tokens])
    expect([404, 405]).toContain(
      (await request(path, { method, token, ...(method === 'GET' ? {} : { body: {} }) })).status,
    );
});

it('the next start removes what a process left when it ended in the middle of a form, and nothing else', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
  const before = new Date(Date.now() - 24 * 3_600_000);
  // Inside Jest the temporary folder is that of the environment, the same as for the instance.
  const made = (name: string, since = new Date()): string => {
    const path = join(tmpdir(), name);
    mkdirSync(path);
    writeFileSync(join(path, 'x'), 'x');
    utimesSync(path, since, since);
    return name;
  };
  const left = [
    made(`stadtverbund-form-${ended}-a1B2c3`),
    // From a process in another container with the same process id as ours.
    made(`stadtverbund-form-${process.pid}-a1B2c3`, before),
    made('stadtverbund-form-a1B2c3', before),
  ];
  const inUse = [
    made(`stadtverbund-form-${process.pid}-d4E5f6`),
    made(`stadtverbund-form-${process.ppid}-a1B2c3`, before),
    made('stadtverbund-form-d4E5f6'),
    made('stadtverbund-form-of-somebody-else', before),
  ];
  await sweepFormFolders(startedApp().strapi);
  const found = readdirSync(tmpdir());
  expect(left.filter((name) => found.includes(name))).toEqual([]);
  expect(inUse.filter((name) => !found.includes(name))).toEqual([]);
  for (const name of inUse) rmSync(join(tmpdir(), name), { recursive: true });
});
