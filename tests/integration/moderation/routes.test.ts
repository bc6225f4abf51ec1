import {
  contributorActor,
  createAdmin,
  createBusiness,
  createCityProfile,
  createContributor,
  edit,
  logOf,
  moderation,
  request,
  startedApp,
  waitForMail,
  type AdminAccount,
} from '../../support';

const BUSINESS = 'api::business.business';

interface ErrorBody {
  error: { status: number; message: string; details: { code?: string; errors?: { path: string[] }[] } };
}

interface Item {
  id: number;
  version: number;
  state: string;
  contentType: string;
  documentId: string;
  title: string;
  submittedAt: string;
}

let editor: AdminAccount;

const get = <T>(path: string, token = editor.token) => request<T>(`/moderation${path}`, { token });
const post = <T>(path: string, body: unknown, token = editor.token, headers: Record<string, string> = {}) =>
  request<T>(`/moderation${path}`, { method: 'POST', body, token, headers });

const queue = async (query = ''): Promise<Item[]> =>
  (await get<{ data: Item[] }>(`/submissions?pageSize=100&${query}`)).body.data;

/** A public business with a submitted change, and its entry in the queue. */
async function submitted(data: Record<string, unknown> = { summary: 'Eingereicht' }): Promise<Item> {
  const { documentId } = await createBusiness({ summary: 'Öffentlich' });
  await edit(BUSINESS, documentId, data);
  await moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor: contributorActor() });
  const item = (await queue()).find((line) => line.documentId === documentId);
  if (!item) throw new Error('The submission is not in the queue.');
  return item;
}

const summaryOf = async (documentId: string): Promise<string | number> => {
  const { status, body } = await request<{ data: { summary: string } }>(`/api/businesses/${documentId}`);
  return status === 200 ? body.data.summary : status;
};

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin({ role: 'redaktion' });
});

describe('the review queue', () => {
  it('lists what is submitted, and narrows it by state and content type', async () => {
    const item = await submitted();
    expect(item).toMatchObject({ state: 'submitted', contentType: BUSINESS, version: 1 });
    expect(item.title).toMatch(/^Bäckerei Muster/);
    expect(new Date(item.submittedAt).getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect((await queue('contentType=business')).map(({ id }) => id)).toContain(item.id);
    expect((await queue('contentType=api::offer.offer')).map(({ id }) => id)).not.toContain(item.id);
    expect((await queue('state=rejected')).map(({ id }) => id)).not.toContain(item.id);
    expect((await get<ErrorBody>('/submissions?state=lost')).status).toBe(400);
  });

  it('shows the difference field by field, the log and the history of the contributor', async () => {
    const account = await createContributor();
    const { documentId } = await createBusiness({ summary: 'Alt' });
    const actor = contributorActor(account.id);
    await edit(BUSINESS, documentId, { summary: 'Neu' }, { actor });
    await moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor });
    const item = (await queue()).find((line) => line.documentId === documentId) as Item;
    const { body } = await get<{
      data: {
        difference: { locale: string; fields: { name: string; changed: boolean }[] }[];
        log: { action: string }[];
        contributor: { username: string; submitted: number };
      };
    }>(`/submissions/${item.id}`);
    const german = body.data.difference.find(({ locale }) => locale === 'de');
    expect(german?.fields.filter(({ changed }) => changed)).toEqual([
      { name: 'summary', changed: true, before: 'Alt', after: 'Neu' },
    ]);
    expect(body.data.log.map(({ action }) => action)).toEqual(['submit', 'edit', 'publish']);
    expect(body.data.contributor).toMatchObject({ username: account.username });
    expect(body.data.contributor.submitted).toBeGreaterThan(0);
  });

  it('approves the version that was reviewed', async () => {
    const { id, version, documentId } = await submitted();
    const stale = await post<ErrorBody>(`/submissions/${id}/approve`, { version: version - 1 });
    expect(stale.status).toBe(409);
    expect(stale.body.error.details.code).toBe('stale-version');
    expect(await summaryOf(documentId)).toBe('Öffentlich');
    const done = await post<{ data: Item }>(`/submissions/${id}/approve`, { version });
    expect(done).toMatchObject({ status: 200, body: { data: { state: 'none', publication: 'public' } } });
    expect(await summaryOf(documentId)).toBe('Eingereicht');
    const again = await post<ErrorBody>(`/submissions/${id}/approve`, { version });
    expect(again.status).toBe(409);
    expect(again.body.error.details.code).toBe('wrong-state');
  });

  it.each(['request-changes', 'reject'])('%s needs a reason and changes nothing public', async (action) => {
    const { id, version, documentId } = await submitted();
    const missing = await post<ErrorBody>(`/submissions/${id}/${action}`, { version });
    expect(missing.status).toBe(400);
    expect(missing.body.error.details.errors?.[0]?.path).toEqual(['reason']);
    const english = await post<ErrorBody>(`/submissions/${id}/${action}`, { version }, editor.token, {
      'accept-language': 'en',
    });
    expect(english.body.error.message).toMatch(/^Reason/);
    expect((await post(`/submissions/${id}/${action}`, { version, reason: 'Bitte anders' })).status).toBe(
      200,
    );
    expect(await summaryOf(documentId)).toBe('Öffentlich');
  });

  it('a reason names the fields that it is about, until it is done', async () => {
    const { id, version, documentId } = await submitted();
    const reason = 'Bitte nennen Sie die Straße.';
    const unknown = await post<ErrorBody>(`/submissions/${id}/request-changes`, {
      version,
      reason,
      about: ['address', 'passwordHash'],
    });
    expect(unknown.body.error).toMatchObject({
      status: 400,
      details: { code: 'field-unknown', errors: [{ path: ['about', 1] }] },
    });
    const asked = await post(`/submissions/${id}/request-changes`, { version, reason, about: ['address'] });
    expect(asked.status).toBe(200);
    const said = { state: 'changes-requested', message: reason, about: ['address'] };
    expect((await moderation().stateOf(BUSINESS, documentId)).submission).toMatchObject(said);

    await moderation().perform({ uid: BUSINESS, documentId, action: 'submit', actor: contributorActor() });
    const item = (await queue()).find((line) => line.documentId === documentId) as Item;
    expect((await post(`/submissions/${item.id}/approve`, { version: item.version })).status).toBe(200);
    expect((await moderation().stateOf(BUSINESS, documentId)).submission).toMatchObject({
      message: null,
      about: [],
    });
  });

  test.each([
    ['an unknown number', '/submissions/999999/approve', { version: 1 }, 404],
    ['something that is no number', '/submissions/abc/approve', { version: 1 }, 404],
    ['an unknown document', `/documents/${BUSINESS}/gibtesnicht/suspend`, { reason: 'x' }, 404],
    ['a type that is not moderated', '/documents/api::category.category/x/suspend', { reason: 'x' }, 404],
  ])('answers %s with 404', async (_name, path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });

  it('a missing version is reported by name', async () => {
    const { id } = await submitted();
    const answer = await post<ErrorBody>(`/submissions/${id}/approve`, {});
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors?.[0]?.path).toEqual(['version']);
  });

  it('of 100 racing approvals exactly one wins', async () => {
    const { id, version, documentId } = await submitted();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => post(`/submissions/${id}/approve`, { version })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect((await logOf(documentId)).filter(({ action }) => action === 'approve')).toHaveLength(1);
  }, 60_000);

  it('says who else looks at a submission', async () => {
    const { id } = await submitted();
    const other = await createAdmin({ role: 'redaktion' });
    await post(`/submissions/${id}/presence`, {}, other.token);
    const mine = await post<{ data: { id: number }[] }>(`/submissions/${id}/presence`, {});
    expect(mine.body.data).toMatchObject([{ id: other.id, name: 'Erika Muster' }]);
  });
});

describe('who may moderate', () => {
  it('refuses strangers, contributors and editors without the permission', async () => {
    const { id, version } = await submitted();
    const contributor = await createContributor();
    const stranger = await createAdmin({ role: 'strapi-editor' });
    for (const [token, status] of [
      ['', 401],
      [contributor.token, 401],
      [stranger.token, 403],
    ] as const) {
      expect((await post(`/submissions/${id}/approve`, { version }, token)).status).toBe(status);
      expect((await get('/submissions', token)).status).toBe(status);
      expect((await post(`/documents/${BUSINESS}/x/suspend`, { reason: 'x' }, token)).status).toBe(status);
    }
  });
});

describe('documents', () => {
  it('suspends with a reason, reinstates, archives and restores', async () => {
    const { documentId } = await createBusiness({ summary: 'Da' });
    const path = `/documents/${BUSINESS}/${documentId}`;
    expect((await post(`${path}/suspend`, {})).status).toBe(400);
    expect((await post(`${path}/suspend`, { reason: 'Beschwerde' })).status).toBe(200);
    expect(await summaryOf(documentId)).toBe(404);
    expect((await post(`${path}/suspend`, { reason: 'Beschwerde' })).status).toBe(409);
    expect((await post(`${path}/reinstate`, {})).status).toBe(200);
    expect(await summaryOf(documentId)).toBe('Da');
    expect((await post(`${path}/archive`, { reason: 'Geschlossen' })).status).toBe(200);
    expect((await post(`${path}/restore`, {})).status).toBe(200);
    expect(await summaryOf(documentId)).toBe('Da');
    const { body } = await get<{ data: { publication: string; actions: string[] } }>(path);
    expect(body.data.publication).toBe('public');
    expect(body.data.actions).toEqual(['suspend', 'archive']);
  });
});

describe('reason templates', () => {
  it('are there from the start and can be changed', async () => {
    const { body } = await get<{ data: { id: number; action: string }[] }>('/reason-templates');
    expect(body.data.length).toBeGreaterThan(4);
    const made = await post<{ data: { id: number } }>('/reason-templates', {
      action: 'reject',
      name: 'Doppelt',
      texts: { de: 'Den Eintrag gibt es schon.', en: 'The entry exists already.' },
    });
    expect(made.status).toBe(201);
    const path = `/moderation/reason-templates/${made.body.data.id}`;
    const put = await request(path, {
      method: 'PUT',
      token: editor.token,
      body: { action: 'reject', name: 'Doppelt', texts: { de: 'Schon da.', en: 'Already here.' } },
    });
    expect(put).toMatchObject({ status: 200, body: { data: { texts: { de: 'Schon da.' } } } });
    expect((await request(path, { method: 'DELETE', token: editor.token })).status).toBe(204);
    expect((await request(path, { method: 'DELETE', token: editor.token })).status).toBe(404);
  });
});

describe('mails', () => {
  it('a decision reaches everyone who manages the business, in their language', async () => {
    const { strapi } = startedApp();
    const account = await createContributor();
    await strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { id: account.id }, data: { language: 'en' } });
    const { documentId } = await createBusiness({ name: 'Brotzeit' });
    await strapi.documents('api::membership.membership').create({
      data: { business: documentId, user: account.id, role: 'owner', since: new Date().toISOString() },
    });
    await edit(BUSINESS, documentId, { summary: 'Neu' });
    await moderation().perform({
      uid: BUSINESS,
      documentId,
      action: 'submit',
      actor: contributorActor(account.id),
    });
    const item = (await queue()).find((line) => line.documentId === documentId) as Item;
    await post(`/submissions/${item.id}/request-changes`, {
      version: item.version,
      reason: 'Bitte ein Bild',
    });
    // The file exists before it is completely written.
    const mail = await waitForMail(account.email, ({ text }) => text.includes('The editors'));
    expect(mail.subject).toBe('Please change: “Brotzeit”');
    expect(mail.text).toContain('Bitte ein Bild');
  });

  it('a refused decision sends none: the job goes with its transaction', async () => {
    const { strapi } = startedApp();
    const jobs = async () => {
      const { rows } = await strapi.db.connection.raw<{ rows: { total: number }[] }>(
        `select count(*)::int as total from pgboss.job where name = 'mail'`,
      );
      return rows[0]?.total;
    };
    const account = await createContributor();
    const { documentId } = await createBusiness();
    await strapi.documents('api::membership.membership').create({
      data: { business: documentId, user: account.id, role: 'owner', since: new Date().toISOString() },
    });
    const before = await jobs();
    await expect(
      strapi.db.transaction(async () => {
        await moderation().perform({
          uid: BUSINESS,
          documentId,
          action: 'suspend',
          actor: { kind: 'editor', id: 1, name: 'Erika' },
          reason: 'Beschwerde',
        });
        expect(await jobs()).toBe(before);
        throw new Error('Something else failed.');
      }),
    ).rejects.toThrow('Something else failed.');
    expect(await jobs()).toBe(before);
    expect((await moderation().stateOf(BUSINESS, documentId)).publication).toBe('public');
  });

  it('an editor switches the daily mail off and on again, for nobody else', async () => {
    const other = await createAdmin({ role: 'redaktion' });
    const wanted = async (token: string) =>
      (await get<{ data: { wanted: boolean } }>('/digest', token)).body.data.wanted;
    const choose = (body: unknown) =>
      request('/moderation/digest', { method: 'PUT', token: other.token, body });
    expect(await wanted(other.token)).toBe(true);
    expect((await choose({ wanted: false })).body).toMatchObject({ data: { wanted: false } });
    expect([await wanted(other.token), await wanted(editor.token)]).toEqual([false, true]);
    expect((await choose({ wanted: 'yes' })).status).toBe(400);
    expect((await choose({ wanted: true })).body).toMatchObject({ data: { wanted: true } });
  });

  it('editors get one mail a day about what is waiting, scheduled once per cluster', async () => {
    const { strapi } = startedApp();
    await submitted();
    const { id: claimant } = await createContributor();
    await strapi.db.connection.raw(
      `insert into stadtverbund.intake (kind, year, number, document_id, account_id, message, due_on)
       values ('claim', 2000, 1, ?, ?, ?, '2000-01-15')`,
      ['nobody-manages-it', claimant, 'Das ist unser Laden.'],
    );
    const { rows } = await strapi.db.connection.raw<{ rows: { cron: string; timezone: string }[] }>(
      `select cron, timezone from pgboss.schedule where name = 'moderation-digest'`,
    );
    expect(rows).toEqual([{ cron: '0 7 * * *', timezone: 'Europe/Berlin' }]);
    await strapi.db.connection.raw(
      `insert into pgboss.job (name, data) values ('moderation-digest', '{}'::jsonb)`,
    );
    const mail = await waitForMail(editor.email, ({ text }) => text.includes('Zur Prüfung'));
    expect(mail.subject).toMatch(/^Zu prüfen: \d+ Einreichung.* und 1 Anspruch$/);
    expect(mail.text).toContain('/admin/plugins/moderation');
  });
});
