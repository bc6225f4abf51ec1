import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sqlOf } from '../platform/sql/sql';
import { readPool } from '../plugins/directory/server/src/search/read-pool';
import type { AnswerStore } from './answer-store';
import type { Result } from './front-server';
import { BACKLOG_SQL, HAS_FEED_SQL, QUEUES_SQL } from './metrics.sql';
import type { VersionReader } from './version-reader';
import { connectionPool } from '../platform/sql/pool';

const RESULTS: readonly Result[] = ['hit', 'miss', 'joined', 'error', 'unversioned', 'limited', 'koa'];

// A hit takes about a millisecond under load, a miss a few, a request to Koa tens.
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Watched {
  store: AnswerStore | undefined;
  reader: VersionReader | undefined;
}

/** The content of /metrics: Prometheus's text format, collected on request. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly latency: Readonly<Record<Result, { observe(seconds: number): void }>>;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly watched: Watched,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const latency = new Histogram({
      name: 'stadtverbund_http_request_duration_seconds',
      help: 'Time to answer a request, by what became of it: hit, miss, joined (shared another request’s miss), koa (not for the cache), unversioned, limited, error.',
      labelNames: ['result'],
      buckets: SECONDS,
      registers: [this.registry],
    });
    // Children are looked up once, since labels would be hashed on every call.
    this.latency = Object.fromEntries(RESULTS.map((result) => [result, latency.labels(result)])) as Record<
      Result,
      Histogram.Internal<'result'>
    >;
    this.watchCache();
    this.watchDatabase();
    this.watchQueues();
    this.watchFeed();
  }

  /** Counts one request. */
  readonly observe = (result: Result, milliseconds: number): void =>
    this.latency[result].observe(milliseconds / 1_000);

  /** The page and its media type. */
  async page(): Promise<{ type: string; text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private gauge(name: string, help: string, value: () => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      collect: (): void => gauge.set(value()),
    });
  }

  private watchCache(): void {
    const { store, reader } = this.watched;
    this.gauge(
      'stadtverbund_cache_bytes',
      'Bytes of memory that kept answers take.',
      () => store?.bytes ?? 0,
    );
    this.gauge('stadtverbund_cache_answers', 'Answers that are kept.', () => store?.count ?? 0);
    let seen = 0;
    const reads = new Counter({
      name: 'stadtverbund_cache_version_reads_total',
      help: 'Reads of the version row; each serves all requests that wait for it.',
      registers: [this.registry],
      collect: () => {
        const now = reader?.reads ?? 0;
        reads.inc(now - seen);
        seen = now;
      },
    });
  }

  private watchDatabase(): void {
    const gauge = new Gauge({
      name: 'stadtverbund_database_pool_connections',
      help: 'Connections to PostgreSQL, by pool (strapi, directory) and state (used, free), and who waits for one.',
      labelNames: ['pool', 'state'],
      registers: [this.registry],
      collect: () => {
        const pool = connectionPool(this.strapi);
        const { total, idle, waiting } = readPool(this.strapi).state();
        const set = (name: string, states: Record<string, number>): void =>
          Object.entries(states).forEach(([state, value]) => gauge.set({ pool: name, state }, value));
        set('strapi', { used: pool.numUsed(), free: pool.numFree(), waiting: pool.numPendingAcquires() });
        set('directory', { used: total - idle, free: idle, waiting });
      },
    });
  }

  private watchQueues(): void {
    const gauge = new Gauge({
      name: 'stadtverbund_queue_jobs',
      help: 'Background jobs that are not done, by queue and state.',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        const rows = await sqlOf(this.strapi)<{ name: string; state: string; jobs: number }>(QUEUES_SQL);
        for (const { name, state, jobs } of rows) gauge.set({ queue: name, state }, jobs);
      },
    });
  }

  private watchFeed(): void {
    const gauge = new Gauge({
      name: 'stadtverbund_feed_backlog',
      help: 'Events that have not been delivered yet, by portal.',
      labelNames: ['portal'],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        const sql = sqlOf(this.strapi);
        const [feed] = await sql<{ present: boolean }>(HAS_FEED_SQL);
        if (!feed?.present) return;
        const rows = await sql<{ portal: string; events: number }>(BACKLOG_SQL);
        for (const { portal, events } of rows) gauge.set({ portal }, events);
      },
    });
  }
}
