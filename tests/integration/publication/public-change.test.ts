import { onPublicChanges, type PublicChange } from '#src/publication/index';
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  moderation,
  request,
  startedApp,
  contributorActor,
  edit,
  editorActor,
  type AdminAccount,
} from '../../support';

const BUSINESS = 'api::business.business';

let admin: AdminAccount;
let changes: PublicChange[] = [];
let failWith: Error | undefined;
let stop: () => void;

const documents = () => startedApp().strapi.documents(BUSINESS);

/** What was announced while `work` ran. */
async function announced(work: () => Promise<unknown>): Promise<PublicChange[]> {
  changes = [];
  await work();
  return changes;
}

const manager = (path: string, body: unknown = {}, method = 'POST') =>
  request(`/content-manager/collection-types/${BUSINESS}${path}`, { method, body, token: admin.token });

async function bilingual(): Promise<string> {
  const category = (await createCategory()).documentId;
  await startedApp()
    .strapi.documents('api::category.category')
    .update({ documentId: category, locale: 'en', data: { name: 'Category' } });
  const { documentId } = await createBusiness({ categories: [category] }, { published: false });
  await documents().update({ documentId, locale: 'en', data: { summary: 'English' } });
  return documentId;
}

beforeAll(async () => {
  await createCityProfile();
  admin = await createAdmin();
  stop = onPublicChanges(startedApp().strapi, (told) => {
    changes.push(...told);
    return failWith ? Promise.reject(failWith) : Promise.resolve();
  });
});

afterAll(() => stop());
beforeEach(() => {
  failWith = undefined;
});

describe('what becomes or stops being public', () => {
  it('is announced once for a publish, and not for a draft', async () => {
    const { documentId } = await createBusiness({}, { published: false });
    expect(
      await announced(() => documents().update({ documentId, locale: 'de', data: { summary: 'x' } })),
    ).toEqual([]);
    expect(await announced(() => documents().publish({ documentId, locale: 'de' }))).toEqual([
      { type: BUSINESS, documentId, action: 'published', locales: ['de'] },
    ]);
    expect(await announced(() => documents().unpublish({ documentId, locale: 'de' }))).toEqual([
      { type: BUSINESS, documentId, action: 'removed', locales: ['de'] },
    ]);
  });

  test.each([
    ['all locales', '*' as const],
    ['an array of locales', ['de', 'en']],
  ])('names %s in one change', async (_name, locale) => {
    const documentId = await bilingual();
    const [change, ...more] = await announced(() => documents().publish({ documentId, locale }));
    expect(more).toEqual([]);
    expect(change).toMatchObject({ action: 'published' });
    expect([...(change?.locales ?? [])].sort()).toEqual(['de', 'en']);
    expect(await announced(() => documents().unpublish({ documentId, locale: 'en' }))).toMatchObject([
      { action: 'published', locales: ['de'] },
    ]);
    expect(await announced(() => documents().delete({ documentId, locale: '*' }))).toMatchObject([
      { action: 'removed', locales: ['de'] },
    ]);
  });

  it('covers save and publish in the content manager, also in bulk', async () => {
    const [one, two] = [await createBusiness(), await createBusiness({}, { published: false })];
    const saved = await announced(() => manager(`/${one.documentId}/actions/publish`, { summary: 'Neu' }));
    expect(saved).toMatchObject([{ documentId: one.documentId, action: 'published' }]);
    const bulk = await announced(() =>
      manager('/actions/bulkPublish', { documentIds: [one.documentId, two.documentId], locale: ['de'] }),
    );
    expect(bulk.map(({ documentId }) => documentId).sort()).toEqual([one.documentId, two.documentId].sort());
  });

  it('covers what moderation restores below the document service', async () => {
    const { documentId } = await createBusiness();
    const perform = (action: 'suspend' | 'reinstate') =>
      moderation().perform({ uid: BUSINESS, documentId, action, actor: editorActor(), reason: 'x' });
    expect(await announced(() => perform('suspend'))).toMatchObject([{ action: 'removed' }]);
    expect(await announced(() => perform('reinstate'))).toMatchObject([{ action: 'published' }]);
  });

  it('covers auto-approved fields, but not the pending rest', async () => {
    const { documentId } = await createBusiness();
    expect(await announced(() => edit(BUSINESS, documentId, { summary: 'Wartet' }))).toEqual([]);
    const hours = [{ service: 'on-site', rule: 'Mo-Sa 08:00-20:00' }];
    expect(
      await announced(() => edit(BUSINESS, documentId, { hours }, { actor: contributorActor() })),
    ).toMatchObject([{ documentId, action: 'published' }]);
  });

  it('is rolled back when a listener fails', async () => {
    const { documentId } = await createBusiness({}, { published: false });
    failWith = new Error('The read model is broken.');
    await expect(documents().publish({ documentId, locale: 'de' })).rejects.toThrow('read model');
    failWith = undefined;
    expect(await documents().findOne({ documentId, locale: 'de', status: 'published' })).toBeNull();
    expect((await moderation().stateOf(BUSINESS, documentId)).publication).toBe('none');
  });

  it('is announced for a type without drafts as well', async () => {
    const { documentId } = await createCategory();
    const renamed = await announced(() =>
      startedApp()
        .strapi.documents('api::category.category')
        .update({ documentId, locale: 'de', data: { name: 'Umbenannt' } }),
    );
    expect(renamed).toMatchObject([{ type: 'api::category.category', documentId, action: 'published' }]);
  });
});
