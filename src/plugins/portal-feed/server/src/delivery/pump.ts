import { attempt } from './attempt';
import type { Delivery } from './delivery';
import { disableIfFailing, disablePortal } from './disable-portal';
import { CONCURRENT_REQUESTS } from './domain/delivery-rules';
import { claim, isDue, type Claimed } from './store/claim';
import { targetOf, type Target } from './store/portals';

/** What a pump asks of the instance it runs in. */
export interface PumpSurroundings {
  readonly isStopping: () => boolean;
  /** Schedules another look at the portal. */
  wakeAt(portalId: string, at: Date): Promise<void>;
  wakeNow(portalId: string): Promise<void>;
}

export interface Pump {
  /** Says that something new is due. */
  nudge(): void;
  /** Whether it still takes deliveries, or only waits for its last answers. */
  isTaking(): boolean;
  readonly done: Promise<void>;
}

// After this long the portal's next deliveries are everybody's again: instances share a burst.
const TAKING_MILLISECONDS = 2_000;

// Taking one by one costs a statement each, so a pump waits for half of its places, but not for long.
const WORTH_TAKING = CONCURRENT_REQUESTS / 2;
const GATHER_MILLISECONDS = 20;

async function deliver(
  delivery: Delivery,
  surroundings: PumpSurroundings,
  target: Target,
  claimed: Claimed,
): Promise<void> {
  const { strapi } = delivery;
  const attempted = await attempt(delivery, target, claimed);
  if (!attempted || attempted.outcome.ok) return;
  const { outcome, next } = attempted;
  if (outcome.disables) return disablePortal(strapi, target.portalId, outcome.disables);
  if (next) await surroundings.wakeAt(target.portalId, next);
  if (outcome.counts) await disableIfFailing(delivery, target.portalId, new Date());
}

/** A gate that opens when it is told to, and closes when it was waited for. */
function gate(): { open(): void; wait(): Promise<void> } {
  let isOpen = false;
  let pass: (() => void) | undefined;
  return {
    open() {
      isOpen = true;
      pass?.();
    },
    async wait() {
      if (!isOpen) await new Promise<void>((resolve) => (pass = resolve));
      isOpen = false;
      pass = undefined;
    },
  };
}

/**
 * Works what is due for one portal, a limited number of requests at a time, until nothing is due or two seconds are
 * over. Portals have pumps of their own, so one that hangs slows no other.
 */
export function startPump(delivery: Delivery, surroundings: PumpSurroundings, portalId: string): Pump {
  const { store, strapi } = delivery;
  const running = new Set<Promise<void>>();
  const news = gate();
  const until = Date.now() + TAKING_MILLISECONDS;
  let taking = true;
  let gathering: NodeJS.Timeout | undefined;

  const ended = (): void => {
    if (CONCURRENT_REQUESTS - running.size >= WORTH_TAKING || running.size === 0) return news.open();
    gathering ??= setTimeout(() => {
      gathering = undefined;
      news.open();
    }, GATHER_MILLISECONDS);
  };

  const start = (target: Target, claimed: Claimed): void => {
    const task = deliver(delivery, surroundings, target, claimed)
      .catch((error: Error) => {
        strapi.log.error(`Feed delivery ${claimed.deliveryId}: ${error.message}`);
      })
      .finally(() => {
        running.delete(task);
        ended();
      });
    running.add(task);
  };

  const take = async (): Promise<boolean> => {
    const target = await targetOf(store.query, portalId);
    if (target?.state !== 'active') return false;
    for (const claimed of await claim(store.query, portalId)) start(target, claimed);
    return running.size > 0;
  };

  const handOver = async (): Promise<void> => {
    if (await isDue(store.query, portalId)) await surroundings.wakeNow(portalId);
  };

  const run = async (): Promise<void> => {
    try {
      while (Date.now() < until && !surroundings.isStopping() && (await take())) await news.wait();
      // Before waiting for the last answers, which may take 15 s: others go on meanwhile.
      taking = false;
      if (running.size > 0) await handOver();
    } finally {
      taking = false;
      await Promise.all(running);
      clearTimeout(gathering);
    }
    await handOver();
  };

  return { nudge: () => news.open(), isTaking: () => taking, done: run() };
}
