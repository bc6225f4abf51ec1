import {
  contributorActor,
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  edit,
  logOf,
  moderation,
  request,
  startedApp,
  type AdminAccount,
} from '../../support';

const BUSINESS = 'api::business.business';

let editor: AdminAccount;

const manager = (path: string, body: unknown = {}, method = 'POST') =>
  request<{ error?: { details: { code: string } } }>(`/content-manager/collection-types/${BUSINESS}${path}`, {
    method,
    body,
    token: editor.token,
  });

const summaryOf = async (documentId: string): Promise<string | number> => {
  const { status, body } = await request<{ data: { summary: string } }>(`/api/businesses/${documentId}`);
  return status === 200 ? body.data.summary : status;
};

const stateOf = (documentId: string) => moderation().stateOf(BUSINESS, documentId);

async function submitted(): Promise<string> {
  const { documentId } = await createBusiness({ summary: 'Öffentlich' });
  await edit(BUSINESS, documentId, { summary: 'Eingereicht' });
  await moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor: contributorActor() });
  return documentId;
}

const suspend = (documentId: string) =>
  moderation().perform({
    uid: BUSINESS,
    documentId,
    action: 'suspend',
    actor: { kind: 'editor', id: editor.id, name: 'Erika' },
    reason: 'Bitte prüfen',
  });

/** Public, and changed by an editor since then. */
async function changed(): Promise<string> {
  const { documentId } = await createBusiness({ summary: 'Öffentlich' });
  expect((await manager(`/${documentId}`, { summary: 'Geändert' }, 'PUT')).status).toBe(200);
  return documentId;
}

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: 'redaktion' });
});

describe('an editor in the content manager', () => {
  it('approves an open submission by publishing, and the log says so', async () => {
    const documentId = await submitted();
    const { version } = (await stateOf(documentId)).submission;
    const saved = await manager(`/${documentId}/actions/publish`, { summary: 'Verbessert' });
    expect(saved.status).toBe(200);
    expect(await summaryOf(documentId)).toBe('Verbessert');
    const state = await stateOf(documentId);
    expect(state).toMatchObject({ submission: { state: 'none' }, publication: 'public' });
    expect(state.submission.version).toBeGreaterThan(version);
    expect((await logOf(documentId)).at(-1)).toMatchObject({
      action: 'approve',
      via: 'content-manager',
      actor_kind: 'editor',
      actor_id: editor.id,
    });
  });

  it('moves the version of an open submission by saving', async () => {
    const documentId = await submitted();
    const before = await stateOf(documentId);
    expect((await manager(`/${documentId}`, { summary: 'Gespeichert' }, 'PUT')).status).toBe(200);
    const after = await stateOf(documentId);
    expect(after.submission.state).toBe('submitted');
    expect(after.submission.version).toBe(before.submission.version + 1);
    expect(await summaryOf(documentId)).toBe('Öffentlich');
  });

  it.each(['unpublish', 'actions/bulkUnpublish'])(
    'cannot withdraw what is public without a reason for the business: %s',
    async (path) => {
      const { documentId } = await createBusiness({ summary: 'Da' });
      const answer = path.startsWith('actions')
        ? await manager(`/${path}`, { documentIds: [documentId], locale: ['de'] })
        : await manager(`/${documentId}/actions/${path}`);
      expect(answer.status).toBe(409);
      expect(answer.body.error?.details.code).toBe('suspend-instead');
      expect(await summaryOf(documentId)).toBe('Da');
      expect((await stateOf(documentId)).publication).toBe('public');
    },
  );

  it('cannot publish what is suspended in any way; lifting the suspension restores the same revision', async () => {
    const { documentId } = await createBusiness({ summary: 'Da' });
    await suspend(documentId);
    const answers = [
      await manager(`/${documentId}/actions/publish`, { summary: 'Neu' }),
      await manager('/actions/bulkPublish', { documentIds: [documentId], locale: ['de'] }),
    ];
    await edit(BUSINESS, documentId, { summary: 'Eingereicht' });
    await moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor: contributorActor() });
    answers.push(await manager(`/${documentId}/actions/publish`, {}));
    for (const { status, body } of answers)
      expect([status, body.error?.details.code]).toEqual([409, 'suspended']);
    expect(await summaryOf(documentId)).toBe(404);
    const path = `/moderation/documents/${BUSINESS}/${documentId}/reinstate`;
    expect((await request(path, { method: 'POST', body: {}, token: editor.token })).status).toBe(200);
    expect(await summaryOf(documentId)).toBe('Da');
  });

  it('unpublishing one locale of two leaves the document public', async () => {
    const category = (await createCategory()).documentId;
    const { strapi } = startedApp();
    await strapi
      .documents('api::category.category')
      .update({ documentId: category, locale: 'en', data: { name: 'Category' } });
    const { documentId } = await createBusiness({ categories: [category], summary: 'Deutsch' });
    await strapi.documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'English' } });
    await strapi.documents(BUSINESS).publish({ documentId, locale: 'en' });
    expect((await manager(`/${documentId}/actions/unpublish`, { locale: 'en' })).status).toBe(200);
    expect((await stateOf(documentId)).publication).toBe('public');
    expect(await summaryOf(documentId)).toBe('Deutsch');
  });

  it('rejects an open submission by discarding it', async () => {
    const documentId = await submitted();
    expect((await manager(`/${documentId}/actions/discard`)).status).toBe(200);
    const state = await stateOf(documentId);
    expect(state.submission.state).toBe('rejected');
    expect(state.submission.message).toMatch(/verworfen/);
    expect(await summaryOf(documentId)).toBe('Öffentlich');
  });

  it('cannot write, publish or discard what is archived', async () => {
    const { documentId } = await createBusiness();
    await request(`/moderation/documents/${BUSINESS}/${documentId}/archive`, {
      method: 'POST',
      body: { reason: 'Geschlossen' },
      token: editor.token,
    });
    const answers = [
      await manager(`/${documentId}`, { summary: 'Nein' }, 'PUT'),
      await manager(`/${documentId}/actions/publish`, {}),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(409);
      expect(body.error?.details.code).toBe('archived');
    }
  });

  it('cannot bulk publish what is waiting for review', async () => {
    const [one, waiting] = [await changed(), await submitted()];
    const documentIds = [one, waiting];
    const { status, body } = await manager('/actions/bulkPublish', { documentIds, locale: ['de'] });
    expect({ status, code: body.error?.details.code }).toEqual({ status: 409, code: 'review-first' });
    expect(await summaryOf(one)).toBe('Öffentlich');
    expect((await stateOf(waiting)).submission.state).toBe('submitted');
  });

  it('publishes in bulk, all or nothing', async () => {
    const [one, two, archived] = [await changed(), await changed(), await createBusiness()];
    await moderation().perform({
      uid: BUSINESS,
      documentId: archived.documentId,
      action: 'archive',
      reason: 'Geschlossen',
      actor: { kind: 'editor', id: editor.id, name: 'Erika' },
    });
    const all = [one, two, archived.documentId];
    const refused = await manager('/actions/bulkPublish', { documentIds: all, locale: ['de'] });
    expect(refused.status).toBe(409);
    expect(await summaryOf(one)).toBe('Öffentlich');
    const done = await manager('/actions/bulkPublish', { documentIds: [one, two], locale: ['de'] });
    expect(done.status).toBe(200);
    for (const documentId of [one, two]) expect(await summaryOf(documentId)).toBe('Geändert');
  });

  it('deletes a document that was never public, and leaves its log', async () => {
    const { documentId } = await createBusiness({}, { published: false });
    const answer = await manager(`/${documentId}?locale=*`, undefined, 'DELETE');
    expect(answer.status).toBe(200);
    expect(await summaryOf(documentId)).toBe(404);
    expect((await logOf(documentId)).at(-1)).toMatchObject({
      action: 'delete',
      submission_to: 'none',
      publication_to: 'none',
    });
  });

  it('creates a document with nothing pending, and a clone does not inherit the state', async () => {
    const { documentId } = await createBusiness({}, { published: false });
    expect(await stateOf(documentId)).toMatchObject({ submission: { state: 'none' }, publication: 'none' });
    const source = await submitted();
    const cloned = await startedApp()
      .strapi.documents(BUSINESS)
      .clone({ documentId: source, locale: 'de', data: { name: 'Kopie' } });
    expect(await stateOf(String(cloned?.documentId))).toMatchObject({
      submission: { state: 'none', version: 0 },
      publication: 'none',
    });
  });
});

describe('code', () => {
  const documents = () => startedApp().strapi.documents(BUSINESS);

  it('cannot publish what a contributor has pending', async () => {
    const documentId = await submitted();
    await expect(documents().publish({ documentId, locale: 'de' })).rejects.toMatchObject({
      code: 'not-yours',
    });
    await expect(
      documents().update({ documentId, locale: 'de', data: { summary: 'Import' }, status: 'published' }),
    ).rejects.toMatchObject({ code: 'not-yours' });
    expect(await summaryOf(documentId)).toBe('Öffentlich');
  });

  it('cannot undo a suspension by publishing', async () => {
    const { documentId } = await createBusiness();
    await suspend(documentId);
    await expect(documents().publish({ documentId, locale: 'de' })).rejects.toMatchObject({
      code: 'suspended',
    });
    expect(await summaryOf(documentId)).toBe(404);
  });
});
