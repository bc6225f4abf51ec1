import type { Core } from '@strapi/strapi';
import type PgBoss from 'pg-boss';
import type { Worker } from '#src/platform/jobs/index';
import { notificationsOf } from '#src/platform/sql/notifications';
import { EVENT_CHANNEL } from '../services/feed-signal';
import { bossDb, deliveryOf, type Delivery } from './delivery';
import { fanOutPage, resyncPage, type Page } from './fan-out';
import { startPump, type Pump } from './pump';
import { RESYNC_CHANNEL } from './resync';
import { portalsDue, type Claimed } from './store/claim';
import { DELIVER, wake, WAKE_CHANNEL, wakeAt, type DeliverJob } from './wake';

// Retries become due without a NOTIFY.
const POLL_MILLISECONDS = 1_000;

// Finds what a killed instance or a lost NOTIFY left behind.
const SWEEP_MILLISECONDS = 5_000;

// On SIGTERM, requests not answered by then are aborted and sent again by another instance.
const DRAIN_MILLISECONDS = 6_000;

// Few, so that instances share the work; a free one comes back for more.
const JOBS_AT_ONCE = 5;

/** Runs `work` now, and once more if requested in the meantime; never twice at a time. */
function coalesced(work: () => Promise<void>, onError: (error: Error) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work().catch(onError);
    } while (again);
    running = undefined;
  };
  return () => {
    if (running) again = true;
    else running = run();
    return running ?? Promise.resolve();
  };
}

/** One instance's share of the delivery. */
class DeliveryWorker {
  private readonly pumps = new Map<string, Pump>();
  private readonly running = new Set<Promise<void>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private stopListening: (() => void)[] = [];
  private stopping = false;

  constructor(
    private readonly delivery: Delivery,
    private readonly boss: PgBoss,
  ) {}

  private readonly report = (error: Error): void => {
    if (!this.stopping) this.delivery.strapi.log.error(`Feed delivery: ${error.message}`);
  };

  private readonly wake = (portals: readonly string[]): Promise<void> =>
    wake(this.boss, this.delivery.store.query, portals);

  /** A portal was resumed. */
  private readonly wakeOne = (portalId: string): Promise<void> => this.wake([portalId]).catch(this.report);

  /** Reads the log to its end. */
  private readonly fanOut = coalesced(() => this.pages(() => fanOutPage(this.delivery.store)), this.report);

  private readonly resync = coalesced(
    () => this.pages(() => resyncPage(this.delivery.store, null)),
    this.report,
  );

  private readonly takeJobs = coalesced(async () => {
    const { query } = this.delivery.store;
    let jobs: PgBoss.Job<DeliverJob>[];
    do {
      if (this.stopping) return;
      jobs = await this.boss.fetch<DeliverJob>(DELIVER, { batchSize: JOBS_AT_ONCE, db: bossDb(query) });
      for (const { id, data } of jobs) this.work(data.portalId, [], () => this.deleteJob(id));
    } while (jobs.length === JOBS_AT_ONCE);
  }, this.report);

  start(): void {
    const notifications = notificationsOf(this.delivery.strapi);
    this.stopListening = [
      notifications.on(EVENT_CHANNEL, () => void this.fanOut()),
      notifications.on(RESYNC_CHANNEL, () => void this.resync()),
      notifications.on(WAKE_CHANNEL, (portal) => void (portal ? this.wakeOne(portal) : this.takeJobs())),
    ];
    this.timers.push(
      setInterval(() => void this.takeJobs(), POLL_MILLISECONDS),
      setInterval(() => void this.sweep(), SWEEP_MILLISECONDS),
    );
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.timers.forEach(clearInterval);
    const { interrupt, sender, store } = this.delivery;
    const drain = setTimeout(() => interrupt.abort(), DRAIN_MILLISECONDS);
    for (const stop of this.stopListening) stop();
    for (const pump of this.pumps.values()) pump.nudge();
    await Promise.all([this.fanOut(), this.resync(), this.takeJobs()]);
    await Promise.all(this.running);
    clearTimeout(drain);
    sender.agents.destroy();
    await store.close();
  }

  private async pages(next: () => Promise<Page>): Promise<void> {
    for (let isLast = false; !isLast && !this.stopping;) {
      const page = await next();
      this.send(page.claimed);
      await this.wake(page.waiting);
      isLast = page.isLast;
    }
  }

  private send(claimed: readonly Claimed[]): void {
    const byPortal = new Map<string, Claimed[]>();
    for (const one of claimed) {
      const { portalId } = one.target;
      byPortal.set(portalId, [...(byPortal.get(portalId) ?? []), one]);
    }
    for (const [portalId, own] of byPortal) this.work(portalId, own);
  }

  private async sweep(): Promise<void> {
    try {
      await this.fanOut();
      await this.resync();
      await this.wake(await portalsDue(this.delivery.store.query));
    } catch (error) {
      this.report(error as Error);
    }
  }

  private async deleteJob(id: string): Promise<void> {
    await this.boss.deleteJob(DELIVER, id, { db: bossDb(this.delivery.store.query) });
  }

  /**
   * Sends what is due for a portal, with its pump if there is one that still takes deliveries.
   * @param claimed what is already claimed; if empty, the pump looks
   */
  private work(
    portalId: string,
    claimed: readonly Claimed[],
    afterwards = (): Promise<void> => Promise.resolve(),
  ): void {
    const done = this.pumpOf(portalId, claimed)
      .done.then(afterwards)
      .catch(this.report)
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  private pumpOf(portalId: string, claimed: readonly Claimed[]): Pump {
    const present = this.pumps.get(portalId);
    if (present?.isTaking()) {
      if (claimed.length > 0) present.give(claimed);
      else present.nudge();
      return present;
    }
    const { query } = this.delivery.store;
    const surroundings = {
      isStopping: () => this.stopping,
      wakeAt: (portal: string, at: Date) => wakeAt(this.boss, query, portal, at),
      wakeNow: (portal: string) => this.wake([portal]),
    };
    const pump = startPump(this.delivery, surroundings, portalId, claimed);
    this.pumps.set(portalId, pump);
    const forget = (): void => {
      if (this.pumps.get(portalId) === pump) this.pumps.delete(portalId);
    };
    pump.done.then(forget, forget);
    return pump;
  }
}

/** The worker of an instance, for src/platform/jobs. */
export function deliveryWorker(strapi: Core.Strapi): Worker {
  let worker: DeliveryWorker | undefined;
  return {
    name: DELIVER,
    policy: 'short',
    // A job only triggers a check; the sweep also finds what is due.
    retryLimit: 5,
    retryDelay: 1,
    // 2 s of taking, 15 s for the last request, and time to record it.
    expireInSeconds: 35,
    start(boss) {
      worker = new DeliveryWorker(deliveryOf(strapi), boss);
      worker.start();
      return Promise.resolve();
    },
    stop: async () => worker?.stop(),
  };
}
