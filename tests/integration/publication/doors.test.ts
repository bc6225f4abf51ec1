import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createOffer,
  editorActor,
  inWords,
  listenToAnnouncements,
  moderation,
  request,
  startedApp,
  type AdminAccount,
  type Announcements,
  type ContributorAccount,
  type Stored,
} from '../../support';

const BUSINESS = 'api::business.business';

let admin: AdminAccount;
let anna: ContributorAccount;
let announcements: Announcements;

const documents = () => startedApp().strapi.documents(BUSINESS);

async function panel(method: string, path: string, body?: unknown): Promise<void> {
  const { status, text } = await request(path, { method, body, token: admin.token });
  if (status >= 300) throw new Error(`${status} ${text}`);
}

/** Sends a request to the content manager, as an editor's browser does. */
const manager = (method: string, path: string, body?: unknown): Promise<void> =>
  panel(method, `/content-manager/collection-types/${BUSINESS}${path}`, body);

async function my(method: string, path: string, data?: unknown): Promise<void> {
  const { status, text } = await request(`/api/my/${path}`, {
    method,
    token: anna.token,
    ...(data === undefined ? {} : { body: { data } }),
  });
  if (status >= 300) throw new Error(`${status} ${text}`);
}

async function bilingual(): Promise<Stored> {
  const { documentId: category } = await createCategory();
  await startedApp()
    .strapi.documents('api::category.category')
    .update({ documentId: category, locale: 'en', data: { name: 'Category' } });
  const business = await createBusiness({ categories: [category] }, { published: false });
  await documents().update({ documentId: business.documentId, locale: 'en', data: { summary: 'English' } });
  await documents().publish({ documentId: business.documentId, locale: '*' });
  return business;
}

async function managedByAnna(): Promise<string> {
  const { documentId } = await createBusiness();
  await startedApp()
    .strapi.db.query('api::membership.membership')
    .create({ data: { business: documentId, user: anna.id, role: 'owner', since: new Date() } });
  return documentId;
}

beforeAll(async () => {
  await createCityProfile();
  admin = await createAdmin();
  anna = await createContributor();
  announcements = listenToAnnouncements();
});

afterAll(() => announcements.stop());

describe('the content manager announces once', () => {
  test.each([
    [
      'publish, which saves first',
      'POST',
      (id: string) => `/${id}/actions/publish`,
      { summary: 'Neu' },
      'published',
    ],
    ['delete', 'DELETE', (id: string) => `/${id}`, undefined, 'removed'],
  ])('%s', async (_name, method, path, body, action) => {
    const { documentId } = await createBusiness();
    const heard = await announcements.during(() => manager(method, path(documentId), body));
    expect(heard.map(inWords)).toEqual([[`${action} business ${documentId} de`]]);
  });

  test.each([
    ['a saved draft', 'PUT', (id: string) => `/${id}`, { summary: 'Entwurf' }],
    ['a discarded draft', 'POST', (id: string) => `/${id}/actions/discard`, {}],
    ['a copy', 'POST', (id: string) => `/clone/${id}`, { name: 'Kopie' }],
  ])('nothing for %s', async (_name, method, path, body) => {
    const { documentId } = await createBusiness();
    expect(await announcements.during(() => manager(method, path(documentId), body))).toEqual([]);
  });

  test.each([
    ['bulkPublish', false, 'published'],
    ['bulkPublish', true, 'published'],
    ['bulkDelete', true, 'removed'],
  ])('%s of three (published before: %s)', async (action, published, outcome) => {
    const three = [0, 1, 2].map(() => createBusiness({}, { published }));
    const documentIds = (await Promise.all(three)).map(({ documentId }) => documentId);
    const heard = await announcements.during(() =>
      manager('POST', `/actions/${action}`, {
        documentIds,
        ...(action === 'bulkDelete' ? {} : { locale: ['de'] }),
      }),
    );
    expect(heard.map(inWords)).toEqual([documentIds.map((id) => `${outcome} business ${id} de`).sort()]);
  });

  it('three that are taken down', async () => {
    const documentIds = (await Promise.all([0, 1, 2].map(() => createBusiness()))).map(
      ({ documentId }) => documentId,
    );
    const body = { documentIds, reason: 'Der Markt ist zu Ende.' };
    const heard = await announcements.during(() =>
      panel('POST', `/moderation/chosen/${BUSINESS}/take-down`, body),
    );
    expect(heard.map(inWords)).toEqual([documentIds.map((id) => `removed business ${id} de`).sort()]);
  });

  it('one language of two: the rest stays public', async () => {
    const { documentId } = await bilingual();
    const heard = await announcements.during(() => manager('DELETE', `/${documentId}?locale=en`));
    expect(heard.map(inWords)).toEqual([[`published business ${documentId} de`]]);
  });
});

describe('the document service announces once', () => {
  it('create and update with the status published', async () => {
    const { documentId: category } = await createCategory();
    let made = '';
    const data = {
      name: 'Sofort offen',
      categories: [category],
      address: { street: 'Betenstraße', houseNumber: '9', postcode: '44137', place: 'Dortmund' },
    };
    const created = await announcements.during(async () => {
      made = (await documents().create({ locale: 'de', status: 'published', data })).documentId;
    });
    expect(created.map(inWords)).toEqual([[`published business ${made} de`]]);
    const updated = await announcements.during(() =>
      documents().update({ documentId: made, locale: 'de', status: 'published', data: { summary: 'Neu' } }),
    );
    expect(updated.map(inWords)).toEqual([[`published business ${made} de`]]);
  });

  it('several writes in one transaction, with the final state of each', async () => {
    const [one, two] = [await createBusiness(), await createBusiness({}, { published: false })];
    const heard = await announcements.during(() =>
      startedApp().strapi.db.transaction(async () => {
        await documents().publish({ documentId: one.documentId, locale: 'de' });
        await documents().publish({ documentId: two.documentId, locale: 'de' });
        await documents().unpublish({ documentId: one.documentId, locale: 'de' });
      }),
    );
    expect(heard.map(inWords)).toEqual([
      [`published business ${two.documentId} de`, `removed business ${one.documentId} de`].sort(),
    ]);
  });

  it('nothing for what appears and disappears within one transaction', async () => {
    const { documentId: category } = await createCategory();
    const heard = await announcements.during(() =>
      startedApp().strapi.db.transaction(async () => {
        const { documentId } = await createBusiness({ categories: [category] });
        await documents().delete({ documentId, locale: '*' });
      }),
    );
    expect(heard).toEqual([]);
  });
});

describe('self-service and moderation announce once', () => {
  it('an entry from its first draft to the archive', async () => {
    const documentId = await managedByAnna();
    expect(
      await announcements.during(() => my('PUT', `businesses/${documentId}`, { summary: 'Wartet' })),
    ).toEqual([]);
    expect(await announcements.during(() => my('POST', `businesses/${documentId}/submit`))).toEqual([]);
    const { submission } = await moderation().stateOf(BUSINESS, documentId);
    const approved = await announcements.during(() =>
      moderation().perform({
        uid: BUSINESS,
        documentId,
        action: 'approve',
        actor: editorActor(),
        expectedVersion: submission.version,
      }),
    );
    expect(approved.map(inWords)).toEqual([[`published business ${documentId} de`]]);
    const archived = await announcements.during(() => my('POST', `businesses/${documentId}/archive`));
    expect(archived.map(inWords)).toEqual([[`removed business ${documentId} de`]]);
  });

  it('fields that need no approval', async () => {
    const documentId = await managedByAnna();
    const hours = [{ service: 'on-site', rule: 'Mo-Sa 08:00-20:00' }];
    const heard = await announcements.during(() => my('PUT', `businesses/${documentId}`, { hours }));
    expect(heard.map(inWords)).toEqual([[`published business ${documentId} de`]]);
  });

  it('a business that is suspended and reinstated, with its offers', async () => {
    const business = await createBusiness();
    const offer = await createOffer(business);
    const perform = (action: 'suspend' | 'reinstate') =>
      moderation().perform({
        uid: BUSINESS,
        documentId: business.documentId,
        action,
        actor: editorActor(),
        reason: 'x',
      });
    for (const [action, outcome] of [
      ['suspend', 'removed'],
      ['reinstate', 'published'],
    ] as const) {
      const heard = await announcements.during(() => perform(action));
      expect(heard.map(inWords)).toEqual([
        [`${outcome} business ${business.documentId} de`, `${outcome} offer ${offer.documentId} de`].sort(),
      ]);
    }
  });
});

describe('a language that is removed in the settings', () => {
  it('is announced for everything that was public in it', async () => {
    const business = await bilingual();
    const locales = await request<{ id: number; code: string }[]>('/i18n/locales', { token: admin.token });
    const en = locales.body.find(({ code }) => code === 'en');
    const heard = await announcements.during(() =>
      request(`/i18n/locales/${en?.id}`, { method: 'DELETE', token: admin.token }),
    );
    expect(heard).toHaveLength(1);
    expect(inWords(heard[0])).toContain(`published business ${business.documentId} de`);
    expect(inWords(heard[0]).filter((line) => line.endsWith('en'))).toEqual([]);
    await request('/i18n/locales', {
      body: { name: 'English', code: 'en', isDefault: false },
      token: admin.token,
    });
  });
});
