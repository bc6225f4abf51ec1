import type { Core } from '@strapi/strapi';
import { Client } from 'pg';

const CHANNEL = 'stadtverbund_feed';
const RETRY_MS = 1_000;

/** One who waits. */
export interface Subscription {
  /** Kept when there may be something new. */
  readonly done: Promise<void>;
  /** Waits no longer; keeps `done`. */
  readonly cancel: () => void;
}

/**
 * Wakes who waits for events, in all instances: the numbering trigger sends a NOTIFY that arrives after the commit.
 * One connection an instance, opened by the first who waits.
 */
export class FeedSignal {
  private readonly waiting = new Set<() => void>();
  private client: Client | undefined;
  private connecting: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly connectionString: string | undefined,
    private readonly log: Pick<Core.Strapi['log'], 'warn'>,
  ) {}

  /** Whether this instance shuts down: nobody waits any more. */
  get isStopped(): boolean {
    return this.stopped;
  }

  /**
   * A promise that is kept with the next event, after `milliseconds`, or at shutdown. Subscribe, then read, then await:
   * what is committed in between is not missed.
   */
  async subscribe(milliseconds: number): Promise<Subscription> {
    await this.connect();
    let wake: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      wake = resolve;
    });
    // Without a connection nobody is woken: look again soon instead.
    const timer = setTimeout(() => wake(), this.client ? milliseconds : Math.min(milliseconds, RETRY_MS));
    const end = (): void => {
      clearTimeout(timer);
      this.waiting.delete(end);
      wake();
    };
    this.waiting.add(end);
    if (this.stopped) end();
    return { done, cancel: end };
  }

  /** Lets go of everyone and closes the connection. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeAll();
    await this.connecting;
    await this.client?.end();
  }

  private wakeAll(): void {
    for (const end of [...this.waiting]) end();
  }

  private connect(): Promise<void> {
    if (this.client || this.stopped) return Promise.resolve();
    this.connecting ??= this.open().finally(() => {
      this.connecting = undefined;
    });
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new Client({
      connectionString: this.connectionString,
      application_name: 'stadtverbund feed signal',
    });
    const lost = (error?: Error): void => {
      if (this.client !== client) return;
      this.client = undefined;
      if (!this.stopped)
        this.log.warn(`Feed: connection for NOTIFY lost${error ? `: ${error.message}` : ''}.`);
      // They look at the log themselves, and connect again.
      this.wakeAll();
    };
    client.on('error', lost);
    client.on('end', () => lost());
    client.on('notification', () => this.wakeAll());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
    } catch (error) {
      this.log.warn(
        `Feed: no connection for NOTIFY (${(error as Error).message}); readers look every second.`,
      );
      await client.end().catch(() => undefined);
    }
  }
}

const signals = new WeakMap<Core.Strapi, FeedSignal>();

/** The signal of an instance. */
export function feedSignal(strapi: Core.Strapi): FeedSignal {
  const known = signals.get(strapi) ?? new FeedSignal(process.env.DATABASE_URL, strapi.log);
  signals.set(strapi, known);
  return known;
}
