import { createAdmin, createCityProfile, request, startedApp } from '../../support';
import { NOTICE, documents, editor, panel, service, type Data } from './paths';

interface File {
  id: number;
  name: string;
  hash: string;
  url: string;
}

let redaktion: { token: string };

beforeAll(async () => {
  await createCityProfile();
  redaktion = await editorWithEverything();
});

interface Roles {
  assignPermissions(role: number, permissions: Data[]): Promise<unknown>;
}

/** An editor who may do everything that the panel offers, but is not a super admin. */
async function editorWithEverything(): Promise<{ token: string }> {
  const { strapi } = startedApp();
  const roleId = async (code: string): Promise<number> =>
    ((await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number }).id;
  const where = { role: { id: await roleId('strapi-super-admin') } };
  const permissions = (await strapi.db.query('admin::permission').findMany({ where })) as Data[];
  const roles = strapi.service('admin::role') as unknown as Roles;
  const granted = permissions.map(({ action, subject, properties, conditions }) => ({
    action,
    subject,
    properties,
    conditions,
  }));
  await roles.assignPermissions(await roleId('strapi-editor'), granted);
  return createAdmin({ role: 'strapi-editor' });
}

async function upload(name: string): Promise<File> {
  const form = new FormData();
  form.append(
    'files',
    new Blob(['%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'], { type: 'application/pdf' }),
    name,
  );
  const { body, status, text } = await request<File[]>('/upload', {
    body: form,
    token: (await editor()).token,
  });
  if (status !== 201 && status !== 200) throw new Error(text);
  return body[0] as File;
}

async function notice(attributes: Data = {}): Promise<string> {
  const data = { title: 'Hilfe für Betriebe', teaser: 'Kurz', publishedOn: '2020-03-17', ...attributes };
  const { documentId } = await documents(NOTICE).create({ data });
  await documents(NOTICE).update({
    documentId,
    locale: 'en',
    data: { title: 'Help for businesses', teaser: 'Short' },
  });
  await documents(NOTICE).publish({ documentId, locale: '*' });
  return documentId as string;
}

const path = (documentId: string, rest = '?locale=de') => `collection-types/${NOTICE}/${documentId}${rest}`;

const archive = (documentId: string, token = redaktion.token) =>
  panel(path(documentId, '/actions/publish?locale=de'), {
    body: { title: 'Hilfe für Betriebe', archivedAt: '2021-01-01T00:00:00.000Z' },
    token,
  });

const rows = async (documentId: string) =>
  startedApp()
    .strapi.db.query(NOTICE)
    .findMany({ where: { documentId }, orderBy: { id: 'asc' }, populate: ['attachments', 'topics'] });

const LOCKED = /archiviert und wird nicht mehr verändert.*Super-Admin/;

test('when an editor archives a notice in the panel, every version of it is archived', async () => {
  const documentId = await notice();
  expect(await archive(documentId)).toMatchObject({ status: 200 });
  const versions = await rows(documentId);
  expect(versions).toHaveLength(4);
  expect(versions.every(({ archivedAt }: Data) => archivedAt !== null)).toBe(true);
});

test('an editor who saved the archiving date first can still publish it, and nothing else', async () => {
  const documentId = await notice();
  const archivedAt = '2021-01-01T00:00:00.000Z';
  const save = (body: Data) => panel(path(documentId), { method: 'PUT', body, token: redaktion.token });
  expect(await save({ title: 'Hilfe für Betriebe', archivedAt })).toMatchObject({ status: 200 });
  expect(await save({ title: 'Neu', archivedAt })).toMatchObject({ status: 403 });
  expect(await save({ archivedAt: null })).toMatchObject({ status: 403 });
  const publish = (body: Data) =>
    panel(path(documentId, '/actions/publish?locale=de'), { body, token: redaktion.token });
  expect(await publish({ title: 'Neu', archivedAt })).toMatchObject({ status: 403 });
  const body = { title: 'Hilfe für Betriebe', publishedOn: '2020-03-17', archivedAt };
  expect(await publish(body)).toMatchObject({ status: 200 });
  const versions = (await rows(documentId)) as Data[];
  expect(versions.every((row) => row.archivedAt !== null)).toBe(true);
  expect(await publish({})).toMatchObject({ status: 403 });
});

test('an editor publishes a saved archiving date with an empty request', async () => {
  const documentId = await notice();
  const body = { archivedAt: '2021-01-01T00:00:00.000Z' };
  await panel(path(documentId), { method: 'PUT', body, token: redaktion.token });
  const publish = panel(path(documentId, '/actions/publish?locale=de'), { body: {}, token: redaktion.token });
  expect(await publish).toMatchObject({ status: 200 });
});

describe('an archived notice cannot be changed, not by a single byte,', () => {
  const PANEL: [string, (documentId: string) => Parameters<typeof panel>][] = [
    ['a change', (id) => [path(id), { method: 'PUT', body: { title: 'Neu' } }]],
    [
      'a change of the translation',
      (id) => [path(id, '?locale=en'), { method: 'PUT', body: { title: 'New' } }],
    ],
    ['unarchiving', (id) => [path(id), { method: 'PUT', body: { archivedAt: null } }]],
    ['a publication', (id) => [path(id, '/actions/publish?locale=de'), { body: {} }]],
    ['an unpublication', (id) => [path(id, '/actions/unpublish?locale=de'), { body: {} }]],
    ['discarding', (id) => [path(id, '/actions/discard?locale=de'), { body: {} }]],
    ['a deletion', (id) => [path(id), { method: 'DELETE' }]],
    ['a deletion of all locales', (id) => [path(id, '?locale=*'), { method: 'DELETE' }]],
    [
      'a bulk publication',
      (id) => [`collection-types/${NOTICE}/actions/bulkPublish?locale=de`, { body: { documentIds: [id] } }],
    ],
    [
      'a bulk unpublication',
      (id) => [`collection-types/${NOTICE}/actions/bulkUnpublish?locale=de`, { body: { documentIds: [id] } }],
    ],
    [
      'a bulk deletion',
      (id) => [`collection-types/${NOTICE}/actions/bulkDelete?locale=de`, { body: { documentIds: [id] } }],
    ],
  ];

  test.each(PANEL)('%s by an editor in the panel', async (_case, call) => {
    const documentId = await notice();
    await archive(documentId);
    const before = await rows(documentId);
    const [where, options] = call(documentId);
    const outcome = await panel(where, { ...options, token: redaktion.token });
    expect(outcome.status).toBe(403);
    expect(outcome.message).toMatch(LOCKED);
    expect(await rows(documentId)).toEqual(before);
  });

  const SERVICE: [string, (documentId: string) => Promise<unknown>][] = [
    ['update', (documentId) => documents(NOTICE).update({ documentId, data: { title: 'Neu' } })],
    [
      'update with publication',
      (documentId) => documents(NOTICE).update({ documentId, data: { title: 'Neu' }, status: 'published' }),
    ],
    [
      'update that unarchives',
      (documentId) => documents(NOTICE).update({ documentId, data: { archivedAt: null } }),
    ],
    [
      'update of the translation',
      (documentId) => documents(NOTICE).update({ documentId, locale: 'en', data: { title: 'New' } }),
    ],
    ['publish', (documentId) => documents(NOTICE).publish({ documentId, locale: '*' })],
    ['unpublish', (documentId) => documents(NOTICE).unpublish({ documentId, locale: '*' })],
    ['discardDraft', (documentId) => documents(NOTICE).discardDraft({ documentId })],
    ['delete', (documentId) => documents(NOTICE).delete({ documentId, locale: '*' })],
    [
      'update as a self-made super admin',
      (documentId) => documents(NOTICE).update({ documentId, data: { title: 'Neu' }, actor: 'super-admin' }),
    ],
  ];

  test.each(SERVICE)('%s of the document service by code', async (_case, call) => {
    const documentId = await notice();
    await archive(documentId);
    const before = await rows(documentId);
    const outcome = await service(() => call(documentId));
    expect(outcome.status).toBe(403);
    expect(await rows(documentId)).toEqual(before);
  });

  test('a new translation', async () => {
    const data = { title: 'Nur deutsch', teaser: 'x', publishedOn: '2020-03-17' };
    const { documentId } = await documents(NOTICE).create({ data });
    await archive(documentId as string);
    const outcome = await service(() =>
      documents(NOTICE).update({ documentId, locale: 'en', data: { title: 'x' } }),
    );
    expect(outcome.status).toBe(403);
  });

  test('the deletion of a whole language in the settings', async () => {
    const { token } = redaktion;
    await archive(await notice());
    const locales = await request<{ id: number; code: string }[]>('/i18n/locales', { token });
    const en = locales.body.find(({ code }) => code === 'en');
    const answer = await request(`/i18n/locales/${en?.id}`, { method: 'DELETE', token });
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(LOCKED);
  });
});

describe('a draft that says it is archived', () => {
  test('can only be published, which completes it', async () => {
    const documentId = await notice();
    await documents(NOTICE).update({ documentId, data: { archivedAt: '2021-01-01T00:00:00.000Z' } });
    expect((await service(() => documents(NOTICE).update({ documentId, data: { title: 'x' } }))).status).toBe(
      403,
    );
    expect((await service(() => documents(NOTICE).discardDraft({ documentId }))).status).toBe(403);
    expect((await service(() => documents(NOTICE).unpublish({ documentId }))).status).toBe(403);
    expect((await service(() => documents(NOTICE).publish({ documentId }))).status).toBe(200);
    expect((await service(() => documents(NOTICE).publish({ documentId }))).status).toBe(403);
  });
});

test('a super admin may change, unarchive and delete it', async () => {
  const { token } = await editor();
  const documentId = await notice();
  await archive(documentId);
  expect(
    (await panel(path(documentId), { method: 'PUT', body: { title: 'Berichtigt' }, token })).status,
  ).toBe(200);
  expect((await panel(path(documentId), { method: 'PUT', body: { archivedAt: null }, token })).status).toBe(
    200,
  );
  expect((await panel(path(documentId, '?locale=*'), { method: 'DELETE', token })).status).toBe(200);
});

test('a clone of an archived notice is a new one, not archived', async () => {
  const documentId = await notice();
  await archive(documentId);
  const clone = await documents(NOTICE).clone({ documentId, data: {}, locale: '*' });
  const outcome = await service(() =>
    documents(NOTICE).update({ documentId: clone.documentId, data: { title: 'Neu' } }),
  );
  expect(outcome).toMatchObject({ ok: true, data: { archivedAt: null } });
});

describe('a file of an archived notice', () => {
  const archivedWith = async (): Promise<File> => {
    const file = await upload('anlage.pdf');
    await archive(await notice({ attachments: [file.id] }));
    return file;
  };

  const replacement = (): FormData => {
    const form = new FormData();
    form.append('files', new Blob(['%PDF-1.4\n%neu\n%%EOF'], { type: 'application/pdf' }), 'neu.pdf');
    return form;
  };

  const renaming = (): FormData => {
    const form = new FormData();
    form.append('fileInfo', JSON.stringify({ name: 'umbenannt.pdf' }));
    return form;
  };

  const CALLS: [string, (file: File, token: string) => ReturnType<typeof request>][] = [
    ['replaced', ({ id }, token) => request(`/upload?id=${id}`, { body: replacement(), token })],
    ['renamed', ({ id }, token) => request(`/upload?id=${id}`, { body: renaming(), token })],
    ['deleted', ({ id }, token) => request(`/upload/files/${id}`, { method: 'DELETE', token })],
    [
      'deleted in bulk',
      ({ id }, token) => request('/upload/actions/bulk-delete', { body: { fileIds: [id] }, token }),
    ],
  ];

  test.each(CALLS)('is not %s by an editor', async (_case, call) => {
    const file = await archivedWith();
    const query = startedApp().strapi.db.query('plugin::upload.file');
    const before: unknown = await query.findOne({ where: { id: file.id } });
    const bytes = await (await fetch(startedApp().url + file.url)).text();
    const answer = await call(file, redaktion.token);
    expect(answer.status).toBe(403);
    expect(answer.text).toMatch(/Datei gehört zu einer archivierten Pressemitteilung/);
    expect(await query.findOne({ where: { id: file.id } })).toEqual(before);
    expect(await (await fetch(startedApp().url + file.url)).text()).toBe(bytes);
  });

  test('inside its text is not deleted either', async () => {
    const file = await upload('im-text.pdf');
    const link = {
      type: 'link',
      url: `https://stadt.example${file.url}`,
      children: [{ type: 'text', text: 'Anlage' }],
    };
    await archive(await notice({ body: [{ type: 'paragraph', children: [link] }] }));
    const answer = await request(`/upload/files/${file.id}`, { method: 'DELETE', token: redaktion.token });
    expect(answer.status).toBe(403);
  });

  test('may be deleted by a super admin', async () => {
    const file = await archivedWith();
    const { token } = await editor();
    expect((await request(`/upload/files/${file.id}`, { method: 'DELETE', token })).status).toBe(200);
  });

  test('is locked by archived notices only', async () => {
    const file = await upload('frei.pdf');
    await notice({ attachments: [file.id] });
    const answer = await request(`/upload/files/${file.id}`, { method: 'DELETE', token: redaktion.token });
    expect(answer.status).toBe(200);
  });
});
