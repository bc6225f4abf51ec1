import type { Core } from '@strapi/strapi';
import { notificationsOf, type Notifications } from '#src/platform/sql/notifications';

/** Notified by the log at the commit of its events (210-feed.sql). */
export const EVENT_CHANNEL = 'stadtverbund_feed';

const RETRY_MS = 1_000;

/** A waiting reader. */
export interface Subscription {
  /** Resolves when there may be something new. */
  readonly done: Promise<void>;
  /** Stops waiting and resolves `done`. */
  readonly cancel: () => void;
}

/** Wakes readers waiting for events, in all instances: the NOTIFY of the numbering trigger arrives after the commit. */
export class FeedSignal {
  private readonly waiting = new Set<() => void>();
  private stopListening: (() => void) | undefined;
  private stopped = false;

  constructor(private readonly notifications: Notifications) {}

  /** Whether this instance is shutting down, so that nobody waits any more. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /**
   * A promise that resolves with the next event, after `milliseconds`, or at shutdown. Subscribe, then read, then
   * await, so that nothing committed in between is missed.
   */
  subscribe(milliseconds: number): Subscription {
    if (!this.stopped) this.stopListening ??= this.notifications.on(EVENT_CHANNEL, () => this.wakeAll());
    let wake: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      wake = resolve;
    });
    // Without a connection nobody is woken, so look again soon.
    const { isConnected } = this.notifications;
    const timer = setTimeout(() => wake(), isConnected ? milliseconds : Math.min(milliseconds, RETRY_MS));
    const end = (): void => {
      clearTimeout(timer);
      this.waiting.delete(end);
      wake();
    };
    this.waiting.add(end);
    if (this.stopped) end();
    return { done, cancel: end };
  }

  /** Releases all waiting readers. */
  stop(): void {
    this.stopped = true;
    this.stopListening?.();
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const end of [...this.waiting]) end();
  }
}

const signals = new WeakMap<Core.Strapi, FeedSignal>();

/** The signal of an instance. */
export function feedSignal(strapi: Core.Strapi): FeedSignal {
  const known = signals.get(strapi) ?? new FeedSignal(notificationsOf(strapi));
  signals.set(strapi, known);
  return known;
}
