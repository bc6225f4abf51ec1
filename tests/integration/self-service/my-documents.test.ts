/** @jest-environment-options {"env": {"RATE_LIMIT_WRITES_PER_MINUTE": "450"}} */
import {
  createAdmin,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createOffer,
  editorActor,
  moderation,
  request,
  startedApp,
  waitForMail,
  type AdminAccount,
  type ContributorAccount,
} from '../../support';

interface Meta {
  submission: { state: string; version: number; message: string | null; messageAt: string | null };
  publication: string;
}

interface One {
  data: Record<string, unknown> & { documentId: string };
  meta: Meta;
  error: { message: string; details: { errors: { path: string[]; code: string }[] } };
}

interface List {
  data: { documentId: string; locale: string }[];
  meta: { pagination: { total: number; pageCount: number }; documents: Record<string, Meta> };
}

let anna: ContributorAccount;
let bert: ContributorAccount;
let editor: AdminAccount;
let category: string;

const send = (
  method: string,
  path: string,
  account?: ContributorAccount,
  data?: unknown,
  headers?: Record<string, string>,
) =>
  request<One>(`/api/my/${path}`, {
    method,
    ...(account ? { token: account.token } : {}),
    ...(data === undefined ? {} : { body: { data } }),
    ...(headers ? { headers } : {}),
  });

const LISTING = () => ({
  name: 'Café Muster',
  summary: 'Kaffee und Kuchen',
  categories: [category],
  address: { street: 'Betenstraße', houseNumber: '1', postcode: '44137', place: 'Dortmund' },
  contact: { phone: '0231 123456', email: 'cafe@example.org' },
  hours: [{ service: 'on-site', rule: 'Mo-Fr 09:00-18:00' }],
  sizeClass: 'micro',
});

async function enter(account: ContributorAccount, part: object = {}): Promise<string> {
  const answer = await send('POST', 'businesses', account, { ...LISTING(), ...part });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.data.documentId;
}

async function enterOffer(account: ContributorAccount, business: string, part: object = {}): Promise<string> {
  const answer = await send('POST', 'offers', account, {
    business,
    kind: 'delivery',
    title: 'Wir liefern',
    ...part,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.data.documentId;
}

async function manage(business: string, account: ContributorAccount): Promise<void> {
  await startedApp()
    .strapi.documents('api::membership.membership')
    .create({ data: { business, user: account.id, role: 'owner', since: new Date().toISOString() } });
}

/** A public business that the account manages. */
async function publicBusiness(
  account: ContributorAccount,
  part: Record<string, unknown> = {},
): Promise<string> {
  const { documentId } = await createBusiness(part);
  await manage(documentId, account);
  return documentId;
}

// Once a week, at the time of the first boot, which for a test is now, Strapi counts its media library and stores the
// result in settings that move the version row.
const WEEKLY_COUNT = 'plugin_upload_metrics';

/** Everything in the database, except what changes without a request. */
async function dump(): Promise<string> {
  const { strapi } = startedApp();
  const names = await strapi.db.connection.raw<{ rows: { name: string }[] }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'stadtverbund')
       and tablename not in ('strapi_sessions', 'rate_limit', 'timed_changes', 'version') order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of names.rows) {
    const { rows } = await strapi.db.connection.raw<{ rows: { content: string }[] }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as content from ${name} t
        where to_jsonb(t)->>'key' is distinct from '${WEEKLY_COUNT}'`,
    );
    parts.push(`${name}\n${rows[0]?.content}`);
  }
  return parts.join('\n\n');
}

beforeAll(async () => {
  await createCityProfile();
  editor = await createAdmin();
  category = (await createCategory()).documentId;
});

/** An account may have twenty drafts, so each part of the suite begins with new accounts. */
const newAccounts = async (): Promise<void> => {
  [anna, bert] = [await createContributor(), await createContributor()];
};

describe('entering a listing', () => {
  beforeAll(newAccounts);

  it('creates a draft that the account manages, in the form of Strapi', async () => {
    const answer = await send('POST', 'businesses', anna, LISTING());
    expect(answer.status).toBe(201);
    expect(answer.body.meta).toMatchObject({
      submission: { state: 'draft', version: 1, message: null },
      publication: 'none',
    });
    expect(answer.body.data).toMatchObject({
      name: 'Café Muster',
      slug: 'cafe-muster',
      locale: 'de',
      categories: [{ documentId: category }],
      contact: { phone: '+49231123456' },
    });
    expect(answer.headers.get('etag')).toMatch(new RegExp(`^"${answer.body.data.documentId}-1-`));
    const read = await send('GET', `businesses/${answer.body.data.documentId}`, anna);
    expect(read.body).toEqual(answer.body);
    expect((await request(`/api/businesses/${answer.body.data.documentId}`)).status).toBe(404);
  });

  it('shows no source, no account and no component id', async () => {
    const { documentId } = await createBusiness({ source: { system: 'osm', externalId: 'node/1' } });
    await manage(documentId, anna);
    const { text } = await send('GET', `businesses/${documentId}`, anna);
    expect(text).not.toMatch(/source|osm|createdBy|updatedBy|localizations/);
  });

  it('a second language keeps the facts and has its own texts', async () => {
    const id = await enter(anna);
    const english = await send('PUT', `businesses/${id}?locale=en`, anna, { summary: 'Coffee and cake' });
    expect(english.status).toBe(200);
    expect(english.body.data).toMatchObject({
      locale: 'en',
      name: 'Café Muster',
      summary: 'Coffee and cake',
    });
    expect((await send('GET', `businesses/${id}`, anna)).body.data.summary).toBe('Kaffee und Kuchen');
    const { slug } = english.body.data;
    const facts = await send('PUT', `businesses/${id}?locale=en`, anna, { name: 'Café Neu' });
    expect(facts.status).toBe(200);
    expect((await send('GET', `businesses/${id}`, anna)).body.data).toMatchObject({ name: 'Café Neu', slug });
  });

  it('refuses a parameter that it does not read, by its name', async () => {
    const carla = await createContributor();
    const id = await enter(carla);
    const asked: readonly (readonly [string, string])[] = [
      ['GET', 'account'],
      ['PUT', 'account'],
      ['GET', 'account/sessions'],
      ['DELETE', 'account/sessions'],
      ['DELETE', 'account/sessions/x'],
      ['GET', 'uploads'],
      ['DELETE', 'uploads/x'],
      ['GET', 'claims'],
      ['POST', 'claims'],
      ['GET', 'businesses'],
      ['GET', `businesses/${id}`],
      ['GET', `businesses/${id}/managers`],
      ['GET', `businesses/${id}/invitations`],
      ['POST', `businesses/${id}/invitations`],
      ['POST', `businesses/${id}/submit`],
      ['POST', 'invitations/accept'],
      ['POST', 'uploads'],
    ];
    for (const [method, path] of asked) {
      const answer = await send(method, `${path}?sort=name`, carla);
      expect([path, answer.status, answer.body.error?.details]).toMatchObject([
        path,
        400,
        { errors: [{ code: 'field-unknown', path: ['sort'] }] },
      ]);
    }
  });

  it('lists only the own documents, page by page, with their state', async () => {
    const carla = await createContributor();
    const ids = [await enter(carla), await enter(carla), await enter(carla)];
    const { body } = await request<List>('/api/my/businesses?pagination[page]=1&pagination[pageSize]=2', {
      token: carla.token,
    });
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    expect(body.data.map(({ documentId }) => documentId)).toEqual([ids[2], ids[1]]);
    expect(body.meta.documents[ids[2] ?? '']).toMatchObject({
      submission: { state: 'draft' },
      publication: 'none',
    });
    expect((await request<List>('/api/my/offers', { token: carla.token })).body.data).toEqual([]);
  });

  it('an offer belongs to a business that the account manages', async () => {
    const own = await enter(anna);
    const foreign = await enter(bert);
    const offer = await enterOffer(anna, own);
    expect((await send('GET', `offers/${offer}`, anna)).body.data.business).toMatchObject({
      documentId: own,
    });
    for (const business of [foreign, 'gibtesnicht', null, undefined])
      expect((await send('POST', 'offers', anna, { business, kind: 'delivery', title: 'X' })).status).toBe(
        400,
      );
    for (const business of [foreign, null])
      expect((await send('PUT', `offers/${offer}`, anna, { business })).status).toBe(400);
  });

  it.each([
    ['a collection that has not joined', 'organisations'],
    ['memberships', 'memberships'],
    ['a name of Object.prototype', 'constructor'],
  ])('there is nothing at %s', async (_what, collection) => {
    expect((await send('GET', collection, anna)).status).toBe(404);
    expect((await send('POST', collection, anna, { name: 'X' })).status).toBe(404);
  });

  it.each([
    ['no data', { name: 'X' }],
    ['a list as data', { data: [] }],
    ['fields beside data', { data: {}, locale: 'en' }],
  ])('refuses a body with %s', async (_what, body) => {
    const answer = await request('/api/my/businesses', { token: anna.token, body });
    expect(answer.status).toBe(400);
  });

  it('refuses what the rules refuse, and names the field', async () => {
    const answer = await send('POST', 'businesses', anna, {
      ...LISTING(),
      address: { street: 'X', postcode: '44137', place: 'München' },
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/place|Ort/);
  });

  it('refuses an unknown language and unknown parameters', async () => {
    expect((await send('POST', 'businesses?locale=fr', anna, LISTING())).status).toBe(400);
    expect((await send('GET', 'businesses?locale=*', anna)).status).toBe(400);
    expect((await send('GET', 'businesses?filters[name]=x', anna)).status).toBe(400);
    expect((await send('GET', 'businesses?status=published', anna)).status).toBe(400);
  });
});

it('many accounts enter listings and pictures at once', async () => {
  await newAccounts();
  const { default: sharp } = await import('sharp');
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append('files', new Blob([png]), 'bild.png');
  const sent = await request<{ data: { id: number }[] }>('/api/my/uploads', {
    token: anna.token,
    body: form,
  });
  const photos = [{ image: sent.body.data[0]?.id }];
  // More than the pool has connections.
  const answers = await Promise.all(
    Array.from({ length: 18 }, () =>
      send('POST', 'businesses', anna, { ...LISTING(), name: 'Eiscafé', photos }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(new Set(answers.map(({ body }) => body.data.slug)).size).toBe(18);
  const ids = answers.map(({ body }) => body.data.documentId);
  const changes = await Promise.all(ids.map((id) => send('PUT', `businesses/${id}`, anna, { photos })));
  expect(changes.map(({ status }) => status)).toEqual(changes.map(() => 200));
});

describe('changing a listing', () => {
  beforeAll(newAccounts);

  it('changes only what it contains, inside a component too', async () => {
    const id = await enter(anna);
    const before = (await send('GET', `businesses/${id}`, anna)).body.data;
    const { status, body } = await send('PUT', `businesses/${id}`, anna, {
      contact: { phone: '0231 999999' },
    });
    expect(status).toBe(200);
    const { updatedAt: _before, ...rest } = before;
    const { updatedAt: _after, ...after } = body.data;
    expect(after).toEqual({ ...rest, contact: { ...(before.contact as object), phone: '+49231999999' } });
    expect(body.meta.submission.version).toBe(2);
  });

  it('what was read can be sent back', async () => {
    const id = await enter(anna);
    const { data } = (await send('GET', `businesses/${id}`, anna)).body;
    const names = [
      'name',
      'summary',
      'description',
      'address',
      'location',
      'contact',
      'hours',
      'sizeClass',
      'chain',
      'photos',
    ];
    const same = Object.fromEntries(names.map((name) => [name, data[name]]));
    expect((await send('PUT', `businesses/${id}`, anna, same)).status).toBe(200);
  });

  it('a stale If-Match changes nothing', async () => {
    const id = await enter(anna);
    const tag = (await send('GET', `businesses/${id}`, anna)).headers.get('etag') ?? '';
    expect(
      (await send('PUT', `businesses/${id}`, anna, { summary: 'Neu' }, { 'if-match': tag })).status,
    ).toBe(200);
    const before = await dump();
    const stale = await send('PUT', `businesses/${id}`, anna, { summary: 'Älter' }, { 'if-match': tag });
    expect(stale.status).toBe(412);
    expect(
      (await send('PUT', `businesses/${id}`, anna, { summary: 'X' }, { 'if-match': '"quatsch"' })).status,
    ).toBe(412);
    expect(await dump()).toBe(before);
  });

  it('a moderation step changes the tag for readers, but is not a conflict for writers', async () => {
    const id = await enter(anna);
    const tag = (await send('GET', `businesses/${id}`, anna)).headers.get('etag') ?? '';
    const ask = () => send('GET', `businesses/${id}`, anna, undefined, { 'if-none-match': tag });
    expect((await ask()).status).toBe(304);
    await send('POST', `businesses/${id}/submit`, anna);
    expect((await ask()).body.meta.submission.state).toBe('submitted');
    await send('POST', `businesses/${id}/withdraw`, anna);
    expect(
      (await send('PUT', `businesses/${id}`, anna, { summary: 'Neu' }, { 'if-match': tag })).status,
    ).toBe(200);
  });

  it('of two changes at once with the same tag one wins', async () => {
    const id = await enter(anna);
    const tag = (await send('GET', `businesses/${id}`, anna)).headers.get('etag') ?? '';
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        send('PUT', `businesses/${id}`, anna, { summary: `Text ${number}` }, { 'if-match': tag }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  });

  it('a change to a public listing waits in the draft', async () => {
    const id = await publicBusiness(anna, { summary: 'Alt' });
    const before = (await request(`/api/businesses/${id}?populate=*`)).text;
    const { body } = await send('PUT', `businesses/${id}`, anna, { summary: 'Neu', name: 'Ganz anders' });
    expect(body.meta).toMatchObject({ submission: { state: 'draft' }, publication: 'public' });
    expect((await request(`/api/businesses/${id}?populate=*`)).text).toBe(before);
  });

  it('hours and phone of a public listing are published immediately, and nothing else', async () => {
    const id = await publicBusiness(anna, {
      summary: 'Alt',
      contact: { phone: '0231 111111', website: 'https://a.example' },
    });
    await send('PUT', `businesses/${id}`, anna, {
      summary: 'Neu',
      contact: { phone: '0231 222222', website: 'https://b.example' },
    });
    const shown = await request<One>(`/api/businesses/${id}?populate=*`);
    expect(shown.body.data).toMatchObject({
      summary: 'Alt',
      contact: { phone: '+49231222222', website: 'https://a.example' },
    });
  });
});

describe('fields that the server owns', () => {
  beforeAll(newAccounts);

  const ATTACKS: [string, unknown][] = [
    ['id', 1],
    ['documentId', 'abc'],
    ['slug', 'meins'],
    ['source', { system: 'osm', externalId: '1' }],
    ['attribution', { text: 'X' }],
    ['lastConfirmedAt', '2026-01-01T00:00:00Z'],
    ['publishedAt', '2026-01-01T00:00:00Z'],
    ['createdAt', '2026-01-01T00:00:00Z'],
    ['updatedAt', '2026-01-01T00:00:00Z'],
    ['createdBy', 1],
    ['updatedBy', { connect: [1] }],
    ['locale', 'en'],
    ['localizations', { connect: [1] }],
    ['status', 'published'],
    ['owner', 1],
    ['user', 1],
    ['memberships', { connect: [1] }],
    ['state', 'none'],
    ['version', 1],
    ['submission', { state: 'none' }],
    ['publication', 'public'],
    ['categories', { connect: ['x'] }],
    ['categories', { set: [] }],
    ['categories', [1]],
    ['categories', [{ id: 1 }]],
    ['district', { connect: [{ documentId: 'x' }] }],
    ['contact', { id: 1, phone: '0231 1' }],
    ['hours', [{ id: 1, rule: 'Mo off' }]],
    ['logo', { image: { connect: [{ id: 1 }] } }],
    ['logo', { image: 999_999 }],
    ['photos', [{ image: 999_999 }]],
    ['constructor', 'X'],
  ];

  let id: string;
  let before: string;

  beforeAll(async () => {
    id = await enter(anna);
    before = await dump();
  });

  it.each(ATTACKS)('%s is refused by name on create and change: %j', async (field, value) => {
    for (const [method, path] of [
      ['PUT', `businesses/${id}`],
      ['POST', 'businesses'],
    ] as const) {
      const answer = await send(method, path, anna, { [field]: value });
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors.map((error) => error.path[0])).toEqual([field]);
    }
  });

  it('a field that would reach the prototype is refused', async () => {
    const body = '{"data":{"__proto__":{"name":"X"}}}';
    const headers = { 'content-type': 'application/json' };
    const answer = await request(`/api/my/businesses/${id}`, {
      method: 'PUT',
      token: anna.token,
      body,
      headers,
    });
    expect(answer.status).toBe(400);
  });

  afterAll(async () => {
    expect(await dump()).toBe(before);
  });
});

describe('files', () => {
  beforeAll(newAccounts);

  it('a picture of another account cannot be used, but one already in use can stay', async () => {
    const form = new FormData();
    const { default: sharp } = await import('sharp');
    const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    form.append('files', new Blob([png]), 'logo.png');
    const file = (
      await request<{ data: { id: number; documentId: string }[] }>('/api/my/uploads', {
        token: anna.token,
        body: form,
      })
    ).body.data[0];
    const image = file?.documentId;
    const foreign = await enter(bert);
    expect((await send('PUT', `businesses/${foreign}`, bert, { logo: { image } })).status).toBe(400);
    const own = await enter(anna);
    const logo = { image, alternativeText: 'Logo', credit: 'Anna' };
    const answer = await send('PUT', `businesses/${own}`, anna, { logo, photos: [{ image: file?.id }] });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      logo: { image: { id: file?.id } },
      photos: [{ image: { id: file?.id } }],
    });
    await manage(own, bert);
    const caption = await send('PUT', `businesses/${own}`, bert, {
      photos: [{ image: file?.id, caption: 'Neu' }],
    });
    expect(caption.status).toBe(200);
  });
});

describe('the steps of a submission', () => {
  beforeAll(newAccounts);

  const step = (id: string, action: string, account = anna, collection = 'businesses') =>
    send('POST', `${collection}/${id}/${action}`, account);

  it('submitting sends a receipt; then nothing can be edited until it is withdrawn', async () => {
    const carla = await createContributor();
    const id = await enter(carla);
    const { status, body } = await step(id, 'submit', carla);
    expect(status).toBe(200);
    expect(body.meta.submission.state).toBe('submitted');
    expect((await waitForMail(carla.email)).subject).toBe('Eingegangen: „Café Muster“');
    expect((await send('PUT', `businesses/${id}`, carla, { summary: 'X' })).status).toBe(409);
    expect((await step(id, 'submit', carla)).status).toBe(409);
    expect((await step(id, 'withdraw', carla)).body.meta.submission.state).toBe('draft');
    expect((await send('PUT', `businesses/${id}`, carla, { summary: 'X' })).status).toBe(200);
  });

  it('of many simultaneous submissions one is accepted', async () => {
    const id = await enter(anna);
    const answers = await Promise.all(Array.from({ length: 5 }, () => step(id, 'submit')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it('an incomplete listing is not accepted, and the answer says what is missing', async () => {
    const { body } = await send('POST', 'businesses', anna, { name: 'Unfertig' });
    const answer = await step(body.data.documentId, 'submit');
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map(({ path }) => path.join('.'))).toEqual([
      'categories',
      'address',
    ]);
    const after = await send('GET', `businesses/${body.data.documentId}`, anna);
    expect(after.body.meta.submission.state).toBe('draft');
  });

  it.each([
    ['too large', { sizeClass: 'large' }, 'size-class-too-large'],
    ['of no known size', { sizeClass: null }, 'size-class-missing'],
    ['a chain', { chain: true }, 'chain-not-admitted'],
  ])('a business that is %s is not accepted if the city says so', async (_what, part, code) => {
    await createCityProfile({ largestSizeClass: 'medium', chainsAdmitted: false });
    try {
      const id = await enter(anna, part);
      const answer = await step(id, 'submit');
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors).toMatchObject([{ code }]);
      expect((await send('GET', `businesses/${id}`, anna)).body.meta.submission.state).toBe('draft');
    } finally {
      await createCityProfile({ largestSizeClass: 'large', chainsAdmitted: true });
    }
  });

  it('discarding restores the public version', async () => {
    const id = await publicBusiness(anna, { summary: 'Alt' });
    await send('PUT', `businesses/${id}`, anna, { summary: 'Neu' });
    const { body } = await step(id, 'discard');
    expect(body.data.summary).toBe('Alt');
    expect(body.meta.submission.state).toBe('none');
  });

  it('discarding or deleting what was never public removes it and what belongs to it', async () => {
    for (const remove of [
      (id: string) => step(id, 'discard'),
      (id: string) => send('DELETE', `businesses/${id}`, anna),
    ]) {
      const id = await enter(anna);
      const offer = await enterOffer(anna, id);
      expect([200, 204]).toContain((await remove(id)).status);
      expect((await send('GET', `businesses/${id}`, anna)).status).toBe(404);
      const { strapi } = startedApp();
      expect(await strapi.db.query('api::offer.offer').count({ where: { documentId: offer } })).toBe(0);
      expect(await strapi.db.query('api::membership.membership').count({ where: { business: id } })).toBe(0);
    }
  });

  it('deleting what is public archives it', async () => {
    const id = await publicBusiness(anna);
    const answer = await send('DELETE', `businesses/${id}`, anna);
    expect(answer.status).toBe(200);
    expect(answer.body.meta.publication).toBe('archived');
    expect((await request(`/api/businesses/${id}`)).status).toBe(404);
    expect((await send('GET', `businesses/${id}`, anna)).body.meta.publication).toBe('archived');
    expect((await send('PUT', `businesses/${id}`, anna, { summary: 'X' })).status).toBe(409);
  });

  it('archiving withdraws an offer from the public', async () => {
    const business = await createBusiness();
    await manage(business.documentId, anna);
    const { documentId } = await createOffer(business);
    expect((await request(`/api/offers/${documentId}`)).status).toBe(200);
    expect((await step(documentId, 'archive', anna, 'offers')).body.meta.publication).toBe('archived');
    expect((await request(`/api/offers/${documentId}`)).status).toBe(404);
  });

  it("an offer stays its manager's own while the business is suspended, and nobody else's", async () => {
    const business = await enter(anna);
    await step(business, 'submit');
    await moderation().perform({
      uid: 'api::business.business',
      documentId: business,
      action: 'approve',
      actor: editorActor(editor.id),
    });
    const { documentId } = await createOffer({ id: 0, documentId: business });
    await moderation().perform({
      uid: 'api::business.business',
      documentId: business,
      action: 'suspend',
      actor: editorActor(editor.id),
      reason: 'Geschlossen',
    });
    expect((await send('GET', `offers/${documentId}`, anna)).status).toBe(200);
    expect((await send('PUT', `offers/${documentId}`, anna, { title: 'Neu' })).status).toBe(200);
    expect((await send('PUT', `offers/${documentId}`, bert, { title: 'Neu' })).status).toBe(404);
    expect((await step(documentId, 'archive', anna, 'offers')).status).toBe(200);
  });

  it('there are no other steps', async () => {
    const id = await enter(anna);
    for (const action of ['approve', 'publish', 'restore', 'suspend', 'reject'])
      expect([404, 405]).toContain((await step(id, action)).status);
  });
});

describe("another's listings", () => {
  beforeAll(newAccounts);

  it.each(['businesses', 'offers', 'campaigns'] as const)(
    'appear not to exist and do not change: %s',
    async (collection) => {
      const business = await enter(bert);
      const ids = {
        businesses: business,
        offers: await enterOffer(bert, business),
        campaigns: (await send('POST', 'campaigns', bert, { business, kind: 'support', title: 'Hilfe' })).body
          .data.documentId,
      };
      const id = ids[collection];
      const own = await enter(anna);
      const before = await dump();
      const answers = [
        await send('GET', `${collection}/${id}`, anna),
        await send('PUT', `${collection}/${id}`, anna, {}),
        await send(
          'PUT',
          `${collection}/${id}`,
          anna,
          collection === 'businesses' ? { name: 'X' } : { title: 'X' },
        ),
        await send('PUT', `${collection}/${id}?locale=en`, anna, {}),
        await send('DELETE', `${collection}/${id}`, anna),
        ...(await Promise.all(
          ['submit', 'withdraw', 'discard', 'archive'].map((action) =>
            send('POST', `${collection}/${id}/${action}`, anna),
          ),
        )),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      const absent = await send('GET', `${collection}/gibtesnicht`, anna);
      expect(answers[0]?.body.error).toEqual(absent.body.error);
      expect(await dump()).toBe(before);
      expect((await send('GET', `businesses/${own}`, anna)).status).toBe(200);
      const list = await request<List>(`/api/my/${collection}?pagination[pageSize]=100`, {
        token: anna.token,
      });
      expect(list.body.data.map(({ documentId }) => documentId)).not.toContain(id);
    },
  );

  it('an offer cannot be moved to or from it', async () => {
    const [own, foreign] = [await enter(anna), await enter(bert)];
    const [mine, theirs] = [await enterOffer(anna, own), await enterOffer(bert, foreign)];
    const before = await dump();
    expect((await send('PUT', `offers/${mine}`, anna, { business: foreign })).status).toBe(400);
    expect((await send('PUT', `offers/${theirs}`, anna, { business: own })).status).toBe(404);
    expect(await dump()).toBe(before);
  });

  it('the document service itself refuses, whatever the controller does', async () => {
    const foreign = await enter(bert);
    const { strapi } = startedApp();
    const state = {
      auth: { strategy: { name: 'users-permissions' } },
      user: { id: anna.id },
      route: { info: { type: 'content-api' } },
    };
    const ctx = { state, query: {}, get: () => '' };
    const context = strapi.requestContext as unknown as {
      run<T>(store: object, work: () => Promise<T>): Promise<T>;
    };
    const documents = strapi.documents('api::business.business');
    const before = await dump();
    for (const write of [
      () => documents.update({ documentId: foreign, data: { name: 'X' } }),
      () => documents.delete({ documentId: foreign }),
      () => documents.publish({ documentId: foreign }),
      () => documents.clone({ documentId: foreign }),
      () => strapi.documents('api::category.category').update({ documentId: category, data: { name: 'X' } }),
    ])
      await expect(context.run(ctx, write as () => Promise<unknown>)).rejects.toThrow();
    expect(await dump()).toBe(before);
  });

  it('nothing is open to visitors, API tokens or a session that has ended', async () => {
    const gone = await createContributor();
    const id = await enter(gone);
    await request('/api/auth/logout', { method: 'POST', token: gone.token, body: {} });
    for (const account of [undefined, gone]) {
      expect([401, 403]).toContain((await send('GET', 'businesses', account)).status);
      expect([401, 403]).toContain((await send('PUT', `businesses/${id}`, account, { name: 'X' })).status);
    }
    expect((await request('/api/my/businesses', { token: editor.token })).status).toBe(401);
  });
});

it('writes are limited per account', async () => {
  const dora = await createContributor();
  const statuses = new Set<number>();
  for (let round = 0; round < 25 && !statuses.has(429); round += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('POST', 'nichts', dora, {})));
    answers.forEach(({ status }) => statuses.add(status));
  }
  expect([...statuses].sort()).toEqual([404, 429]);
  expect((await send('GET', 'businesses', dora)).status).toBe(200);
});
