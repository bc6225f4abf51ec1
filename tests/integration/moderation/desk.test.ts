import { dayIn } from '#src/domain/period';
import type { ChosenEntry } from '#src/plugins/moderation/server/src/panel-contract';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  createOffer,
  logOf,
  moderation,
  request,
  startedApp,
  waitForMail,
  type AdminAccount,
  type Stored,
} from '../../support';

const BUSINESS = 'api::business.business';
const NOTICE = 'api::press-notice.press-notice';
const CATEGORY = 'api::category.category';
const ORGANISATION = 'api::organisation.organisation';

let editor: AdminAccount;
let superAdmin: AdminAccount;

interface Answer {
  data: unknown;
  error?: { message: string; details: { code?: string } };
}

const ask = (path: string, body: unknown, method = 'POST', token = editor.token) =>
  request<Answer>(path, { method, ...(body === undefined ? {} : { body }), token });

const chosen = (uid: string, body: object, action = '') => ask(`/moderation/chosen/${uid}${action}`, body);

const future = dayIn('Europe/Berlin', new Date(Date.now() + 3 * 24 * 60 * 60 * 1000));

const notice = (publishedOn: string, published = true): Promise<Stored> =>
  createDocument(NOTICE, { title: 'Mitteilung', teaser: 'Kurz', publishedOn }, { published });

const inEnglish = async (uid: string, documentId: string, data: object): Promise<void> => {
  const documents = startedApp().strapi.documents(uid as typeof BUSINESS);
  await documents.update({ documentId, locale: 'en', data } as never);
  await documents.publish({ documentId, locale: 'en' });
};

/** A public business in two languages, with an account that manages it. */
async function managedBusiness() {
  const category = await createCategory();
  await startedApp()
    .strapi.documents(CATEGORY)
    .update({ documentId: category.documentId, locale: 'en', data: { name: 'Category' } });
  const business = await createBusiness({ categories: [category.documentId] });
  await inEnglish(BUSINESS, business.documentId, { summary: 'Bread' });
  const contributor = await createContributor();
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({
      data: {
        business: business.documentId,
        user: contributor.id,
        role: 'owner',
        since: '2026-01-01T00:00:00.000Z',
      } as never,
    });
  return { ...business, title: String(business['name']), contributor };
}

const publicIn = async (documentId: string): Promise<string[]> => {
  const rows = (await startedApp()
    .strapi.db.query(BUSINESS)
    .findMany({ where: { documentId, publishedAt: { $notNull: true } } })) as { locale: string }[];
  return rows.map(({ locale }) => locale).sort();
};

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: 'redaktion' });
  superAdmin = await createAdmin({ role: 'strapi-super-admin' });
});

describe('taking several documents down', () => {
  it('covers all languages, and the reason reaches log and business', async () => {
    const [one, two] = [await managedBusiness(), await managedBusiness()];
    const documentIds = [one.documentId, two.documentId];
    const told = (await chosen(BUSINESS, { documentIds })).body.data;
    expect(told).toMatchObject(
      [one, two].map(({ documentId, title }) => ({
        documentId,
        title,
        publishedLocales: ['de', 'en'],
        managed: true,
        everPublic: true,
        state: null,
      })),
    );
    const done = await chosen(BUSINESS, { documentIds, reason: 'Der Laden ist umgezogen.' }, '/take-down');
    expect([done.status, done.body.data]).toEqual([200, documentIds]);
    for (const { documentId, contributor } of [one, two]) {
      expect(await publicIn(documentId)).toEqual([]);
      expect((await logOf(documentId)).at(-1)).toMatchObject({
        action: 'suspend',
        reason: 'Der Laden ist umgezogen.',
        actor_id: editor.id,
      });
      const mail = await waitForMail(contributor.email, ({ subject }) =>
        subject.includes('nicht öffentlich'),
      );
      expect(mail.text).toContain('Der Laden ist umgezogen.');
    }
  });

  it('needs a reason if a business is informed, and changes nothing without one', async () => {
    const { documentId } = await managedBusiness();
    const refused = await chosen(BUSINESS, { documentIds: [documentId] }, '/take-down');
    expect([refused.status, refused.body.error?.details.code]).toEqual([400, 'reason-required']);
    expect(await publicIn(documentId)).toEqual(['de', 'en']);
  });

  it('is done for all or none: one that is archived undoes it all and is named', async () => {
    const open = await notice('2026-01-01');
    const archived = await createDocument(NOTICE, {
      title: 'Alte Mitteilung',
      teaser: 'Kurz',
      publishedOn: '2020-01-01',
      archivedAt: '2021-01-01T00:00:00.000Z',
    });
    const documentIds = [open.documentId, archived.documentId];
    const refused = await chosen(NOTICE, { documentIds }, '/take-down');
    expect([refused.status, refused.body.error?.details.code]).toEqual([403, 'archived-locked']);
    expect(refused.body.error?.message).toContain('„Alte Mitteilung“');
    expect((await request(`/api/press-notices/${open.documentId}`)).status).toBe(200);
  });

  it('of a type without moderation covers all languages, without a reason', async () => {
    const { documentId } = await notice('2026-01-01');
    await inEnglish(NOTICE, documentId, { title: 'Notice', teaser: 'Short' });
    const done = await chosen(NOTICE, { documentIds: [documentId] }, '/take-down');
    expect([done.status, done.body.data]).toEqual([200, [documentId]]);
    for (const locale of ['de', 'en'])
      expect((await request(`/api/press-notices/${documentId}?locale=${locale}`)).status).toBe(404);
  });

  it('does not change what is not public', async () => {
    const draft = await createBusiness({}, { published: false });
    const done = await chosen(BUSINESS, { documentIds: [draft.documentId], reason: 'x' }, '/take-down');
    expect([done.status, done.body.data]).toEqual([200, []]);
    expect(await logOf(draft.documentId)).toEqual([]);
  });

  it.each([
    ['a type that has no drafts', CATEGORY, 404],
    ['a plugin’s type', 'plugin::users-permissions.user', 404],
    ['a type that there is not', 'api::nothing.nothing', 404],
  ])('is forbidden for %s', async (_what, uid, status) => {
    expect((await chosen(uid, { documentIds: ['x'] }, '/take-down')).status).toBe(status);
  });

  it('is allowed for those who may publish', async () => {
    const nobody = await createAdmin({ role: 'strapi-editor' });
    const body = { documentIds: ['x'], reason: 'x' };
    const answer = await ask(`/moderation/chosen/${BUSINESS}/take-down`, body, 'POST', nobody.token);
    expect(answer.status).toBe(403);
  });
});

describe('a suspension that is lifted', () => {
  it('is reported to the business', async () => {
    const { documentId, contributor } = await managedBusiness();
    const path = `/moderation/documents/${BUSINESS}/${documentId}`;
    await ask(`${path}/suspend`, { reason: 'Bitte melden' });
    expect((await ask(`${path}/reinstate`, {})).status).toBe(200);
    const mail = await waitForMail(contributor.email, ({ subject }) => subject.includes('Wieder öffentlich'));
    expect(mail.text).toContain('wieder für alle zu sehen');
  });
});

const remove = (uid: string, documentId: string, token: string, locale = '*') =>
  ask(`/content-manager/collection-types/${uid}/${documentId}?locale=${locale}`, undefined, 'DELETE', token);

const exists = async (uid: string, documentId: string): Promise<boolean> =>
  (await startedApp().strapi.db.query(uid).count({ where: { documentId } })) > 0;

describe('deleting for good', () => {
  const PUBLIC: [string, string, string, () => Promise<Stored>][] = [
    ['a business', BUSINESS, 'delete-archive-instead', () => createBusiness()],
    [
      'an offer',
      'api::offer.offer',
      'delete-archive-instead',
      async () => createOffer(await createBusiness()),
    ],
    ['a press notice', NOTICE, 'delete-unpublish-instead', () => notice('2026-01-01')],
    [
      'an organisation',
      ORGANISATION,
      'delete-unpublish-instead',
      () => createDocument(ORGANISATION, { name: 'Verein', kind: 'association' }),
    ],
    ['a category', CATEGORY, 'delete-was-public', () => createCategory()],
  ];

  describe.each(PUBLIC)('%s that was public', (_what, uid, reason, make) => {
    it.each(['*', 'de'])('is forbidden for editors, locale %s', async (locale) => {
      const { documentId } = await make();
      const refused = await remove(uid, documentId, editor.token, locale);
      expect([refused.status, refused.body.error?.details.code]).toEqual([403, reason]);
      expect(refused.body.error?.message).toMatch(/Super-Admin/);
      expect(await exists(uid, documentId)).toBe(true);
    });

    it('is forbidden for editors in bulk, together with others that could be deleted', async () => {
      const { documentId } = await make();
      const path = `/content-manager/collection-types/${uid}/actions/bulkDelete?locale=de`;
      const refused = await ask(path, { documentIds: [documentId] });
      expect([refused.status, refused.body.error?.details.code]).toEqual([403, reason]);
      expect(await exists(uid, documentId)).toBe(true);
    });

    it('is allowed for super admins', async () => {
      const { documentId } = await make();
      expect((await remove(uid, documentId, superAdmin.token)).status).toBe(200);
      expect(await exists(uid, documentId)).toBe(false);
    });
  });

  it('is allowed for editors if the public never saw it', async () => {
    const drafts: [string, Stored][] = [
      [BUSINESS, await createBusiness({}, { published: false })],
      [NOTICE, await notice('2026-01-01', false)],
      // Published, but its day has not come.
      [NOTICE, await notice(future)],
    ];
    for (const [uid, { documentId }] of drafts) {
      expect((await remove(uid, documentId, editor.token)).status).toBe(200);
      expect(await exists(uid, documentId)).toBe(false);
    }
  });

  it('is still forbidden for editors if it was withdrawn since', async () => {
    const { documentId } = await notice('2026-01-01');
    await chosen(NOTICE, { documentIds: [documentId] }, '/take-down');
    expect((await remove(NOTICE, documentId, editor.token)).status).toBe(403);
  });

  it('is still forbidden for editors if only the log remembers', async () => {
    const { documentId } = await createBusiness();
    await moderation().perform({
      uid: BUSINESS,
      documentId,
      action: 'archive',
      reason: 'Geschlossen',
      actor: { kind: 'editor', id: editor.id, name: 'Erika' },
    });
    await startedApp().strapi.db.connection.raw(
      'delete from stadtverbund.first_publication where document_id = ?',
      [documentId],
    );
    expect((await remove(BUSINESS, documentId, editor.token)).status).toBe(403);
  });
});

describe('deleting several documents for good', () => {
  const draft = async () => {
    const { documentId } = await createDocument(
      NOTICE,
      { title: 'Entwurf', teaser: 'Kurz' },
      { published: false },
    );
    const documents = startedApp().strapi.documents(NOTICE);
    await documents.update({ documentId, locale: 'en', data: { title: 'Draft', teaser: 'Short' } } as never);
    return documentId;
  };

  it('covers all their languages', async () => {
    const documentIds = [await draft(), await draft()];
    const done = await chosen(NOTICE, { documentIds }, '/delete');
    expect([done.status, done.body.data]).toEqual([200, documentIds]);
    for (const documentId of documentIds) expect(await exists(NOTICE, documentId)).toBe(false);
  });

  it('is done for all or none: one that was public keeps them all and is named', async () => {
    const open = await draft();
    const seen = await createDocument(NOTICE, {
      title: 'Schon gelesen',
      teaser: 'Kurz',
      publishedOn: '2026-01-01',
    });
    const documentIds = [open, seen.documentId];
    const refused = await chosen(NOTICE, { documentIds }, '/delete');
    expect([refused.status, refused.body.error?.details.code]).toEqual([403, 'delete-unpublish-instead']);
    expect(refused.body.error?.message).toContain('Schon gelesen');
    for (const documentId of documentIds) expect(await exists(NOTICE, documentId)).toBe(true);
  });

  it('needs the permission to delete', async () => {
    const documentIds = [await draft()];
    const roles = startedApp().strapi.service('admin::role') as unknown as {
      create(role: object): Promise<unknown>;
    };
    await roles.create({ name: 'Ohne Rechte', code: 'powerless', description: '' });
    const { token } = await createAdmin({ role: 'powerless' });
    const refused = await ask(`/moderation/chosen/${NOTICE}/delete`, { documentIds }, 'POST', token);
    expect(refused.status).toBe(403);
    expect(await exists(NOTICE, documentIds[0] as string)).toBe(true);
  });
});

describe('the state of a document', () => {
  interface Listed {
    results: { documentId: string; status: string }[];
  }
  interface One {
    data: { status: string };
  }

  const shown = async (uid: string, documentId: string, language = 'de') => {
    const account = language === 'de' ? editor : await createAdmin({ role: 'redaktion', language: 'en' });
    const path = `/content-manager/collection-types/${uid}`;
    const list = await request<Listed>(`${path}?pageSize=100&locale=de`, { token: account.token });
    const one = await request<One>(`${path}/${documentId}?locale=de`, { token: account.token });
    const row = list.body.results.find((found) => found.documentId === documentId);
    const told = (await chosen(uid, { documentIds: [documentId] })).body.data as ChosenEntry[];
    const { state, everPublic } = told[0] as ChosenEntry;
    return { list: row?.status, form: one.body.data.status, state, everPublic };
  };

  const act = async (documentId: string, action: string): Promise<void> => {
    await ask(`/moderation/documents/${BUSINESS}/${documentId}/${action}`, { reason: 'x' });
  };

  it.each([
    ['suspend', 'gesperrt', 'suspended'],
    ['archive', 'archiviert', 'archived'],
  ])('after %s is shown in form and list', async (action, text, kind) => {
    const { documentId } = await createBusiness();
    await act(documentId, action);
    expect(await shown(BUSINESS, documentId)).toEqual({
      list: text,
      form: text,
      state: { kind },
      everPublic: true,
    });
  });

  it('is shown in the language of the editor', async () => {
    const { documentId } = await createBusiness();
    await act(documentId, 'suspend');
    expect((await shown(BUSINESS, documentId, 'en')).form).toBe('suspended');
  });

  it('of a waiting notice names its day', async () => {
    const { documentId } = await notice('2026-01-01');
    expect(await shown(NOTICE, documentId)).toMatchObject({
      list: 'published',
      form: 'published',
      state: null,
    });
    const waiting = await notice(future);
    const [year, month, day] = future.split('-');
    const text = `erscheint am ${day}.${month}.${year}`;
    expect(await shown(NOTICE, waiting.documentId)).toEqual({
      list: text,
      form: text,
      state: { kind: 'waiting', from: future },
      everPublic: false,
    });
  });

  it('is the one from Strapi if there is nothing to add', async () => {
    const { documentId } = await createBusiness();
    expect(await shown(BUSINESS, documentId)).toMatchObject({
      list: 'published',
      form: 'published',
      state: null,
    });
    const draft = await createBusiness({}, { published: false });
    expect(await shown(BUSINESS, draft.documentId)).toMatchObject({
      list: 'draft',
      form: 'draft',
      state: null,
    });
  });
});

describe('the form layout for everyone', () => {
  it.each([
    [`/content-manager/content-types/${BUSINESS}/configuration`],
    ['/content-manager/components/media.picture/configuration'],
  ])('cannot be changed by editors: %s', async (path) => {
    const { body } = await request<{ data: { contentType?: object; component?: object } }>(path, {
      token: superAdmin.token,
    });
    const configuration = { ...(body.data.contentType ?? body.data.component) } as Record<string, unknown>;
    const { settings, metadatas, layouts } = configuration;
    const refused = await ask(path, { settings, metadatas, layouts }, 'PUT');
    expect(refused.status).toBe(403);
  });
});
