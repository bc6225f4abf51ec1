import { attempt } from './attempt';
import type { Delivery } from './delivery';
import { disableIfFailing, disablePortal } from './disable-portal';
import { CONCURRENT_REQUESTS } from './domain/delivery-rules';
import type { Outcome } from './domain/outcome';
import type { Claimed } from './store/claim';

/** What a pump needs from its instance. */
export interface PumpSurroundings {
  readonly isStopping: () => boolean;
  /** Schedules another look at the portal. */
  wakeAt(portalId: string, at: Date): Promise<void>;
  wakeNow(portalId: string): Promise<void>;
}

export interface Pump {
  /** Signals that something new is due. */
  nudge(): void;
  /** Gives it deliveries that are already claimed. */
  give(claimed: readonly Claimed[]): void;
  /** Whether it still takes deliveries or is only waiting for its last answers. */
  isTaking(): boolean;
  readonly done: Promise<void>;
}

interface FailedAttempt {
  readonly outcome: Extract<Outcome, { ok: false }>;
  readonly next: Date | null;
}

// After this time any instance may take the portal's next deliveries, so that instances share a burst.
const TAKING_MILLISECONDS = 2_000;

// Taking them one by one costs a statement each, so a pump waits until half of its places are free, but not for long.
const WORTH_TAKING = CONCURRENT_REQUESTS / 2;
const GATHER_MILLISECONDS = 20;

async function followFailure(
  delivery: Delivery,
  surroundings: PumpSurroundings,
  portalId: string,
  { outcome, next }: FailedAttempt,
): Promise<void> {
  if (outcome.disables) return disablePortal(delivery.strapi, portalId, outcome.disables);
  if (next) await surroundings.wakeAt(portalId, next);
  if (outcome.counts) await disableIfFailing(delivery, portalId, new Date());
}

/** Sends one delivery and handles the outcome. @returns whether something else is due for the portal */
async function deliver(
  delivery: Delivery,
  surroundings: PumpSurroundings,
  claimed: Claimed,
): Promise<boolean> {
  const attempted = await attempt(delivery, claimed);
  if (!attempted) return true;
  const { outcome, next, isMoreDue } = attempted;
  if (!outcome.ok) await followFailure(delivery, surroundings, claimed.target.portalId, { outcome, next });
  return isMoreDue;
}

/** A gate that is opened by a call and closes after someone has waited for it. */
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
 * Sends what is due for one portal, a limited number of requests at a time, until nothing is due or two seconds are
 * over. Each portal has its own pump, so one that hangs does not slow down others. Code that makes something due
 * signals it, and each record of an attempt says whether more has become due, so a pump looks only when told to.
 * @param claimed what it starts with; if empty, it looks immediately
 */
export function startPump(
  delivery: Delivery,
  surroundings: PumpSurroundings,
  portalId: string,
  claimed: readonly Claimed[],
): Pump {
  const running = new Set<Promise<void>>();
  const news = gate();
  const until = Date.now() + TAKING_MILLISECONDS;
  let isDue = claimed.length === 0;
  let taking = true;
  let gathering: NodeJS.Timeout | undefined;

  const mayTake = (): boolean => Date.now() < until && !surroundings.isStopping();

  const ended = (): void => {
    if (CONCURRENT_REQUESTS - running.size >= WORTH_TAKING || running.size === 0) return news.open();
    gathering ??= setTimeout(() => {
      gathering = undefined;
      news.open();
    }, GATHER_MILLISECONDS);
  };

  const start = (one: Claimed): void => {
    const task = deliver(delivery, surroundings, one)
      .then((isMoreDue) => {
        isDue ||= isMoreDue;
      })
      .catch((error: Error) => {
        delivery.strapi.log.error(`Feed delivery ${one.deliveryId}: ${error.message}`);
      })
      .finally(() => {
        running.delete(task);
        ended();
      });
    running.add(task);
  };

  const give = (more: readonly Claimed[]): void => more.forEach(start);

  const take = async (): Promise<void> => {
    isDue = false;
    give(await delivery.claim(portalId));
  };

  const handOver = async (): Promise<void> => {
    if (!isDue) return;
    isDue = false;
    await surroundings.wakeNow(portalId);
  };

  const run = async (): Promise<void> => {
    try {
      while (isDue ? mayTake() : running.size > 0) await (isDue ? take() : news.wait());
      // Set before waiting for the last answers, which may take 15 s, so that others can continue.
      taking = false;
      await handOver();
    } finally {
      taking = false;
      await Promise.all(running);
      clearTimeout(gathering);
    }
    await handOver();
  };

  const nudge = (): void => {
    isDue = true;
    news.open();
  };
  give(claimed);
  return { nudge, give, isTaking: () => taking, done: run() };
}
