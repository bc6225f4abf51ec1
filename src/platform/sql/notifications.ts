import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { Client } from 'pg';
import { connectionString } from './connection-string';

type Listener = (payload: string) => void;

const RECONNECT_MS = 500;

/**
 * PostgreSQL's NOTIFY for this process: one connection for all channels, opened by the first listener and reopened
 * whenever it breaks. After every connect all listeners are called with an empty payload, since earlier notifications
 * have been missed.
 */
export class Notifications {
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | undefined;
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private isBroken = false;

  constructor(
    private readonly connectionString: string,
    private readonly log: Pick<Core.Strapi['log'], 'warn' | 'info'>,
  ) {}

  /** Whether notifications currently arrive; if not, those waiting have to poll. */
  get isConnected(): boolean {
    return this.client !== undefined;
  }

  /**
   * Calls the listener with the payload of every NOTIFY on the channel, and with '' when some may have been missed.
   * @returns a function that ends it
   */
  on(channel: string, listener: Listener): () => void {
    const present = this.listeners.get(channel);
    const all = present ?? new Set<Listener>();
    this.listeners.set(channel, all.add(listener));
    this.running ??= this.stayConnected();
    if (!present && this.client) void this.listen(this.client, channel);
    return () => all.delete(listener);
  }

  /** Closes the connection; no listener is called any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.client?.end();
    await this.running;
  }

  private async stayConnected(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.connectOnce();
      await pause(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Connects and stays until the connection breaks. */
  private async connectOnce(): Promise<void> {
    const client = new Client({
      connectionString: this.connectionString,
      application_name: 'stadtverbund notifications',
      keepAlive: true,
    });
    const ended = new Promise<Error | undefined>((resolve) => {
      client.on('error', resolve);
      client.on('end', () => resolve(undefined));
    });
    client.on('notification', ({ channel, payload }) => this.call(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.listeners.keys())
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      if (!this.stopping.signal.aborted) {
        this.connected(client);
        this.broken(await ended);
      }
    } catch (error) {
      this.broken(error as Error);
    }
    await client.end().catch(() => undefined);
    if (!this.client) return;
    this.client = undefined;
    // From now on, those waiting have to poll.
    this.callAll();
  }

  private async listen(client: Client, channel: string): Promise<void> {
    try {
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.call(channel, '');
    } catch {
      // The connection broke, which `connectOnce` notices; the next one listens to this channel too.
    }
  }

  private connected(client: Client): void {
    if (this.isBroken) this.log.info('NOTIFY of PostgreSQL arrives again.');
    this.isBroken = false;
    this.client = client;
    this.callAll();
  }

  private broken(error: Error | undefined): void {
    if (this.isBroken || this.stopping.signal.aborted) return;
    this.isBroken = true;
    this.log.warn(
      `NOTIFY of PostgreSQL does not arrive (${error?.message ?? 'the connection was closed'}); those who wait look every second.`,
    );
  }

  private callAll(): void {
    for (const channel of this.listeners.keys()) this.call(channel, '');
  }

  private call(channel: string, payload: string): void {
    if (this.stopping.signal.aborted) return;
    for (const listener of [...(this.listeners.get(channel) ?? [])]) listener(payload);
  }
}

const NAME = 'stadtverbund.notifications';

/** The notifications of an instance. */
export function notificationsOf(strapi: Core.Strapi): Notifications {
  if (!strapi.has(NAME)) strapi.add(NAME, new Notifications(connectionString(strapi), strapi.log));
  return strapi.get<Notifications>(NAME);
}
