/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import type { DeliveryItem } from '#src/plugins/portal-feed/server/src/contract';
import { createBusiness, createCityProfile, createPortal, portals } from '#tests/support/index';
import { deliveries } from '#tests/support/deliveries';
import { eventually } from '#tests/support/eventually';
import {
  answers,
  dripsBody,
  dripsHeaders,
  hangs,
  neverStops,
  startReceiver,
  type Behaviour,
  type WebhookReceiver,
} from '#tests/support/webhook-receiver';

jest.setTimeout(60_000);

const listed = { syndicationConsent: true };

beforeAll(() => createCityProfile());

interface Side {
  receiver: WebhookReceiver;
  portalId: string;
}

async function side(behaviour: Behaviour): Promise<Side> {
  const receiver = await startReceiver(behaviour);
  const { portal } = await createPortal({}, receiver.url);
  return { receiver, portalId: portal.documentId };
}

const newestOf = async ({ portalId }: Side): Promise<DeliveryItem | undefined> =>
  (await deliveries().list({ portal: portalId, page: 1, pageSize: 1 })).items[0];

it('receivers that hang, drip or never stop are abandoned after 15 s, and slow nobody else down', async () => {
  const healthy = await side(answers(204));
  const table: [string, Side, Partial<DeliveryItem>][] = [
    ['hangs', await side(hangs), { state: 'retrying', failure: 'timeout', status: null }],
    ['drips headers', await side(dripsHeaders), { state: 'retrying', failure: 'timeout', status: null }],
    ['drips a body', await side(dripsBody), { state: 'retrying', failure: 'timeout', status: null }],
    ['never stops', await side(neverStops), { state: 'delivered', failure: null, status: 200 }],
  ];
  try {
    for (let index = 0; index < 12; index += 1) {
      const { documentId } = await createBusiness(listed);
      const published = Date.now();
      await eventually('the healthy one has it', () =>
        healthy.receiver.received.some(({ body }) => body.data.id === documentId),
      );
      expect(Date.now() - published).toBeLessThan(2_000);
    }
    for (const [name, one, expected] of table) {
      const item = await eventually(
        `the one that ${name} is left`,
        async () => {
          const { items } = await deliveries().list({ portal: one.portalId, page: 1, pageSize: 100 });
          return items.find(({ duration }) => duration !== null);
        },
        25_000,
      );
      expect([name, item]).toEqual([name, expect.objectContaining(expected)]);
      expect(item.duration).toBeLessThan(16_000);
      expect(one.receiver.connections()).toBeLessThanOrEqual(60);
    }
    expect((await newestOf(table[3]![1]))?.duration).toBeLessThan(5_000);
  } finally {
    for (const { receiver, portalId } of [healthy, ...table.map(([, one]) => one)]) {
      await portals().remove(portalId);
      await receiver.close();
    }
  }
});
