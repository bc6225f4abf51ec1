import {
  contributorActor,
  createBusiness,
  createCategory,
  createCityProfile,
  createOffer,
  edit,
  editorActor,
  logOf,
  moderation,
  request,
  startedApp,
} from '../../support';

const BUSINESS = 'api::business.business';

interface PublicBusiness {
  data: Record<string, unknown> & { summary: string; hours: { rule: string }[] };
}

const publicly = async (documentId: string, locale = 'de') => {
  const { status, body } = await request<PublicBusiness>(
    `/api/businesses/${documentId}?locale=${locale}&populate=*`,
  );
  return status === 200 ? body.data : status;
};

/** What the public reads, without the ids that change with every publish. */
const withoutIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, inner]) => [key, withoutIds(inner)]),
  );
};

const perform = (
  documentId: string,
  action:
    | 'submit'
    | 'approve'
    | 'suspend'
    | 'reinstate'
    | 'archive'
    | 'restore'
    | 'discard'
    | 'withdraw'
    | 'reject'
    | 'request-changes',
  reason?: string,
) =>
  moderation().perform({
    uid: BUSINESS,
    documentId,
    action,
    actor: ['submit', 'withdraw', 'discard'].includes(action) ? contributorActor() : editorActor(),
    reason,
  });

beforeAll(() => createCityProfile());

describe('the moderation service', () => {
  it('publishes an edit of a public business only when it is approved', async () => {
    const { documentId } = await createBusiness({ summary: 'Alt' });
    const before = withoutIds(await publicly(documentId));
    const edited = await edit(BUSINESS, documentId, { summary: 'Neu' });
    expect(edited.state).toMatchObject({ submission: { state: 'draft' }, publication: 'public' });
    await perform(documentId, 'submit');
    expect(withoutIds(await publicly(documentId))).toEqual(before);
    const approved = await perform(documentId, 'approve');
    expect(approved).toMatchObject({ submission: { state: 'none' }, publication: 'public' });
    expect(await publicly(documentId)).toMatchObject({ summary: 'Neu' });
    expect((await logOf(documentId)).map(({ action }) => action)).toEqual([
      'publish',
      'edit',
      'submit',
      'approve',
    ]);
  });

  it('a new document stays invisible until it is approved, and a discarded one is gone', async () => {
    const { strapi } = startedApp();
    const made = await moderation().recordEdit({
      uid: BUSINESS,
      actor: contributorActor(),
      write: () =>
        strapi.documents(BUSINESS).create({ locale: 'de', data: { name: 'Ganz neu' } }) as Promise<{
          documentId: string;
        }>,
    });
    const { documentId } = made.result;
    expect(made.state).toMatchObject({ submission: { state: 'draft', version: 1 }, publication: 'none' });
    expect(await publicly(documentId)).toBe(404);
    await perform(documentId, 'discard');
    await expect(
      moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor: contributorActor() }),
    ).rejects.toMatchObject({ code: 'not-found', status: 404 });
    expect((await logOf(documentId)).map(({ action }) => action)).toEqual(['create', 'discard']);
  });

  it('refuses an edit while submitted, a stale version, and a missing reason', async () => {
    const { documentId } = await createBusiness();
    const { state } = await edit(BUSINESS, documentId, { summary: 'Eins' });
    await expect(
      moderation().perform({
        uid: BUSINESS,
        documentId,
        action: 'submit',
        actor: contributorActor(),
        expectedVersion: state.submission.version - 1,
      }),
    ).rejects.toMatchObject({ code: 'stale-version', status: 409 });
    await perform(documentId, 'submit');
    await expect(edit(BUSINESS, documentId, { summary: 'Zwei' })).rejects.toMatchObject({
      code: 'waits-for-review',
      details: { from: 'submitted' },
    });
    await expect(perform(documentId, 'reject')).rejects.toMatchObject({
      status: 400,
      details: { errors: [{ path: ['reason'] }] },
    });
    await expect(perform(documentId, 'reject', 'Bitte anders')).resolves.toMatchObject({
      submission: { state: 'rejected', message: 'Bitte anders' },
    });
  });

  it('brings back exactly the revision that was suspended, pending change or not', async () => {
    const business = await createBusiness({
      summary: 'Öffentlich',
      hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:00', note: 'Montags ruhig' }],
      contact: { phone: '0231 123456', website: 'example.org' },
    });
    const { documentId } = business;
    await createOffer(business);
    const before = withoutIds(await publicly(documentId));
    await edit(BUSINESS, documentId, { summary: 'Noch nicht öffentlich' });
    await perform(documentId, 'suspend', 'Beschwerde');
    expect(await publicly(documentId)).toBe(404);
    await expect(perform(documentId, 'reinstate')).resolves.toMatchObject({ publication: 'public' });
    expect(withoutIds(await publicly(documentId))).toEqual(before);
    const draft = await startedApp().strapi.documents(BUSINESS).findOne({ documentId, locale: 'de' });
    expect(draft).toMatchObject({ summary: 'Noch nicht öffentlich' });
  });

  it('brings an offer back with its business', async () => {
    const business = await createBusiness();
    const offer = await createOffer(business);
    const since = await createOffer(business, { title: 'Abholung' }, { published: false });
    const url = (id: string) => `/api/offers/${id}?populate=business`;
    await perform(business.documentId, 'suspend', 'Beschwerde');
    await startedApp()
      .strapi.documents('api::offer.offer')
      .publish({ documentId: since.documentId, locale: 'de' });
    await perform(business.documentId, 'reinstate');
    for (const { documentId } of [offer, since]) {
      const { body } = await request<{ data: { business: { documentId: string } | null } }>(url(documentId));
      expect(body.data.business).toMatchObject({ documentId: business.documentId });
    }
  });

  it('restores an archived document to what it was before', async () => {
    const { documentId } = await createBusiness();
    const before = withoutIds(await publicly(documentId));
    await perform(documentId, 'archive', 'Geschlossen');
    expect(await publicly(documentId)).toBe(404);
    await expect(edit(BUSINESS, documentId, { summary: 'Nein' })).rejects.toMatchObject({ code: 'archived' });
    await perform(documentId, 'restore');
    expect(withoutIds(await publicly(documentId))).toEqual(before);
    await perform(documentId, 'suspend', 'Beschwerde');
    await perform(documentId, 'archive', 'Geschlossen');
    await expect(perform(documentId, 'restore')).resolves.toMatchObject({ publication: 'suspended' });
    expect(await publicly(documentId)).toBe(404);
    await perform(documentId, 'reinstate');
    expect(withoutIds(await publicly(documentId))).toEqual(before);
  });

  it('discarding resets the draft to the public version, also for a suspended document', async () => {
    const { documentId } = await createBusiness({ summary: 'Öffentlich' });
    const draft = () => startedApp().strapi.documents(BUSINESS).findOne({ documentId, locale: 'de' });
    await edit(BUSINESS, documentId, { summary: 'Pending' });
    await perform(documentId, 'discard');
    expect(await draft()).toMatchObject({ summary: 'Öffentlich' });
    await edit(BUSINESS, documentId, { summary: 'Pending' });
    await perform(documentId, 'suspend', 'Beschwerde');
    await perform(documentId, 'discard');
    expect(await draft()).toMatchObject({ summary: 'Öffentlich' });
    await perform(documentId, 'reinstate');
    expect(await publicly(documentId)).toMatchObject({ summary: 'Öffentlich' });
  });

  it('publishes hours and phone of a public business immediately, in all locales, and nothing else', async () => {
    const { strapi } = startedApp();
    const category = (await createCategory()).documentId;
    await strapi
      .documents('api::category.category')
      .update({ documentId: category, locale: 'en', data: { name: 'Category' } });
    const { documentId } = await createBusiness({
      categories: [category],
      summary: 'Öffentlich',
      hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:00', note: 'Hinweis' }],
      contact: { phone: '0231 123456' },
    });
    await strapi.documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Public' } });
    await strapi.documents(BUSINESS).publish({ documentId, locale: 'en' });
    await edit(BUSINESS, documentId, { summary: 'Pending' });
    const { autoApproved, state } = await edit(BUSINESS, documentId, {
      hours: [{ service: 'on-site', rule: 'Mo-Sa 08:00-20:00', note: 'Hinweis' }],
    });
    expect(autoApproved).toEqual(['hours']);
    expect(state.submission.state).toBe('draft');
    expect(await publicly(documentId)).toMatchObject({
      summary: 'Öffentlich',
      hours: [{ rule: 'Mo-Sa 08:00-20:00' }],
      contact: { phone: '+49231123456' },
    });
    expect(await publicly(documentId, 'en')).toMatchObject({
      summary: 'Public',
      hours: [{ rule: 'Mo-Sa 08:00-20:00' }],
    });
    expect((await logOf(documentId)).at(-1)).toMatchObject({
      action: 'auto-approve',
      details: { paths: ['hours'] },
    });
  });

  it('an edit of nothing but auto-approved fields leaves nothing pending', async () => {
    const { documentId } = await createBusiness();
    const { state } = await edit(BUSINESS, documentId, {
      hours: [{ service: 'on-site', rule: 'Mo-Sa 08:00-20:00' }],
    });
    expect(state.submission.state).toBe('none');
    expect(await publicly(documentId)).toMatchObject({ hours: [{ rule: 'Mo-Sa 08:00-20:00' }] });
  });

  it('removes what was never public and archives the rest', async () => {
    const { strapi } = startedApp();
    const made = await moderation().recordEdit({
      uid: BUSINESS,
      actor: contributorActor(),
      write: () =>
        strapi.documents(BUSINESS).create({ locale: 'de', data: { name: 'Kurz da' } }) as Promise<{
          documentId: string;
        }>,
    });
    await perform(made.result.documentId, 'submit');
    const removal = { uid: BUSINESS, actor: contributorActor() };
    await expect(
      moderation().remove({ ...removal, documentId: made.result.documentId }),
    ).resolves.toMatchObject({ removed: true });
    const { documentId } = await createBusiness();
    await expect(moderation().remove({ ...removal, documentId })).resolves.toMatchObject({
      removed: false,
      state: { publication: 'archived' },
    });
  });
});

describe('the moderation log', () => {
  it.each([
    'update stadtverbund.moderation_log set reason = null',
    'delete from stadtverbund.moderation_log',
    'truncate stadtverbund.moderation_log',
  ])('the database refuses: %s', async (sql) => {
    await createBusiness();
    await expect(startedApp().strapi.db.connection.raw(sql)).rejects.toThrow(/append-only/);
  });
});
