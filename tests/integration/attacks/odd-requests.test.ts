/** @jest-environment-options {"ownTemporaryFolder": true} */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  request,
  startedApp,
} from '../../support';
import { throwAt } from '../../support/attacks/hostile-request';
import { oddRequests } from '../../support/attacks/odd-requests';
import { expectWellbeing, takeReadings } from '../../support/wellbeing';

let business: { documentId: string };

beforeAll(async () => {
  await createCityProfile();
  business = await createBusiness();
});

const TOKENS: Readonly<Record<string, () => Promise<string | undefined>>> = {
  nobody: () => Promise.resolve(undefined),
  'a contributor': async () => (await createContributor()).token,
  'an editor': async () => (await createAdmin({ role: 'strapi-editor' })).token,
};

it.each(Object.keys(TOKENS))(
  'no route causes a server error, whatever %s sends',
  async (who) => {
    const token = await TOKENS[who]?.();
    const before = await takeReadings();
    const requests = oddRequests(who, token);
    expect(requests.length).toBeGreaterThan(500);
    const failed: string[] = [];
    for (let at = 0; at < requests.length; at += 8)
      await Promise.all(
        requests.slice(at, at + 8).map(async (hostile) => {
          const { status, text } = await throwAt(hostile);
          if (status !== undefined && status >= 500)
            failed.push(`${status} ${hostile.what} ${text.slice(0, 80)}`);
        }),
      );
    expect(failed).toEqual([]);
    await expectWellbeing(before);
  },
  300_000,
);

const HALF = 'ein halbes Zeichen \ud800x';

it.each([
  ['/api/auth/local', { identifier: 'x@x.example', password: HALF }, 'password'],
  ['/api/auth/local/register', { username: 'halb', email: 'x@x.example', password: HALF }, 'password'],
  ['/api/auth/reset-password', { code: 'x', password: HALF, passwordConfirmation: HALF }, 'password'],
  [`/api/links/${'x'.repeat(43)}/set`, { data: { password: HALF } }, 'password'],
  ['/admin/login', { email: 'x@x.example', password: HALF }, 'password'],
  ['/admin/reset-password', { resetPasswordToken: 'x', password: HALF }, 'password'],
  ['/api/reports', { ground: 'privacy', message: HALF }, 'message'],
])('half a character is refused by %s before anything looks at it', async (path, body, field) => {
  const { status, body: answer } = await request<{ error: { details: { errors: unknown[] } } }>(path, {
    body,
  });
  expect(status).toBe(400);
  expect(answer.error.details.errors).toEqual([
    { code: 'text-lone-surrogate', path: [field], message: expect.stringContaining('zerstört') as string },
  ]);
});

const FOLDERS = 'plugin::upload.folder';
const CONTENT = '/content-manager/collection-types';
const ids: unknown[] = ['x', '', 0, -1, 1.5, 2 ** 31, '99999999999', {}, [1], { $ne: 1 }];

/** A form with a picture and its description. */
function formWith(fileInfo: unknown): FormData {
  const form = new FormData();
  form.append('fileInfo', JSON.stringify(fileInfo));
  form.append('files', new Blob(['x'], { type: 'text/plain' }), 'x.txt');
  return form;
}

type Row = [method: string, path: string, body?: unknown];

const UNFIT_KEYS: Row[] = ids.flatMap((id): Row[] => [
  ['POST', '/upload/folders', { name: 'neu', parent: id }],
  ['PUT', '/upload/folders/1', { name: 'neu', parent: id }],
  ['POST', '/upload/actions/bulk-move', { fileIds: [id], destinationFolderId: id }],
  ['POST', '/upload/actions/bulk-move', { folderIds: [id], destinationFolderId: null }],
  ['POST', '/upload/actions/bulk-delete', { fileIds: [id], folderIds: [id] }],
  ['POST', '/upload/actions/bulk-update', { updates: [{ id: 1, fileInfo: { folder: id } }] }],
  ['POST', '/upload/actions/bulk-update', { updates: [{ id, fileInfo: {} }] }],
  ['POST', '/upload', formWith({ folder: id })],
  ['POST', '/upload', formWith([{ folder: null }, { folder: id }])],
  ['POST', '/upload/files', formWith({ folder: id })],
  ['POST', '/upload/files/1/replace', formWith({ folder: id })],
  ['PUT', '/upload/files/1', { fileInfo: { folder: id } }],
]);

const UNFIT: Row[] = [
  ['PUT', '/upload/folders/x', { name: 'neu', parent: 1 }],
  ['POST', '/admin/login', { email: 'x\u0000', password: 'abc' }],
  ['PUT', '/admin/homepage/layout', { a: 1 }],
  ['GET', `${CONTENT}/api::business.business?_q[a]=x`],
  ['GET', `${CONTENT}/api::business.business?_q[]=x`],
  ['GET', '/upload/files?fields=password'],
  ['GET', '/upload/folders?fields[0]=name&fields[1]=password'],
];

const NO_SUCH_WAY: Row[] = [
  ['GET', '/content-manager/single-types/api::business.business'],
  ['PUT', '/content-manager/single-types/api::business.business', { name: 'fremd' }],
  ['POST', '/content-manager/single-types/api::business.business/actions/discard', {}],
  ['GET', `${CONTENT}/api::city-profile.city-profile`],
];

const answerTo = async ([method, path, body]: Row, token: string) => {
  const { status, body: answer } = await request<{ error?: { details?: { code?: string } } }>(path, {
    method,
    token,
    body,
  });
  return {
    what: `${method} ${path} ${JSON.stringify(body)}`,
    status,
    code: answer?.error?.details?.code,
  };
};

it('malformed input from an editor is refused with a reason, and changes nothing', async () => {
  const { strapi } = startedApp();
  const { token } = await createAdmin({ role: 'strapi-editor' });
  const stored = () =>
    Promise.all([
      strapi.db.query(FOLDERS).count(),
      strapi.db.query('plugin::upload.file').count(),
      strapi.db.query('api::business.business').findMany({ orderBy: 'id' }),
    ]);
  const before = await stored();
  for (const row of [...UNFIT_KEYS, ...UNFIT])
    expect(await answerTo(row, token)).toEqual(
      expect.objectContaining({ status: 400, code: expect.any(String) as string }),
    );
  for (const row of NO_SUCH_WAY)
    expect(await answerTo(row, token)).toEqual(
      expect.objectContaining({
        status: 404,
        code: expect.stringMatching(/^no-such-(address|action)$/) as string,
      }),
    );
  expect(await stored()).toEqual(before);
});

it('bulk publishing takes document ids, and publishes where there is something to publish', async () => {
  const { token } = await createAdmin();
  const publish = (uid: string, documentIds: unknown): Promise<unknown> =>
    answerTo(['POST', `${CONTENT}/${uid}/actions/bulkPublish`, { documentIds }], token);
  for (const odd of [[1], [null], [{}], 'x', []])
    expect(await publish('api::business.business', odd)).toMatchObject({ status: 400 });
  expect(await publish('api::category.category', ['x'])).toMatchObject({ status: 404 });
});

it('well-formed input from the panel is accepted', async () => {
  const { token } = await createAdmin({ role: 'strapi-editor' });
  const made = await request<{ data: { id: number } }>('/upload/folders', {
    token,
    body: { name: 'oben', parent: null },
  });
  expect(made.status).toBe(201);
  const parent = made.body.data.id;
  const inner = await request<{ data: { id: number } }>('/upload/folders', {
    token,
    body: { name: 'innen', parent: String(parent) },
  });
  expect(inner.status).toBe(201);
  const rows: Row[] = [
    ['PUT', `/upload/folders/${inner.body.data.id}`, { name: 'drinnen', parent }],
    ['POST', '/upload/actions/bulk-move', { folderIds: [inner.body.data.id], destinationFolderId: null }],
    ['POST', '/upload/actions/bulk-delete', { folderIds: [inner.body.data.id] }],
    ['PUT', '/admin/homepage/layout', { widgets: [{ uid: 'x', width: 6 }] }],
    ['GET', '/upload/files?fields=name,mime&_q=x'],
    ['GET', '/upload/folders?fields[0]=name'],
  ];
  for (const row of rows)
    expect(await answerTo(row, token)).toEqual(expect.objectContaining({ status: 200 }));
});

it('a body cannot choose the row id of a new entry', async () => {
  const { token } = await createAdmin({ role: 'strapi-editor' });
  const other = await createCategory();
  const { status, body } = await request<{ data: { id: number; documentId: string } }>(
    `${CONTENT}/api::category.category`,
    { token, body: { name: 'Neue Kategorie', id: other.id, documentId: business.documentId } },
  );
  expect(status).toBe(201);
  expect(body.data.id).not.toBe(other.id);
  expect(body.data.documentId).not.toBe(business.documentId);
});

// In a separate process, since Jest replaces all listeners with its own.
it('an unhandled rejection is logged and does not end a running instance', async () => {
  const script = `
    const { outliveRejections, forgetRejections } = require('./dist/src/bootstrap/unhandled-rejections.js');
    const strapi = { log: { error: (line) => console.log(line) } };
    outliveRejections(strapi);
    Promise.reject(new Error('first'));
    setImmediate(() => {
      console.log('goes on');
      forgetRejections(strapi);
      Promise.reject(new Error('second'));
    });`;
  const ended = await promisify(execFile)(process.execPath, ['-e', script]).catch(
    (error: unknown) => error as { code: number; stdout: string },
  );
  expect(ended).toMatchObject({ code: 1, stdout: expect.stringMatching(/first[^]*goes on\n$/) as string });
});
