import { compact } from '#src/plugins/portal-feed/server/src/services/compaction';
import { reconcile } from '#src/plugins/portal-feed/server/src/services/reconcile';
import {
  createBusiness,
  createCityProfile,
  createPortal,
  editorActor,
  feedEvents,
  foldEvents,
  lastSequence,
  moderation,
  onFeedLog,
  publicOf,
  pull,
  pullAll,
  readSnapshot,
  startedApp,
  type Stored,
} from '../../support';

const BUSINESS = 'api::business.business';
const DAY = 86_400_000;

const documents = () => startedApp().strapi.documents(BUSINESS);
const inDays = (days: number): Date => new Date(Date.now() + days * DAY);
const compactIn = (days: number) => compact(startedApp().strapi, inDays(days));

const consenting = (): Promise<Stored> => createBusiness({ syndicationConsent: true });
const hide = (documentId: string) => documents().unpublish({ documentId, locale: '*' });
const change = async (documentId: string, summary: string): Promise<void> => {
  await documents().update({ documentId, locale: 'de', data: { summary } });
  await documents().publish({ documentId, locale: 'de' });
};

const head = async (documentId: string): Promise<Record<string, unknown> | undefined> =>
  (
    await onFeedLog<Record<string, unknown>>(
      `select * from stadtverbund.feed_head where document_id = :documentId`,
      { documentId },
    )
  )[0];

beforeAll(() => createCityProfile());

it('keeps replaced events for a day, and then only the last event of the document', async () => {
  const { documentId } = await consenting();
  await change(documentId, 'zwei');
  await change(documentId, 'drei');
  await compactIn(0.9);
  expect(await feedEvents({ documentId })).toHaveLength(3);
  await compactIn(1.1);
  const events = await feedEvents({ documentId });
  expect(events.map(({ data }) => data?.listing.disambiguatingDescription)).toEqual([{ de: 'drei' }]);
});

it('readers from before, from in between and from the beginning end with the same, and never get 410', async () => {
  const { token } = await createPortal();
  const before = await pullAll(token);
  const [one, two] = [await consenting(), await consenting()];
  const between = await pullAll(token);
  await change(one.documentId, 'geändert');
  await hide(two.documentId);
  await compactIn(2);
  const truth = publicOf(foldEvents((await readSnapshot(token)).events));
  for (const { events, cursor } of [before, between, { events: [], cursor: undefined }]) {
    const later = await pullAll(token, cursor);
    expect(publicOf(foldEvents([...events, ...later.events]))).toEqual(truth);
  }
});

it('the content of a removed listing is gone after a day, its facts after 29, the removal itself after 90', async () => {
  const { documentId } = await consenting();
  await hide(documentId);
  await compactIn(1.1);
  expect(await feedEvents({ documentId })).toMatchObject([{ type: 'business.removed', data: null }]);
  expect((await feedEvents({ documentId }))[0]?.prior).toHaveLength(1);
  await compactIn(28.9);
  expect((await feedEvents({ documentId }))[0]?.prior).toHaveLength(1);
  await compactIn(29.1);
  expect(await feedEvents({ documentId })).toMatchObject([{ prior: null, facts: null, data: null }]);
  expect(await head(documentId)).toMatchObject({ facts: null, prior: null });
  await compactIn(89.9);
  expect(await feedEvents({ documentId })).toHaveLength(1);
  await compactIn(90.1);
  expect(await feedEvents({ documentId })).toEqual([]);
  expect(await head(documentId)).toBeUndefined();
});

it('an erased removal still reaches the portals whose types match', async () => {
  const offers = await createPortal({ types: ['offer'] });
  const elsewhere = await createPortal({ postcodes: ['99999'] });
  const cursors = [await pullAll(offers.token), await pullAll(elsewhere.token)];
  const { documentId } = await consenting();
  await hide(documentId);
  await compactIn(30);
  const [forOffers, forElsewhere] = [
    await pullAll(offers.token, cursors[0]?.cursor),
    await pullAll(elsewhere.token, cursors[1]?.cursor),
  ];
  expect(forOffers.events).toEqual([]);
  expect(forElsewhere.events.map(({ data }) => Object.keys(data))).toEqual([['id', 'sequence']]);
});

it('keeps the log of a listing that came back, however old its removal is', async () => {
  const { documentId } = await consenting();
  await hide(documentId);
  await moderation().perform({ uid: BUSINESS, documentId, action: 'reinstate', actor: editorActor() });
  await compactIn(400);
  expect(await feedEvents({ documentId })).toMatchObject([{ type: 'business.published' }]);
});

it('a listing that returns after its removal was forgotten is published again', async () => {
  const { documentId } = await consenting();
  await hide(documentId);
  await compactIn(91);
  await moderation().perform({ uid: BUSINESS, documentId, action: 'reinstate', actor: editorActor() });
  expect(await feedEvents({ documentId })).toMatchObject([{ type: 'business.published', prior: [] }]);
});

it('restores the guard afterwards, in its own transaction too', async () => {
  await consenting();
  await expect(
    startedApp().strapi.db.connection.transaction(async (trx) => {
      await trx.raw('select * from stadtverbund.feed_compact()');
      await trx.raw('delete from stadtverbund.feed_event');
    }),
  ).rejects.toThrow(/append-only/);
});

it('the newest removal may be forgotten, and its reader can continue', async () => {
  const { token } = await createPortal();
  const { documentId } = await consenting();
  await hide(documentId);
  const { cursor } = await pullAll(token);
  await compactIn(91);
  expect((await pull(token, { after: cursor })).status).toBe(200);
});

it('finds what was changed without its knowledge', async () => {
  const { documentId } = await consenting();
  const other = await consenting();
  await onFeedLog(`update businesses set name = 'Anders' where document_id = :documentId`, { documentId });
  const before = await lastSequence();
  expect(await reconcile(startedApp().strapi)).toBeGreaterThanOrEqual(2);
  const events = await feedEvents({ after: before });
  expect(events.map((event) => event.documentId)).toEqual([documentId]);
  expect(events[0]?.data?.listing.name).toBe('Anders');
  expect(await feedEvents({ documentId: other.documentId })).toHaveLength(1);
});
