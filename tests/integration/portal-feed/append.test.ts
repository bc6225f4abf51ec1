import {
  createBusiness,
  createCategory,
  createCityProfile,
  createDocument,
  createOffer,
  createPortal,
  editorActor,
  feedEvents,
  lastSequence,
  moderation,
  onFeedLog,
  pullAll,
  startedApp,
  type Stored,
} from '../../support';
import { reconcile } from '#src/plugins/portal-feed/server/src/services/reconcile';

const BUSINESS = 'api::business.business';
const documents = (uid: string) => startedApp().strapi.documents(uid as typeof BUSINESS);

/** What a piece of work adds to the log, as [type, documentId]. */
async function appended(work: () => Promise<unknown>): Promise<[string, string][]> {
  const before = await lastSequence();
  await work();
  return (await feedEvents({ after: before })).map(({ type, documentId }) => [type, documentId]);
}

const consenting = (attributes: Record<string, unknown> = {}): Promise<Stored> =>
  createBusiness({ syndicationConsent: true, ...attributes });

beforeAll(() => createCityProfile());

it('appends one event with the whole listing when a business is published', async () => {
  const category = await createCategory({ name: 'Bäckerei', schemaType: 'Bakery' });
  const business = await consenting({
    name: 'Bäckerei Muster',
    categories: [category.documentId],
    hours: [{ service: 'on-site', rule: 'Mo-Fr 07:00-18:00; PH off' }],
  });
  const events = await feedEvents({ documentId: business.documentId });
  expect(events).toHaveLength(1);
  const [event] = events;
  expect(event).toMatchObject({
    type: 'business.published',
    uid: BUSINESS,
    prior: [],
    facts: { categories: [category.slug], postcode: '44137', locales: ['de'] },
    data: {
      locales: ['de'],
      listing: {
        '@type': 'Bakery',
        name: 'Bäckerei Muster',
        disambiguatingDescription: { de: 'Brot und Brötchen' },
        address: { '@type': 'PostalAddress', postalCode: '44137', addressCountry: 'DE' },
      },
    },
  });
  expect(event?.data?.url).toMatch(/\/betriebe\/baeckerei-muster/);
});

it('appends nothing for a draft', async () => {
  expect(await appended(() => createBusiness({ syndicationConsent: true }, { published: false }))).toEqual(
    [],
  );
});

it('appends nothing for a business without syndication consent, nor for its offers', async () => {
  expect(
    await appended(async () => {
      const business = await createBusiness();
      await createOffer(business);
    }),
  ).toEqual([]);
});

it('appends nothing when the same is published again', async () => {
  const { documentId } = await consenting();
  expect(await appended(() => documents(BUSINESS).publish({ documentId, locale: 'de' }))).toEqual([]);
});

it('appends nothing for a draft of a public business, and one event when it is published', async () => {
  const { documentId } = await consenting();
  const data = { summary: 'Jetzt auch Kuchen' };
  expect(await appended(() => documents(BUSINESS).update({ documentId, locale: 'de', data }))).toEqual([]);
  expect(await appended(() => documents(BUSINESS).publish({ documentId, locale: 'de' }))).toEqual([
    ['business.published', documentId],
  ]);
});

it('writes one event for all languages of a transaction, and language maps in it', async () => {
  const category = await createCategory({ name: 'Bäckerei' });
  await documents('api::category.category').update({
    documentId: category.documentId,
    locale: 'en',
    data: { name: 'Bakery' },
  });
  const { documentId } = await consenting({ summary: 'Brot', categories: [category.documentId] });
  const events = await appended(() =>
    startedApp().strapi.db.transaction(async () => {
      await documents(BUSINESS).update({ documentId, locale: 'en', data: { summary: 'Bread' } as never });
      await documents(BUSINESS).publish({ documentId, locale: 'en' });
      await documents(BUSINESS).update({ documentId, locale: 'de', data: { summary: 'Brote' } });
      await documents(BUSINESS).publish({ documentId, locale: 'de' });
    }),
  );
  expect(events).toEqual([['business.published', documentId]]);
  const event = (await feedEvents({ documentId })).at(-1);
  expect(event?.data?.locales).toEqual(['de', 'en']);
  expect(event?.data?.listing.disambiguatingDescription).toEqual({ de: 'Brote', en: 'Bread' });
});

it('leaves no event if the transaction is rolled back', async () => {
  const { documentId } = await consenting();
  const events = await appended(() =>
    startedApp()
      .strapi.db.transaction(async () => {
        await documents(BUSINESS).unpublish({ documentId, locale: '*' });
        throw new Error('taken back');
      })
      .catch(() => undefined),
  );
  expect(events).toEqual([]);
});

it('removes a business with its offers when it is unpublished, and brings both back', async () => {
  const business = await consenting();
  const offer = await createOffer(business);
  const { documentId } = business;
  const removed = await appended(() => documents(BUSINESS).unpublish({ documentId, locale: '*' }));
  expect(removed.sort()).toEqual([
    ['business.removed', documentId],
    ['offer.removed', offer.documentId],
  ]);
  const back = await appended(() =>
    moderation().perform({ uid: BUSINESS, documentId, action: 'reinstate', actor: editorActor() }),
  );
  expect(back.sort()).toEqual([
    ['business.published', documentId],
    ['offer.published', offer.documentId],
  ]);
});

it('a tombstone says only what was removed', async () => {
  const { documentId } = await consenting();
  await documents(BUSINESS).delete({ documentId, locale: '*' });
  const [published, removed] = await feedEvents({ documentId });
  expect(removed).toMatchObject({
    type: 'business.removed',
    data: null,
    facts: null,
    prior: [published?.facts],
  });
});

it('a withdrawn consent removes the business and its offers', async () => {
  const business = await consenting();
  const offer = await createOffer(business);
  const { documentId } = business;
  const events = await appended(async () => {
    await documents(BUSINESS).update({ documentId, locale: 'de', data: { syndicationConsent: false } });
    await documents(BUSINESS).publish({ documentId, locale: 'de' });
  });
  expect(events.sort()).toEqual([
    ['business.removed', documentId],
    ['offer.removed', offer.documentId],
  ]);
});

it('an imported business is in the feed under its licence, with its attribution', async () => {
  const business = await createBusiness({
    source: { system: 'osm', externalId: 'node/4711' },
    attribution: {
      text: '© OpenStreetMap contributors',
      licenceUrl: 'https://opendatacommons.org/licenses/odbl/',
    },
  });
  const [event] = await feedEvents({ documentId: business.documentId });
  expect(event?.data?.listing.subjectOf).toMatchObject({
    creditText: '© OpenStreetMap contributors',
    license: 'https://opendatacommons.org/licenses/odbl/',
  });
  expect(JSON.stringify(event)).not.toContain('node/4711');
});

it('a renamed category is an event for every business in it', async () => {
  const category = await createCategory({ name: 'Florist' });
  const [one, two] = [
    await consenting({ categories: [category.documentId] }),
    await consenting({ categories: [category.documentId] }),
  ];
  const events = await appended(() =>
    documents('api::category.category').update({
      documentId: category.documentId,
      locale: 'de',
      data: { name: 'Blumenladen' },
    }),
  );
  expect(events.map(([, id]) => id).sort()).toEqual([one.documentId, two.documentId].sort());
  const last = (await feedEvents({ documentId: one.documentId })).at(-1);
  expect(last?.data?.listing.keywords).toEqual({ de: ['Blumenladen'] });
});

it('advisory contacts and press notices are always in the feed', async () => {
  const organisation = await createDocument('api::organisation.organisation', {
    name: 'IHK',
    kind: 'chamber',
  });
  const contact = await createDocument('api::advisory-contact.advisory-contact', {
    organisation: organisation.documentId,
    kind: 'hotline',
    title: 'Beratung',
    email: 'max.mustermann@ihk.example',
    phones: [{ number: '+49 231 123456', label: 'Zentrale', languages: ['de'] }],
  });
  const notice = await createDocument('api::press-notice.press-notice', {
    title: 'Neues',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Heute neu.' }] }],
    publishedOn: '2026-01-01',
    teaser: 'Kurz',
  });
  const [first] = await feedEvents({ documentId: contact.documentId });
  expect(first?.data?.listing).toMatchObject({
    '@type': 'GovernmentService',
    provider: { name: { de: 'IHK' } },
    availableChannel: { servicePhone: [{ telephone: '+49231123456', name: { de: 'Zentrale' } }] },
  });
  expect(JSON.stringify(first)).not.toContain('@ihk.example');
  const [second] = await feedEvents({ documentId: notice.documentId });
  expect(second?.data?.listing).toMatchObject({
    '@type': 'NewsArticle',
    headline: { de: 'Neues' },
    articleBody: { de: 'Heute neu.' },
  });
});

it('numbers events in order, without gaps, and each once', async () => {
  const numbers = (await feedEvents()).map(({ seq }) => seq);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect([...numbers].sort((one, other) => Number(one) - Number(other))).toEqual(numbers);
});

describe('a filter that has come since', () => {
  /** The log as it was when nobody could filter by district, under the guard's nose. */
  const forgetDistricts = () =>
    onFeedLog(`do $$ begin
      perform set_config('stadtverbund.feed_compacting', pg_current_xact_id()::text, true);
      update stadtverbund.feed_event set facts = facts - 'district';
      update stadtverbund.feed_head set facts = facts - 'district';
    end $$`);
  const reconciled = () => appended(() => reconcile(startedApp().strapi));
  const inHarbour = async () => {
    const district = await createDocument('api::district.district', { name: 'Hafen' }, { published: false });
    const { documentId } = await consenting({ district: district.documentId });
    return { documentId, slug: String(district.slug) };
  };

  it('gets its facts into the log, and nobody hears of it', async () => {
    const { documentId, slug } = await inHarbour();
    await forgetDistricts();
    expect(await reconciled()).toEqual([]);
    expect((await feedEvents({ documentId })).at(-1)?.facts).toMatchObject({ district: slug });
    const { token } = await createPortal({ districts: [slug] });
    expect((await pullAll(token)).events.map(({ data }) => data.id)).toContain(documentId);
  });

  it('is news where a portal asks for it already', async () => {
    const { documentId, slug } = await inHarbour();
    await forgetDistricts();
    const { token } = await createPortal({ districts: [slug] });
    const { cursor, events } = await pullAll(token);
    expect(events.filter(({ type }) => type.endsWith('.published'))).toEqual([]);
    expect(await reconciled()).toContainEqual(['business.published', documentId]);
    expect((await pullAll(token, cursor)).events.map(({ data }) => data.id)).toContain(documentId);
  });
});

it.each([
  ['update', `update stadtverbund.feed_event set type = 'x'`],
  [
    'update',
    `update stadtverbund.feed_event set facts = facts || '{"postcode": "00000"}' where data is not null`,
  ],
  ['update', `update stadtverbund.feed_event set facts = facts - 'postcode' where data is not null`],
  [
    'update',
    `update stadtverbund.feed_event set facts = facts || '{"new": 1}', type = 'x' where data is not null`,
  ],
  ['delete', `delete from stadtverbund.feed_event`],
  ['truncate', `truncate stadtverbund.feed_event`],
])('refuses to %s a numbered event', async (_what, sql) => {
  await consenting();
  await expect(onFeedLog(sql)).rejects.toThrow(/append-only/);
});
