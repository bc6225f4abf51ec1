import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';
import type { Version } from './at-version';

type Waiter = (version: Version | null) => void;

// A read takes a fraction of a millisecond. After this, requests go to Koa and the connection is reopened.
const TIMEOUT_MS = 2_000;
// Between attempts to connect: none at first, then up to this.
const MAX_PAUSE_MS = 5_000;

const READ = {
  name: 'read version',
  text: 'select v::text from stadtverbund.version',
  rowMode: 'array' as const,
};

interface Log {
  warn(message: string): void;
  info(message: string): void;
}

/**
 * Reads the version row for requests. The read for a request is sent after the request arrived, so any change answered
 * before is seen (ADR 26); all requests waiting at that moment share it.
 */
export class VersionReader {
  private waiting: Waiter[] = [];
  private client: Client | undefined;
  private isPumping = false;
  private isStopped = false;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;
  // Who waits is called in the context of the start: the read is shared, and nobody is to be taken for another.
  private readonly outsideOfRequests = AsyncLocalStorage.snapshot();
  /** Reads so far, for the metrics. */
  reads = 0;

  constructor(
    private readonly connectionString: string,
    private readonly log: Log,
  ) {}

  /** Connects; later reads reconnect automatically. */
  async start(): Promise<void> {
    await this.connect();
  }

  /**
   * Calls back with the version at some moment after this call, or with `null` if it cannot be read and the request has
   * to go to Koa. A callback instead of a promise, since it runs for every request.
   */
  read(waiter: Waiter): void {
    if (!this.client) return waiter(null);
    this.waiting.push(waiter);
    if (this.isPumping) return;
    this.isPumping = true;
    // Other requests in this turn of the event loop join.
    setImmediate(() => void this.outsideOfRequests(() => this.pump()));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.retry);
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }

  private async pump(): Promise<void> {
    while (this.waiting.length > 0) {
      const wave = this.waiting;
      this.waiting = [];
      const version = await this.readOnce();
      for (const waiter of wave) this.tell(waiter, version);
    }
    this.isPumping = false;
  }

  /** A failing request must not affect the others of its wave. */
  private tell(waiter: Waiter, version: Version | null): void {
    try {
      waiter(version);
    } catch (error) {
      this.log.warn(`A request failed after the version was read: ${(error as Error).stack}`);
    }
  }

  private async readOnce(): Promise<Version | null> {
    const { client } = this;
    if (!client) return null;
    this.reads += 1;
    try {
      const { rows } = await client.query<[Version]>(READ);
      const version = rows[0]?.[0];
      if (version === undefined) throw new Error('stadtverbund.version has no row');
      return version;
    } catch (error) {
      this.lose(client, error as Error);
      return null;
    }
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.connectionString,
      application_name: 'stadtverbund version reader',
      query_timeout: TIMEOUT_MS,
      connectionTimeoutMillis: TIMEOUT_MS,
      keepAlive: true,
    });
    client.on('error', (error) => this.lose(client, error));
    try {
      await client.connect();
      // Prepares the statement and its plan before the first request.
      await client.query(READ);
    } catch (error) {
      this.lose(client, error as Error, true);
      return;
    }
    if (this.isStopped) return client.end();
    if (this.failures > 0) this.log.info('The version is read again.');
    this.failures = 0;
    this.client = client;
  }

  /** Gives up a broken connection and opens a new one; meanwhile `read` calls back with `null`. */
  private lose(client: Client, error: Error, wasConnecting = false): void {
    const isOurs = this.client === client;
    if (isOurs) this.client = undefined;
    if ((!isOurs && !wasConnecting) || this.isStopped) return;
    // A query that timed out may still be running, and its late answer must not be taken for another's.
    client.end().catch(() => undefined);
    if (this.failures === 0)
      this.log.warn(`The version cannot be read (${error.message}); every request goes to Koa until it can.`);
    this.failures += 1;
    clearTimeout(this.retry);
    this.retry = setTimeout(
      () => void this.connect(),
      Math.min(100 * 2 ** (this.failures - 1), MAX_PAUSE_MS),
    );
    this.retry.unref();
  }
}
