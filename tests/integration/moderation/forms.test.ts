import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createDocument,
  createOffer,
  edit,
  logOf,
  mailsTo,
  OpenForm,
  request,
  startedApp,
  waitForMail,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

const BUSINESS = 'api::business.business';
const CITY = 'api::city-profile.city-profile';

let renate: AdminAccount;
let jonas: AdminAccount;
let baker: ContributorAccount;
let category: string;

const open = (editor: AdminAccount, documentId: string, locale?: string) =>
  OpenForm.open(editor.token, BUSINESS, { documentId, ...(locale ? { locale } : {}) });

const mine = (documentId: string, method: string, path = '', data?: Record<string, unknown>) =>
  request(`/api/my/businesses/${documentId}${path}`, {
    method,
    token: baker.token,
    ...(data ? { body: { data } } : {}),
  });

const publicSummary = async (documentId: string): Promise<string> =>
  (await request<{ data: { summary: string } }>(`/api/businesses/${documentId}`)).body.data.summary;

async function listing(attributes: Record<string, unknown> = {}): Promise<string> {
  const { documentId } = await createBusiness({
    summary: 'Brot',
    description: 'Sauerteig',
    categories: [category],
    sizeClass: 'micro',
    contact: { phone: '0231 123456' },
    hours: [{ service: 'on-site', rule: 'Mo-Fr 07:00-18:00' }],
    ...attributes,
  });
  await createDocument(
    'api::membership.membership',
    { business: documentId, user: baker.id, role: 'owner', since: new Date().toISOString() },
    { published: false },
  );
  return documentId;
}

beforeAll(async () => {
  await createCityProfile();
  category = (await createCategory()).documentId;
  [renate, jonas] = [await createAdmin({ role: 'redaktion' }), await createAdmin({ role: 'redaktion' })];
  baker = await createContributor();
});

describe('a save', () => {
  it('over a change it has not shown is refused with both values, and nothing is written', async () => {
    const documentId = await listing();
    const [first, second] = [await open(renate, documentId), await open(jonas, documentId)];
    expect((await first.save({ summary: 'Brot und Kuchen' })).status).toBe(200);
    const { status, body } = await second.save({ summary: 'Brot, Kaffee', description: 'Hefe' });
    expect(status).toBe(409);
    expect(body.error?.message).toMatch(/geändert, seit Sie ihn geöffnet haben/);
    expect(body.error?.details).toMatchObject({
      code: 'changed-meanwhile',
      changes: [
        { locale: 'de', field: 'summary', conflict: true, yours: 'Brot, Kaffee', now: 'Brot und Kuchen' },
      ],
      by: { kind: 'editor' },
    });
    await second.load();
    expect(second.content).toMatchObject({ summary: 'Brot und Kuchen', description: 'Sauerteig' });
    expect((await second.save({ summary: 'Brot, Kuchen, Kaffee' })).status).toBe(200);
  });

  it('of other fields succeeds, and reports the other change', async () => {
    const documentId = await listing();
    const form = await open(renate, documentId);
    await edit(BUSINESS, documentId, { summary: 'Vom Bäcker' });
    const { status, body } = await form.save({ description: 'Hefe' });
    expect(status).toBe(200);
    expect(body.meta.merged).toEqual([{ locale: 'de', field: 'summary' }]);
    expect(body.data).toMatchObject({ summary: 'Vom Bäcker', description: 'Hefe' });
    expect((await form.save({ summary: 'Gesehen' })).status).toBe(200);
  });

  it('with the same value as the other is not a conflict', async () => {
    const documentId = await listing();
    const [first, second] = [await open(renate, documentId), await open(jonas, documentId)];
    await first.save({ summary: 'Gleich' });
    expect((await second.save({ summary: 'Gleich' })).status).toBe(200);
  });

  it('by two at the same moment is accepted once', async () => {
    const documentId = await listing();
    const forms = [await open(renate, documentId), await open(jonas, documentId)];
    const answers = await Promise.all(forms.map((form, at) => form.save({ summary: `Zugleich ${at}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of hours that the business has replaced in the meantime leads to a choice, not to a refusal of their ids', async () => {
    const documentId = await listing();
    const form = await open(renate, documentId);
    const hours = form.content.hours as Record<string, unknown>[];
    await mine(documentId, 'PUT', '', { hours: [{ service: 'on-site', rule: 'Mo-Fr 06:00-18:00' }] });
    const changed = hours.map((entry) => ({ ...entry, note: 'Klingeln' }));
    const { status, body } = await form.save({ hours: changed });
    expect(status).toBe(409);
    expect(body.error?.details).toMatchObject({
      changes: [
        {
          field: 'hours',
          conflict: true,
          yours: [{ rule: 'Mo-Fr 07:00-18:00', note: 'Klingeln' }],
          now: [{ rule: 'Mo-Fr 06:00-18:00' }],
        },
      ],
      by: { kind: 'contributor', name: baker.username },
    });
    // "Mine": with the version just seen, and the earlier ids.
    await form.load();
    const chosen = await form.save({ hours: changed });
    expect({ status: chosen.status, text: chosen.text }).toMatchObject({ status: 200 });
    expect(chosen.body.data.hours).toMatchObject([{ rule: 'Mo-Fr 07:00-18:00', note: 'Klingeln' }]);
  });

  it('keeps what both have linked', async () => {
    const [documentId, one, other] = [await listing(), await createCategory(), await createCategory()];
    const [first, second] = [await open(renate, documentId), await open(jonas, documentId)];
    const link = (to: { documentId: string }) => ({ categories: { connect: [to], disconnect: [] } });
    expect((await first.save(link({ documentId: one.documentId }))).status).toBe(200);
    expect((await second.save(link({ documentId: other.documentId }))).status).toBe(200);
    const stored = await startedApp()
      .strapi.documents(BUSINESS)
      .findOne({ documentId, populate: ['categories'] });
    expect(stored?.categories?.map((entry) => entry.documentId).sort()).toEqual(
      [category, one.documentId, other.documentId].sort(),
    );
  });

  it('of a single relation of a document is a conflict like any other', async () => {
    const business = await createBusiness();
    const [near, far] = [await createBusiness({ name: 'Nah' }), await createBusiness({ name: 'Fern' })];
    const offer = await createOffer(business);
    const uid = 'api::offer.offer';
    const forms = [
      await OpenForm.open(renate.token, uid, { documentId: offer.documentId }),
      await OpenForm.open(jonas.token, uid, { documentId: offer.documentId }),
    ] as const;
    const link = (to: { documentId: string }) => ({
      business: { connect: [{ documentId: to.documentId }], disconnect: [] },
    });
    expect((await forms[0].save(link(near))).status).toBe(200);
    const { status, body } = await forms[1].save(link(far));
    expect(status).toBe(409);
    expect(body.error?.details.changes).toMatchObject([
      { field: 'business', yours: { title: 'Fern' }, now: { title: 'Nah' } },
    ]);
  });

  it('of a fact changed in the form of another language is a conflict', async () => {
    const documentId = await listing();
    const english = await open(renate, documentId, 'en');
    expect((await english.save({ summary: 'Bread' })).status).toBe(200);
    const german = await open(jonas, documentId, 'de');
    expect((await english.save({ sizeClass: 'small' })).status).toBe(200);
    expect((await german.save({ summary: 'Brote' })).status).toBe(200);
    await english.save({ sizeClass: 'medium' });
    const { status, body } = await german.save({ sizeClass: 'self-employed' });
    expect(status).toBe(409);
    expect(body.error?.details.changes).toMatchObject([
      { locale: 'de', field: 'sizeClass', conflict: true, yours: 'self-employed', now: 'medium' },
    ]);
  });

  it('of a language that someone has started in the meantime is a conflict', async () => {
    const documentId = await listing();
    const [first, second] = [await open(renate, documentId, 'en'), await open(jonas, documentId, 'en')];
    expect((await first.save({ summary: 'Bread' })).status).toBe(200);
    const { status, body } = await second.save({ summary: 'Loaves' });
    expect(status).toBe(409);
    expect(body.error?.details.changes).toContainEqual(
      expect.objectContaining({ locale: 'en', field: 'summary', yours: 'Loaves', now: 'Bread' }),
    );
  });

  it('of the city profile is checked against what it has shown, too', async () => {
    const [first, second] = [await OpenForm.open(renate.token, CITY), await OpenForm.open(jonas.token, CITY)];
    expect((await first.save({ claim: 'Eins' })).status).toBe(200);
    expect((await second.save({ claim: 'Zwei' })).status).toBe(409);
    expect((await second.save({ hashtag: '#drei' })).status).toBe(200);
  });

  it('with a made-up version counts as having shown nothing', async () => {
    const documentId = await listing();
    for (const version of ['{', '[]', '{"de":1}', 'x'.repeat(9_000)]) {
      const { status } = await request(`/content-manager/collection-types/${BUSINESS}/${documentId}`, {
        method: 'PUT',
        token: renate.token,
        headers: { 'Form-Version': version },
        body: { summary: 'Blind' },
      });
      expect({ version: version.slice(0, 9), status }).toEqual({ version: version.slice(0, 9), status: 409 });
    }
  });

  it('without a version is written, as other clients of the route may do', async () => {
    const documentId = await listing();
    const path = `/content-manager/collection-types/${BUSINESS}/${documentId}`;
    const body = { summary: 'Ohne' };
    expect((await request(path, { method: 'PUT', token: renate.token, body })).status).toBe(200);
  });
});

describe('what is published or discarded', () => {
  it('has been shown: a submission that arrived in the meantime is not published unseen', async () => {
    const documentId = await listing();
    const form = await open(renate, documentId);
    await mine(documentId, 'PUT', '', { summary: 'TEXT VOM BÄCKER' });
    await mine(documentId, 'POST', '/submit');
    const refused = await form.publish({ description: 'Von Renate' });
    expect(refused.status).toBe(409);
    expect(refused.body.error?.details.changes).toMatchObject([
      { field: 'summary', conflict: false, yours: null, now: 'TEXT VOM BÄCKER' },
    ]);
    expect(await publicSummary(documentId)).toBe('Brot');
    await form.load();
    expect((await form.publish({ description: 'Von Renate' })).status).toBe(200);
    expect(await publicSummary(documentId)).toBe('TEXT VOM BÄCKER');
  });

  it('in the other language counts if publishing one publishes both', async () => {
    const documentId = await listing();
    await edit(BUSINESS, documentId, { summary: 'Bread' }, { locale: 'en' });
    const german = await open(renate, documentId, 'de');
    await edit(BUSINESS, documentId, { summary: 'More bread' }, { locale: 'en' });
    const { status, body } = await german.publish();
    expect(status).toBe(409);
    expect(body.error?.details.changes).toMatchObject([{ locale: 'en', field: 'summary' }]);
  });

  it('and so is a draft that is discarded', async () => {
    const documentId = await listing();
    const form = await open(renate, documentId);
    await edit(BUSINESS, documentId, { summary: 'Ungesehen' });
    expect((await form.discard()).status).toBe(409);
    const { strapi } = startedApp();
    expect(await strapi.documents(BUSINESS).findOne({ documentId })).toMatchObject({ summary: 'Ungesehen' });
    expect(await publicSummary(documentId)).toBe('Brot');
    await form.load();
    expect((await form.discard()).status).toBeLessThan(300);
  });

  it('and so is what is deleted, which has never been public', async () => {
    const { documentId } = await createBusiness({ summary: 'Brot' }, { published: false });
    const form = await open(renate, documentId);
    await edit(BUSINESS, documentId, { summary: 'Ungesehen' });
    expect((await form.delete()).status).toBe(409);
    const { strapi } = startedApp();
    expect(await strapi.documents(BUSINESS).findOne({ documentId })).toMatchObject({ summary: 'Ungesehen' });
    await form.load();
    expect((await form.delete()).status).toBeLessThan(300);
  });
});

describe('an approval', () => {
  const submit = async (documentId: string, summary: string): Promise<void> => {
    await mine(documentId, 'PUT', '', { summary });
    expect((await mine(documentId, 'POST', '/submit')).status).toBe(200);
  };
  const heard = async (documentId: string) => {
    const log = (await logOf(documentId)).at(-1);
    const count = mailsTo(baker.email).length;
    const mail = await waitForMail(baker.email, (one) => one.subject.includes('öffentlich'));
    return { details: log?.details, action: log?.action, mail, count };
  };

  beforeEach(async () => {
    // A separate reader for each, so that the newest mail belongs to the case.
    baker = await createContributor();
  });

  it('of exactly what was submitted says so', async () => {
    const documentId = await listing();
    await submit(documentId, 'Eingereicht');
    expect((await (await open(renate, documentId)).publish()).status).toBe(200);
    const { details, action, mail } = await heard(documentId);
    expect({ details, action }).toEqual({ details: { changedByEditors: [] }, action: 'approve' });
    expect(mail.text).toContain('so, wie Sie ihn eingereicht haben');
  });

  it.each(['with the publication', 'before it'])('that an editor has changed %s says that', async (when) => {
    const documentId = await listing();
    await submit(documentId, 'Eingereicht');
    const form = await open(renate, documentId);
    const change = { summary: 'Verbessert' };
    if (when === 'before it') await form.save(change);
    expect((await form.publish(when === 'before it' ? {} : change)).status).toBe(200);
    const { details, mail } = await heard(documentId);
    expect(details).toEqual({ changedByEditors: [{ locale: 'de', field: 'summary' }] });
    expect(mail.subject).toContain('mit Änderungen der Redaktion');
    expect(mail.text).not.toContain('so, wie Sie ihn eingereicht haben');
  });

  it('says nothing about submissions from before this was recorded', async () => {
    const documentId = await listing();
    await submit(documentId, 'Eingereicht');
    await startedApp().strapi.db.connection.raw(
      'update stadtverbund.submission set submitted_version = null where document_id = ?',
      [documentId],
    );
    expect((await (await open(renate, documentId)).publish()).status).toBe(200);
    const { details, mail } = await heard(documentId);
    expect(details).toEqual({});
    expect(mail.text).not.toContain('so, wie Sie ihn eingereicht haben');
    expect(mail.text).not.toContain('geändert');
  });
});
