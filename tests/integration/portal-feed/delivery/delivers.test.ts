/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import { Webhook } from 'standardwebhooks';
import type { DeliveryItem } from '#src/plugins/portal-feed/server/src/contract';
import {
  createBusiness,
  createCityProfile,
  createPortal,
  onFeedLog,
  portals,
  startedApp,
} from '#tests/support/index';
import { deliveries } from '#tests/support/deliveries';
import { eventually } from '#tests/support/eventually';
import { answers, startReceiver, type Received, type WebhookReceiver } from '#tests/support/webhook-receiver';

const BUSINESS = 'api::business.business';
const listed = { syndicationConsent: true };

let receiver: WebhookReceiver;
let portalId: string;
let secret: string;

beforeAll(() => createCityProfile());

beforeEach(async () => {
  receiver = await startReceiver();
  const issued = await createPortal({}, receiver.url);
  ({ secret } = issued);
  portalId = issued.portal.documentId;
});

afterEach(async () => {
  await portals().remove(portalId);
  await receiver.close();
});

const about = (documentId: string): Received[] =>
  receiver.received.filter(({ body }) => body.data.id === documentId);

const arrived = (documentId: string, howMany = 1): Promise<Received[]> =>
  eventually(`${howMany} deliveries`, () => {
    const found = about(documentId);
    return found.length >= howMany && found;
  });

const newest = async (): Promise<DeliveryItem | undefined> =>
  (await deliveries().list({ portal: portalId, page: 1, pageSize: 1 })).items[0];

const inState = (state: DeliveryItem['state']): Promise<DeliveryItem> =>
  eventually(`a delivery that is ${state}`, async () => {
    const item = await newest();
    return item?.state === state && item;
  });

/** Arrivals are recorded a moment later; until then a delivery counts as in flight and is not sent again. */
const writtenDown = (): Promise<true> =>
  eventually('nothing on its way', async () => {
    const open = await deliveries().list({ portal: portalId, state: 'open', page: 1, pageSize: 1 });
    return open.total === 0 && (true as const);
  });

const publish = async (documentId: string, name: string): Promise<void> => {
  const documents = startedApp().strapi.documents(BUSINESS);
  await documents.update({ documentId, locale: 'de', data: { name } });
  await documents.publish({ documentId, locale: 'de' });
};

describe('a public change', () => {
  it('reaches a portal within a second, signed according to Standard Webhooks', async () => {
    const { documentId } = await createBusiness(listed);
    const published = Date.now();
    const [received] = await arrived(documentId);
    expect(received!.at - published).toBeLessThan(1_000);
    const { headers, raw, body } = received!;
    expect(new Webhook(secret).verify(raw, headers as Record<string, string>)).toEqual(body);
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
    expect(headers['user-agent']).toMatch(/^Stadtverbund/);
    const [event] = await onFeedLog<{ id: string; seq: string }>(
      'select id, seq from stadtverbund.feed_event where document_id = :documentId',
      { documentId },
    );
    expect(headers['webhook-id']).toBe(event!.id);
    expect(body).toMatchObject({
      type: 'business.published',
      data: { id: documentId, sequence: Number(event!.seq), locales: ['de'] },
    });
    expect(await inState('delivered')).toMatchObject({
      eventId: event!.id,
      documentId,
      attempts: 1,
      status: 204,
      failure: null,
    });
  });

  it('is removed, by id only, when it stops being public', async () => {
    const { documentId } = await createBusiness(listed);
    await arrived(documentId);
    await startedApp().strapi.documents(BUSINESS).unpublish({ documentId, locale: '*' });
    const [, removed] = await arrived(documentId, 2);
    expect(removed!.body).toMatchObject({ type: 'business.removed' });
    expect(Object.keys(removed!.body.data).sort()).toEqual(['id', 'sequence']);
  });

  it('goes to a paused portal when it is resumed, and the newest state only', async () => {
    await portals().pause(portalId);
    const { documentId } = await createBusiness({ ...listed, name: 'Alt' });
    await publish(documentId, 'Neu');
    await eventually('it waits', async () => (await newest())?.state === 'waiting');
    expect(receiver.received).toHaveLength(0);
    await portals().resume(portalId);
    const [received] = await arrived(documentId);
    expect(received!.body.data).toMatchObject({ listing: { name: 'Neu' } });
    expect(about(documentId)).toHaveLength(1);
  });
});

describe('a failed delivery', () => {
  it('is tried again after 5 s with the same id, and a success resets the plan', async () => {
    receiver.behave(answers(500));
    const { documentId } = await createBusiness(listed);
    const [first] = await arrived(documentId);
    const failed = await inState('retrying');
    expect(failed).toMatchObject({ attempts: 1, status: 500, failure: 'status' });
    receiver.behave(answers(200));
    const [, second] = await arrived(documentId, 2);
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(3_900);
    expect(second!.at - first!.at).toBeLessThan(8_500);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    const { id } = await inState('delivered');
    const detail = await deliveries().findOne(id);
    expect(detail?.log.map(({ number, status, failure }) => [number, status, failure])).toEqual([
      [2, 200, null],
      [1, 500, 'status'],
    ]);
    const health = (await deliveries().health([portalId], new Date())).get(portalId);
    expect(health).toMatchObject({ failingSince: null, backlog: 0 });
    expect(health?.hours).toHaveLength(24);
    expect(health?.hours.at(-1)).toMatchObject({ succeeded: 1, failed: 1 });
  });

  it('waits as long as Retry-After asks', async () => {
    receiver.behave(answers(429, { 'retry-after': '9' }));
    const { documentId } = await createBusiness(listed);
    const [first] = await arrived(documentId);
    receiver.behave(answers(204));
    const [, second] = await arrived(documentId, 2);
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(9_000);
  });

  it('is sent immediately when a person requests it', async () => {
    receiver.behave((_request, answer) => void answer.writeHead(500).end('no such table: listings'));
    const { documentId } = await createBusiness(listed);
    const { id } = await inState('retrying');
    expect((await deliveries().findOne(id))?.log[0]?.excerpt).toBe('no such table: listings');
    receiver.behave(answers(204));
    expect(await deliveries().sendAgain(id)).toMatchObject({ id });
    const again = await arrived(documentId, 2);
    expect(again[1]!.headers['webhook-id']).toBe(again[0]!.headers['webhook-id']);
    await inState('delivered');
  });

  it('is replaced by a newer event of the document', async () => {
    receiver.behave(answers(500));
    const { documentId } = await createBusiness({ ...listed, name: 'Alt' });
    await inState('retrying');
    receiver.behave(answers(204));
    await publish(documentId, 'Neu');
    await eventually('the new one', () =>
      about(documentId).some(({ body }) => (body.data['listing'] as { name: string }).name === 'Neu'),
    );
    const { items } = await deliveries().list({ portal: portalId, page: 1, pageSize: 10 });
    await eventually('both are settled', async () => {
      const { items: now } = await deliveries().list({ portal: portalId, page: 1, pageSize: 10 });
      return now.map(({ state }) => state).join() === 'delivered,replaced';
    });
    expect(items).toHaveLength(2);
  });

  it('never lets an older state arrive after a newer one, even while the older is in flight', async () => {
    let release = (): void => undefined;
    receiver.behave((_request, answer) => {
      release = () => void answer.writeHead(500).end();
    });
    const { documentId } = await createBusiness({ ...listed, name: 'Alt' });
    await arrived(documentId);
    receiver.behave(answers(204));
    await publish(documentId, 'Neu');
    await eventually('the new one waits', async () => (await newest())?.state === 'waiting');
    expect(about(documentId)).toHaveLength(1);
    release();
    const [, second] = await arrived(documentId, 2);
    expect(second!.body.data).toMatchObject({ listing: { name: 'Neu' } });
    await inState('delivered');
    const { items } = await deliveries().list({ portal: portalId, page: 1, pageSize: 10 });
    expect(items.map(({ state }) => state)).toEqual(['delivered', 'replaced']);
  });

  it('follows no redirect', async () => {
    const elsewhere = await startReceiver();
    receiver.behave(answers(301, { location: elsewhere.url }));
    await createBusiness(listed);
    expect(await inState('retrying')).toMatchObject({ failure: 'redirect', status: 301 });
    expect(elsewhere.connections()).toBe(0);
    await elsewhere.close();
  });
});

describe('what people request', () => {
  it('a test event reports its result, and changes nothing', async () => {
    expect(await deliveries().ping(portalId)).toMatchObject({
      eventType: 'feed.ping',
      state: 'delivered',
      status: 204,
      sequence: null,
    });
    const { headers, raw } = receiver.received[0]!;
    expect(new Webhook(secret).verify(raw, headers as Record<string, string>)).toMatchObject({
      type: 'feed.ping',
      data: { portal: portalId },
    });
    receiver.behave(answers(410));
    expect(await deliveries().ping(portalId)).toMatchObject({ state: 'failed', failure: 'gone' });
    expect((await portals().findOne(portalId))?.state).toBe('active');
    expect(await deliveries().ping('nobody')).toBeNull();
  });

  it('a resync sends everything again, a replay one event or a range, under their ids', async () => {
    const documents = [];
    for (let index = 0; index < 3; index += 1) documents.push((await createBusiness(listed)).documentId);
    for (const documentId of documents) await arrived(documentId);
    await writtenDown();
    receiver.received.length = 0;
    const scheduled = await deliveries().resync(portalId);
    expect(scheduled).toBeGreaterThanOrEqual(3);
    for (const documentId of documents) await arrived(documentId);
    await eventually('all of them', () => receiver.received.length === scheduled);
    const sequences = documents.map((documentId) => about(documentId)[0]!.body.data.sequence);
    await writtenDown();
    receiver.received.length = 0;
    expect(await deliveries().replay(portalId, { from: sequences[1]!, to: sequences[1]! })).toBe(1);
    await arrived(documents[1]!);
    await writtenDown();
    expect(await deliveries().replay(portalId, { from: sequences[1]!, to: sequences[2]! })).toBe(2);
    await arrived(documents[2]!);
  });

  it('a changed filter sends what matches now, and removes what no longer does, under new ids', async () => {
    const { documentId } = await createBusiness(listed);
    const [first] = await arrived(documentId);
    const filter = {
      types: ['offer'],
      categories: [],
      districts: [],
      postcodes: [],
      boundingBox: null,
      locales: [],
    };
    await portals().update(portalId, { filter }, 'resend');
    const [, removed] = await arrived(documentId, 2);
    expect(removed!.body).toMatchObject({ type: 'business.removed' });
    expect(removed!.body.data.sequence).toBe(first!.body.data.sequence);
    expect(removed!.headers['webhook-id']).not.toBe(first!.headers['webhook-id']);
  });

  it('after a rotation both secrets sign for a day', async () => {
    const rotated = await portals().rotateSecret(portalId);
    const { documentId } = await createBusiness(listed);
    const [received] = await arrived(documentId);
    const headers = received!.headers as Record<string, string>;
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const one of [secret, rotated?.secret ?? ''])
      expect(new Webhook(one).verify(received!.raw, headers)).toEqual(received!.body);
    await onFeedLog(`update portal_feed_portals set previous_secret_until = now() - interval '1 second'`);
    const { documentId: later } = await createBusiness(listed);
    const [alone] = await arrived(later);
    expect(String(alone!.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });
});
