/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import { Webhook } from 'standardwebhooks';
import { createBusiness, createCityProfile, startedApp } from '../../../support';
import { eventually } from '../../../support/eventually';
import { createPortal, portals } from '../../../support/feed';
import { deliveries } from '../../../support/deliveries';
import { startReceiver, type WebhookReceiver } from '../../../support/webhook-receiver';

const listed = { syndicationConsent: true };
let receiver: WebhookReceiver;

beforeAll(() => createCityProfile());
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const about = (documentId: string) => receiver.received.filter(({ body }) => body.data.id === documentId);

it('sends a published business to a portal, signed as Standard Webhooks asks', async () => {
  const { portal, secret } = await createPortal({}, receiver.url);
  const { documentId } = await createBusiness(listed);
  const [received] = await eventually('a delivery', () => about(documentId).length > 0 && about(documentId));
  const { headers, raw, body } = received!;
  expect(new Webhook(secret).verify(raw, headers as Record<string, string>)).toEqual(body);
  expect(body).toMatchObject({ type: 'business.published', data: { id: documentId } });
  const { items } = await deliveries().list({ portal: portal.documentId, page: 1, pageSize: 10 });
  expect(items[0]).toMatchObject({ eventId: headers['webhook-id'], documentId });
  await portals().remove(portal.documentId);
});

it('reaches the receiver within a second of the publication', async () => {
  const { portal } = await createPortal({}, receiver.url);
  await createBusiness(listed);
  await eventually('warm', () => receiver.received.length > 0);
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const { documentId } = await createBusiness(listed);
    const published = Date.now();
    await eventually('a delivery', () => about(documentId).length > 0);
    times.push(about(documentId)[0]!.at - published);
  }
  console.log('latency ms', times);
  expect(Math.max(...times)).toBeLessThan(1_000);
  await portals().remove(portal.documentId);
  void startedApp;
});
