import type { Core } from '@strapi/strapi';
import { bossOf } from '#src/platform/jobs/index';
import type { DeliveriesService, DeliveryItem } from '../contract';
import { deliveryOf, type Delivery } from './delivery';
import { ping } from './ping';
import { resync } from './resync';
import { attemptsOf, deliveryById, listDeliveries, newestDelivery } from './store/deliveries';
import { enqueue, itemsFor } from './store/enqueue';
import { documentsBetween, lastEventsOf } from './store/events';
import { portalHealth } from './store/health';
import { targetOf } from './store/portals';
import { wake } from './wake';

// Documents whose last events are read in one statement.
const PAGE = 500;

/**
 * Sends the current state of these documents even if an older one was requested, so that a portal never ends with stale
 * state.
 * @returns how many deliveries became due
 */
async function sendPresent(
  { store }: Delivery,
  portalId: string,
  documentIds: readonly string[],
): Promise<number> {
  const target = await targetOf(store.query, portalId);
  if (!target) return 0;
  let made = 0;
  for (let from = 0; from < documentIds.length; from += PAGE) {
    const events = await lastEventsOf(store.query, documentIds.slice(from, from + PAGE));
    made += await enqueue(store.query, itemsFor(events, [target]));
  }
  return made;
}

async function sendAgain(delivery: Delivery, item: DeliveryItem): Promise<string | null> {
  const { query } = delivery.store;
  if (item.documentId === null) return ping(delivery, item.portal);
  await sendPresent(delivery, item.portal, [item.documentId]);
  return (await newestDelivery(query, item.portal, item.documentId))?.id ?? item.id;
}

/** Deliveries of the feed; see contract.ts. */
export function createDeliveries({ strapi }: { strapi: Core.Strapi }): DeliveriesService {
  const delivery = (): Delivery => deliveryOf(strapi);
  const query: Delivery['store']['query'] = (...call) => delivery().store.query(...call);
  const woken = (portals: readonly string[]): Promise<void> => wake(bossOf(strapi), query, portals);

  return {
    list: (asked) => listDeliveries(query, asked),

    async findOne(id) {
      const item = await deliveryById(query, id);
      return item && { ...item, log: await attemptsOf(query, id) };
    },

    async sendAgain(id) {
      const item = await deliveryById(query, id);
      if (!item) return null;
      const sent = await sendAgain(delivery(), item);
      await woken([item.portal]);
      return sent === null ? null : deliveryById(query, sent);
    },

    async ping(portal) {
      const id = await ping(delivery(), portal);
      return id === null ? null : deliveryById(query, id);
    },

    resync: (portal) => resync(delivery(), portal, woken),

    async replay(portal, { from, to }) {
      const made = await sendPresent(delivery(), portal, await documentsBetween(query, from, to));
      await woken([portal]);
      return made;
    },

    health: (portals, now) => portalHealth(query, portals, now),
  };
}
