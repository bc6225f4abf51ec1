import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { portalById, type FedPortal } from '#src/plugins/portal-feed/server/src/services/portal-rows';
import { snapshotStream } from '#src/plugins/portal-feed/server/src/services/snapshot';
import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  createPortal,
  foldEvents,
  onFeedLog,
  portals,
  publicOf,
  pull,
  pullAll,
  readSnapshot,
  request,
  startedApp,
  type ReadEvent,
  type Stored,
} from '../../support';

const BUSINESS = 'api::business.business';
const documents = (uid: string = BUSINESS) => startedApp().strapi.documents(uid as typeof BUSINESS);

const consenting = (attributes: Record<string, unknown> = {}): Promise<Stored> =>
  createBusiness({ syndicationConsent: true, ...attributes });

const hide = (documentId: string) => documents().unpublish({ documentId, locale: '*' });

const idsAndTypes = (events: readonly ReadEvent[]) => events.map(({ type, data }) => [type, data.id]);

let token: string;

beforeAll(async () => {
  await createCityProfile();
  token = (await createPortal()).token;
});

describe('a portal’s token', () => {
  it.each([
    ['none', {}, 401, 'token-missing'],
    ['one that is not a bearer token', { authorization: 'Basic abc' }, 401, 'token-missing'],
    ['one that nobody was given', { authorization: 'Bearer portal_nothing' }, 401, 'token-unknown'],
  ])('is needed: %s', async (_what, headers, status, code) => {
    for (const path of ['/api/feed/events', '/api/feed/snapshot']) {
      const answer = await request<{ error: { details: { code: string } } }>(path, { headers });
      expect(answer.status).toBe(status);
      expect(answer.body.error.details.code).toBe(code);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
  });

  it('is refused while the portal is paused, and accepted again afterwards', async () => {
    const { portal, token: own } = await createPortal();
    await portals().pause(portal.documentId);
    const { status, body } = await pull(own);
    expect([status, body.error?.details.code]).toEqual([403, 'portal-not-active']);
    await portals().resume(portal.documentId);
    expect((await pull(own)).status).toBe(200);
  });

  it('ends with its rotation and with the portal', async () => {
    const { portal, token: own } = await createPortal();
    const rotated = await portals().rotateToken(portal.documentId);
    expect((await pull(own)).status).toBe(401);
    expect((await pull(rotated?.token ?? '')).status).toBe(200);
    await portals().remove(portal.documentId);
    expect((await pull(rotated?.token ?? '')).status).toBe(401);
  });

  it('can be guessed only a limited number of times', async () => {
    const tries = Array.from({ length: 25 }, (_value, index) => pull(`portal_wrong${index}`));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses).toContain(429);
    expect((await pull(token)).status).toBe(200);
  });
});

describe('a snapshot that is being read', () => {
  it.each([
    ['the portal is paused', (id: string) => portals().pause(id)],
    ['its token is replaced', (id: string) => portals().rotateToken(id)],
    ['the portal is removed', (id: string) => portals().remove(id)],
  ])('does not come to its end once %s', async (_what, end) => {
    const { portal } = await createPortal();
    await consenting();
    const row = await portalById(startedApp().strapi, portal.documentId);
    const chunks: string[] = [];
    const read = async (): Promise<void> => {
      for await (const chunk of await snapshotStream(startedApp().strapi, row as FedPortal)) {
        if (chunks.length === 0) await end(portal.documentId);
        chunks.push(String(chunk));
      }
    };
    await expect(read()).rejects.toThrow('may not read any more');
    expect(chunks[0]).toContain('snapshot.begin');
    expect(chunks.join('')).not.toContain('snapshot.end');
  });
});

describe('the parameters', () => {
  it.each([
    ['limit of nothing', { limit: '0' }, /limit/],
    ['a limit too high', { limit: '501' }, /limit/],
    ['a limit that is no number', { limit: 'x' }, /limit/],
    ['a wait too long', { wait: '31' }, /wait/],
    ['an unknown parameter', { since: '1' }, /since/],
    ['what is no cursor', { after: 'zzz' }, /after/],
    ['a number for a cursor', { after: '12' }, /after/],
  ])('refuse %s', async (_what, query, message) => {
    const { status, body } = await pull(token, query);
    expect(status).toBe(400);
    expect(body.error?.message).toMatch(message);
  });

  it('refuse the cursor of another portal', async () => {
    const other = await createPortal();
    const { cursor } = await pullAll(other.token);
    const { status, body } = await pull(token, { after: cursor });
    expect([status, body.error?.details.code]).toEqual([400, 'cursor-other-portal']);
  });

  it('speak English to those who ask for it', async () => {
    const { body } = await pull(token, { after: 'zzz', locale: 'en' });
    expect(body.error?.message).toMatch(/this is no cursor/);
  });
});

describe('a reader', () => {
  it('gets events in order, page by page, and nothing twice', async () => {
    const { cursor } = await pullAll(token);
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) made.push((await consenting()).documentId);
    const seen: string[] = [];
    let after = cursor;
    for (let more = true; more;) {
      const { body } = await pull(token, { after, limit: '2' });
      seen.push(...body.data.map(({ data }) => data.id));
      ({ cursor: after, more } = body.meta);
    }
    expect(seen).toEqual(made);
    expect((await pull(token, { after })).body.data).toEqual([]);
  });

  it('gets only the id of a removal', async () => {
    const { documentId } = await consenting();
    const { cursor } = await pullAll(token);
    await hide(documentId);
    const { events } = await pullAll(token, cursor);
    expect(events).toEqual([
      {
        type: 'business.removed',
        timestamp: expect.any(String) as string,
        data: { id: documentId, sequence: expect.any(Number) as number },
      },
    ]);
  });

  it('waits for the next event, and gets it when it is committed', async () => {
    const { cursor } = await pullAll(token);
    const waiting = pull(token, { after: cursor, wait: '20' });
    const started = Date.now();
    const { documentId } = await consenting();
    const { body } = await waiting;
    expect(idsAndTypes(body.data)).toEqual([['business.published', documentId]]);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('keeps waiting past events that do not concern its portal', async () => {
    const narrow = await createPortal({ postcodes: ['44287'] });
    const { cursor } = await pullAll(narrow.token);
    const waiting = pull(narrow.token, { after: cursor, wait: '20' });
    await consenting();
    const { documentId } = await consenting({
      address: { street: 'Köln-Berliner-Straße', houseNumber: '1', postcode: '44287', place: 'Dortmund' },
    });
    expect((await waiting).body.data.map(({ data }) => data.id)).toEqual([documentId]);
  });

  it('waits with ten requests at most: one more is answered at once', async () => {
    const { token: own } = await createPortal();
    const { cursor } = await pullAll(own);
    const waiting = Array.from({ length: 11 }, () => pull(own, { after: cursor, wait: '30' }));
    expect((await Promise.race(waiting)).body.data).toEqual([]);
    const { documentId } = await consenting();
    const told = (await Promise.all(waiting)).filter(({ body }) =>
      body.data?.some(({ data }) => data.id === documentId),
    );
    expect(told).toHaveLength(10);
  });

  it('gets an empty answer when the wait is over', async () => {
    const { cursor } = await pullAll(token);
    const { status, body } = await pull(token, { after: cursor, wait: '1' });
    expect([status, body.data]).toEqual([200, []]);
  });

  it('ends with the content of a snapshot, also when reading from the beginning', async () => {
    const snapshot = await readSnapshot(token);
    const { events } = await pullAll(token);
    expect(publicOf(foldEvents(events))).toEqual(publicOf(foldEvents(snapshot.events)));
    expect(snapshot.events.length).toBeGreaterThan(5);
    expect((await pull(token, { after: snapshot.cursor })).body.data).toEqual([]);
  });
});

describe('a filter', () => {
  it('shows a portal what matches and nothing else', async () => {
    const category = await createCategory({ name: 'Buchladen' });
    const reader = await createPortal({ types: ['business'], categories: [String(category.slug)] });
    const inside = await consenting({ categories: [category.documentId] });
    await consenting();
    await createOffer(inside);
    expect(idsAndTypes((await pullAll(reader.token)).events)).toEqual([
      ['business.published', inside.documentId],
    ]);
    expect(idsAndTypes((await readSnapshot(reader.token)).events)).toEqual([
      ['business.published', inside.documentId],
    ]);
  });

  it('informs a portal, by id only, that a listing no longer matches', async () => {
    const { documentId } = await consenting();
    const reader = await createPortal({ postcodes: ['44137'] });
    const { cursor } = await pullAll(reader.token);
    const address = {
      street: 'Köln-Berliner-Straße',
      houseNumber: '1',
      postcode: '44287',
      place: 'Dortmund',
    };
    await documents().update({ documentId, locale: 'de', data: { address } });
    await documents().publish({ documentId, locale: 'de' });
    const { events } = await pullAll(reader.token, cursor);
    expect(events).toMatchObject([{ type: 'business.removed', data: { id: documentId } }]);
    expect(Object.keys(events[0]?.data ?? {}).sort()).toEqual(['id', 'sequence']);
    expect((await readSnapshot(reader.token)).events.map(({ data }) => data.id)).not.toContain(documentId);
  });

  it('withholds the texts of other languages', async () => {
    const category = await createCategory({ name: 'Töpferei' });
    await documents('api::category.category').update({
      documentId: category.documentId,
      locale: 'en',
      data: { name: 'Pottery' },
    });
    const { documentId } = await consenting({ categories: [category.documentId] });
    await documents().update({ documentId, locale: 'en', data: { summary: 'Bread' } });
    await documents().publish({ documentId, locale: 'en' });
    const german = await createPortal({ locales: ['de'], categories: [String(category.slug)] });
    const [event] = (await readSnapshot(german.token)).events;
    expect(event?.data.locales).toEqual(['de']);
    expect(event?.data.listing).toMatchObject({ disambiguatingDescription: { de: 'Brot und Brötchen' } });
    expect(JSON.stringify(event)).not.toMatch(/Bread|Pottery/);
  });

  it('that has changed requires a snapshot', async () => {
    const reader = await createPortal({ types: ['business'] });
    const { cursor } = await pullAll(reader.token);
    await portals().update(reader.portal.documentId, { filter: { types: ['offer'] } }, 'snapshot');
    const { status, body } = await pull(reader.token, { after: cursor });
    expect([status, body.error?.details]).toMatchObject([
      410,
      { code: 'filter-changed', snapshot: '/api/feed/snapshot' },
    ]);
    const again = await readSnapshot(reader.token);
    expect((await pull(reader.token, { after: again.cursor })).status).toBe(200);
  });

  it('that has changed resends if the operator chose that, including removals', async () => {
    const category = await createCategory({ name: 'Optiker' });
    const other = await createCategory({ name: 'Uhren' });
    const old = await consenting({ categories: [category.documentId] });
    const fresh = await consenting({ categories: [other.documentId] });
    const reader = await createPortal({ categories: [String(category.slug)] });
    const { events, cursor } = await pullAll(reader.token);
    const filter = { categories: [String(other.slug)] } as never;
    await portals().update(reader.portal.documentId, { filter }, 'resend');
    const later = await pullAll(reader.token, cursor);
    const known = publicOf(foldEvents([...events, ...later.events]));
    expect([...known.keys()]).toEqual([fresh.documentId]);
    expect(idsAndTypes(later.events)).toContainEqual(['business.removed', old.documentId]);
  });
});

describe('what is too far back', () => {
  it('answers 410 to a cursor older than a forgotten removal, but not to a new reader', async () => {
    const { documentId } = await consenting();
    const { cursor: before } = await pullAll(token);
    await hide(documentId);
    const { cursor: after } = await pullAll(token);
    await onFeedLog(`select * from stadtverbund.feed_compact(clock_timestamp() + interval '91 days')`);
    const old = await pull(token, { after: before });
    expect([old.status, old.body.error?.details.code]).toEqual([410, 'cursor-too-old']);
    expect((await pull(token, { after })).status).toBe(200);
    // Page by page, so that the second page is requested with a number before the forgotten removal.
    const first = await pull(token, { limit: '1' });
    expect((await pull(token, { after: first.body.meta.cursor })).status).toBe(200);
  });
});

describe('the schemas', () => {
  const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));

  it('are listed, and each is a valid schema that everyone may read', async () => {
    const { body } = await request<{ data: { type: string; schema: string }[] }>('/api/feed/schema');
    expect(body.data.map(({ type }) => type).sort()).toEqual(
      ['business', 'offer', 'campaign', 'advisory-contact', 'press-notice']
        .flatMap((type) => [`${type}.published`, `${type}.removed`])
        .concat('feed.ping')
        .sort(),
    );
    for (const { type } of body.data) {
      const schema = await request<object>(`/api/feed/schema/${type}`);
      expect(schema.headers.get('content-type')).toMatch(/application\/schema\+json/);
      expect(ajv.validateSchema(schema.body)).toBe(true);
    }
    expect((await request('/api/feed/schema/shop.published')).status).toBe(404);
  });

  it('fit every event of the log', async () => {
    const business = await consenting({
      summary: 'Kurz',
      description: 'Lang',
      contact: {
        phone: '+49 231 123456',
        mobile: '+49 170 1234567',
        email: 'inhaberin@betrieb.example',
        website: 'https://betrieb.example',
        socialLinks: [{ network: 'mastodon', url: 'https://social.example/@betrieb' }],
      },
      hours: [
        { service: 'on-site', rule: 'Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off' },
        { service: 'delivery', rule: 'Mo-Su 17:00-02:00' },
        { service: 'phone', rule: 'Mo-Fr 08:00-12:00' },
      ],
      lastConfirmedAt: '2026-10-01T12:00:00.000Z',
    });
    await createOffer(business, {
      price: 1250,
      validFrom: '2026-01-01',
      validThrough: '2099-12-31',
      description: 'Gut',
    });
    await createDocument('api::campaign.campaign', {
      business: business.documentId,
      kind: 'support',
      title: 'Hilfe',
      story: 'Wir brauchen einen neuen Ofen.',
      goal: 100_000,
      startsAt: '2020-01-01T00:00:00.000Z',
      endsAt: '2099-01-01T00:00:00.000Z',
      rewards: [{ title: 'Gutschein', minimumAmount: 2_500, quantity: 10 }],
    });
    const organisation = await createDocument('api::organisation.organisation', {
      name: 'IHK',
      kind: 'chamber',
    });
    await createDocument('api::advisory-contact.advisory-contact', {
      organisation: organisation.documentId,
      kind: 'hotline',
      title: 'Beratung',
      topics: [{ name: 'Kredit' }],
      audiences: [{ audience: 'freelancer' }],
      phones: [{ number: '+49 231 123456', label: 'Zentrale', languages: ['de', 'tr'] }],
      hours: [{ service: 'phone', rule: 'Mo-Fr 08:00-12:00' }],
    });
    await createDocument('api::press-notice.press-notice', {
      title: 'Neues',
      author: 'Presseamt',
      body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Heute neu.' }] }],
      publishedOn: '2026-01-01',
      asOf: '2026-01-01',
      teaser: 'Kurz',
    });
    const { events } = await pullAll((await createPortal()).token);
    const types = new Set(events.map(({ type }) => type));
    expect(types).toContain('campaign.published');
    for (const event of events) {
      const schema = (await request<object>(`/api/feed/schema/${event.type}`)).body;
      const validate = ajv.getSchema(String((schema as { $id: string }).$id)) ?? ajv.compile(schema);
      expect([event.data.listing, validate(event), validate.errors]).toEqual([
        event.data.listing,
        true,
        null,
      ]);
    }
    expect(JSON.stringify(events)).not.toContain('inhaberin@betrieb.example');
  });
});
