import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  inWords,
  listenToAnnouncements,
  request,
  startedApp,
  type AdminAccount,
  type Announcements,
} from '../../support';

const BUSINESS = 'api::business.business';
const CATEGORY = 'api::category.category';

let admin: AdminAccount;
let announcements: Announcements;

const documents = () => startedApp().strapi.documents(BUSINESS);

const manager = async (method: string, path: string, body?: unknown): Promise<number> =>
  (await request(`/content-manager/collection-types/${path}`, { method, body, token: admin.token })).status;

const publicIds = async (documentIds: string[]): Promise<string[]> => {
  const rows = (await startedApp()
    .strapi.db.query(BUSINESS)
    .findMany({ where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } } })) as {
    documentId: string;
  }[];
  return rows.map(({ documentId }) => documentId);
};

const version = async (): Promise<number> => {
  const { rows } = await startedApp().strapi.db.connection.raw<{ rows: { v: string }[] }>(
    'select v from stadtverbund.version',
  );
  return Number(rows[0]?.v);
};

beforeAll(async () => {
  await createCityProfile();
  admin = await createAdmin();
  announcements = listenToAnnouncements();
});

afterAll(() => announcements.stop());

describe('a write that is refused announces nothing', () => {
  it('of one document', async () => {
    const { documentId } = await createBusiness();
    const before = await version();
    const heard = await announcements.during(async () => {
      await expect(
        documents().update({
          documentId,
          locale: 'de',
          status: 'published',
          data: { contact: { phone: 'x' } },
        }),
      ).rejects.toMatchObject({ name: 'ValidationError' });
    });
    expect(heard).toEqual([]);
    expect(await version()).toBe(before);
  });

  it('of three in bulk: none of them is published', async () => {
    const drafts = [
      await createBusiness({}, { published: false }),
      await createBusiness({ categories: [] }, { published: false }),
      await createBusiness({}, { published: false }),
    ];
    const documentIds = drafts.map(({ documentId }) => documentId);
    let status = 0;
    const heard = await announcements.during(async () => {
      status = await manager('POST', `${BUSINESS}/actions/bulkPublish`, { documentIds, locale: ['de'] });
    });
    expect(status).toBe(400);
    expect(heard).toEqual([]);
    expect(await publicIds(documentIds)).toEqual([]);
  });

  it('that the surrounding work survives: the rest is announced', async () => {
    const [good, bad] = [
      await createBusiness({}, { published: false }),
      await createBusiness({ categories: [] }, { published: false }),
    ];
    const heard = await announcements.during(() =>
      startedApp().strapi.db.transaction(async () => {
        await expect(documents().publish({ documentId: bad.documentId, locale: 'de' })).rejects.toThrow();
        await documents().publish({ documentId: good.documentId, locale: 'de' });
      }),
    );
    expect(heard.map(inWords)).toEqual([[`published business ${good.documentId} de`]]);
    expect(await publicIds([bad.documentId])).toEqual([]);
  });
});

describe('a listener that fails undoes the write', () => {
  it('of the content manager', async () => {
    const { documentId } = await createBusiness({ summary: 'Alt' });
    const before = await version();
    await announcements.failing(async () => {
      expect(await manager('POST', `${BUSINESS}/${documentId}/actions/publish`, { summary: 'Neu' })).toBe(
        500,
      );
    });
    expect(await documents().findOne({ documentId, locale: 'de' })).toMatchObject({ summary: 'Alt' });
    expect(await version()).toBe(before);
  });

  it('of a bulk action, completely', async () => {
    const documentIds = [(await createBusiness()).documentId, (await createBusiness()).documentId];
    await announcements.failing(async () => {
      expect(await manager('POST', `${BUSINESS}/actions/bulkDelete`, { documentIds })).toBe(500);
    });
    expect((await publicIds(documentIds)).sort()).toEqual(documentIds.sort());
  });

  it('of a category that businesses show', async () => {
    const { documentId } = await createCategory({ name: 'Vorher' });
    await createBusiness({ categories: [documentId] });
    await announcements.failing(async () => {
      expect(await manager('PUT', `${CATEGORY}/${documentId}`, { name: 'Nachher' })).toBe(500);
    });
    expect(await startedApp().strapi.documents(CATEGORY).findOne({ documentId, locale: 'de' })).toMatchObject(
      {
        name: 'Vorher',
      },
    );
  });

  it('of a language that is removed', async () => {
    await createBusiness();
    const { body } = await request<{ id: number; code: string }[]>('/i18n/locales', { token: admin.token });
    const en = body.find(({ code }) => code === 'en');
    const { documentId } = await createCategory();
    await startedApp()
      .strapi.documents(CATEGORY)
      .update({ documentId, locale: 'en', data: { name: 'Kept' } });
    await announcements.failing(async () => {
      const answer = await request(`/i18n/locales/${en?.id}`, { method: 'DELETE', token: admin.token });
      expect(answer.status).toBe(500);
    });
    expect(
      await startedApp().strapi.documents(CATEGORY).findOne({ documentId, locale: 'en' }),
    ).not.toBeNull();
  });
});
