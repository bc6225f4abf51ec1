import { ensureEditorialRole, removeUnusedAuthorRole } from '#src/bootstrap/editorial-role';
import { EDITORIAL_ROLE } from '#src/domain/editorial-role';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  request,
  startedApp,
} from '../../support';

interface Document {
  data: { documentId: string; status?: string };
}

const CONTENT = '/content-manager/collection-types';

let token: string;

beforeAll(async () => {
  await createCityProfile();
  token = (await createAdmin({ role: EDITORIAL_ROLE })).token;
});

describe('the role Redaktion', () => {
  test.each(['de', 'en'])('changes and publishes a business in %s', async (locale) => {
    const { documentId } = await createBusiness({ categories: [await bilingualCategory()] });
    const path = `${CONTENT}/api::business.business/${documentId}`;
    const changed = await request(`${path}?locale=${locale}`, {
      method: 'PUT',
      token,
      body: { summary: 'Neu' },
    });
    expect(changed.status).toBe(200);
    const published = await request<Document>(`${path}/actions/publish?locale=${locale}`, {
      token,
      body: {},
    });
    expect(published.status).toBe(200);
    const { body } = await request<{ data: { summary: string } }>(
      `/api/businesses/${documentId}?locale=${locale}`,
    );
    expect(body.data.summary).toBe('Neu');
  });

  test.each([
    ['a press notice', 'api::press-notice.press-notice', { title: 'Neue Öffnungszeiten' }, 200],
    ['an organisation', 'api::organisation.organisation', { name: 'Kammer', kind: 'chamber' }, 200],
    // Public without being published.
    ['a district', 'api::district.district', { name: 'Hombruch' }, 403],
    ['a category', 'api::category.category', { name: 'Buchhandlung' }, 403],
  ])('creates %s, and deletes it if the public has not seen it', async (_name, uid, body, status) => {
    const created = await request<Document>(`${CONTENT}/${uid}`, { token, body });
    expect(created.status).toBe(201);
    const deleted = await request(`${CONTENT}/${uid}/${created.body.data.documentId}`, {
      method: 'DELETE',
      token,
    });
    expect(deleted.status).toBe(status);
  });

  test('changes the city profile and cannot delete it', async () => {
    const path = '/content-manager/single-types/api::city-profile.city-profile';
    const changed = await request(path, { method: 'PUT', token, body: { claim: 'Gemeinsam für Dortmund' } });
    expect(changed.status).toBe(200);
    expect((await request(path, { method: 'DELETE', token })).status).toBe(403);
  });

  test('uploads a picture', async () => {
    const form = new FormData();
    form.append('files', new Blob([PIXEL], { type: 'image/png' }), 'bild.png');
    form.append('fileInfo', JSON.stringify({ name: 'bild.png', alternativeText: 'Ein Punkt', caption: '' }));
    expect((await request('/upload', { token, body: form })).status).toBe(201);
  });

  test('cannot arrange forms for everyone', async () => {
    const path = '/content-manager/content-types/api::district.district/configuration';
    const { body } = await request<{ data: { contentType: Record<string, unknown> } }>(path, { token });
    const { settings, layouts } = body.data.contentType;
    const saved = await request(path, { method: 'PUT', token, body: { settings, layouts } });
    expect(saved.status).toBe(403);
  });

  test.each([
    ['users of the panel', 'GET', '/admin/users'],
    ['inviting a user', 'POST', '/admin/users'],
    ['roles', 'GET', '/admin/roles'],
    ['its own role', 'PUT', '/admin/roles/1/permissions'],
    ['API tokens', 'GET', '/admin/api-tokens'],
    ['webhooks', 'GET', '/admin/webhooks'],
    ['project settings', 'GET', '/admin/project-settings'],
    ['upload settings', 'PUT', '/upload/settings'],
    ['locales', 'POST', '/i18n/locales'],
    ['roles of the content API', 'GET', '/users-permissions/roles'],
    ['providers of the content API', 'GET', '/users-permissions/providers'],
    ['accounts of businesses', 'GET', `${CONTENT}/plugin::users-permissions.user`],
    ['e-mail settings', 'GET', '/email/settings'],
  ])('is refused %s', async (_what, method, path) => {
    const answer = await request(path, { method, token, ...(method === 'GET' ? {} : { body: {} }) });
    expect([path, answer.status]).toEqual([path, 403]);
  });
});

describe('the role Redaktion at the next start', () => {
  const permissions = async () =>
    startedApp()
      .strapi.db.query('admin::permission')
      .findMany({ where: { role: { code: EDITORIAL_ROLE } } }) as Promise<{ id: number; action: string }[]>;

  test('is not written again', async () => {
    const before = (await permissions()).map(({ id }) => id).sort();
    await ensureEditorialRole(startedApp().strapi);
    expect((await permissions()).map(({ id }) => id).sort()).toEqual(before);
  });

  test('keeps what an admin has taken away by hand', async () => {
    const taken = (await permissions()).find(({ action }) => action === 'plugin::upload.assets.download');
    await startedApp()
      .strapi.db.query('admin::permission')
      .delete({ where: { id: taken?.id } });
    await ensureEditorialRole(startedApp().strapi);
    expect((await permissions()).map(({ action }) => action)).not.toContain('plugin::upload.assets.download');
  });

  test('gets what a release adds, whatever an admin has taken away before, and loses it for good by hand', async () => {
    const { strapi } = startedApp();
    const added = 'plugin::moderation.privacy';
    const query = strapi.db.query('admin::permission');
    const where = { action: added, role: { code: EDITORIAL_ROLE } };
    const held = async () => (await permissions()).map(({ action }) => action);
    const memory = strapi.store({ type: 'core', name: 'stadtverbund' });
    const applied = (await memory.get({ key: 'editorial-role' })) as { action: string }[];
    // As the release before has left it.
    await query.deleteMany({ where });
    await memory.set({ key: 'editorial-role', value: applied.filter(({ action }) => action !== added) });
    await ensureEditorialRole(strapi);
    expect(await held()).toContain(added);
    expect(await held()).not.toContain('plugin::upload.assets.download');
    await query.deleteMany({ where });
    await ensureEditorialRole(strapi);
    expect(await held()).not.toContain(added);
  });

  test('is created next to one of the same name that someone has created by hand', async () => {
    const { strapi } = startedApp();
    await strapi.db.query('admin::role').update({ where: { code: EDITORIAL_ROLE }, data: { code: 'alt' } });
    await ensureEditorialRole(strapi);
    expect((await permissions()).length).toBeGreaterThan(40);
  });
});

test('the unused role Author is gone, and stays gone', async () => {
  const { strapi } = startedApp();
  const roles = strapi.db.query('admin::role');
  expect(await roles.findOne({ where: { code: 'strapi-author' } })).toBeNull();
  await roles.create({ data: { name: 'Autor', code: 'strapi-author', description: 'Von Hand angelegt' } });
  await removeUnusedAuthorRole(strapi);
  expect(await roles.findOne({ where: { code: 'strapi-author' } })).not.toBeNull();
});

async function bilingualCategory(): Promise<string> {
  const { documentId } = await createCategory();
  const categories = startedApp().strapi.documents('api::category.category');
  await categories.update({ documentId, locale: 'en', data: { name: 'Bakery' } });
  return documentId;
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
