import type { Core } from '@strapi/strapi';
import { Counter, Gauge, Histogram } from 'prom-client';
import { metricsRegistry } from '../platform/metrics';
import type { VersionReader } from '../platform/version';
import type { AnswerStore } from './answer-store';
import type { Result } from './front-server';

const RESULTS: readonly Result[] = ['hit', 'miss', 'joined', 'error', 'unversioned', 'limited', 'koa'];

// A hit takes about a millisecond under load, a miss a few, a request to Koa tens.
const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Hears of every request, and how long it took in milliseconds. */
export type Observe = (result: Result, milliseconds: number) => void;

/**
 * Shows the cache on `/metrics`.
 * @returns counts one request; `undefined` where metrics are off
 */
export function watchCache(
  strapi: Core.Strapi,
  store: AnswerStore | undefined,
  reader: VersionReader,
): Observe | undefined {
  const registry = metricsRegistry(strapi);
  if (!registry) return undefined;
  const registers = [registry];
  const gauge = (name: string, help: string, value: () => number): void => {
    const made: Gauge = new Gauge({ name, help, registers, collect: (): void => made.set(value()) });
  };
  gauge('stadtverbund_cache_bytes', 'Bytes of memory that kept answers take.', () => store?.bytes ?? 0);
  gauge('stadtverbund_cache_answers', 'Answers that are kept.', () => store?.count ?? 0);
  let seen = 0;
  const reads = new Counter({
    name: 'stadtverbund_cache_version_reads_total',
    help: 'Reads of the version row; each serves all requests that wait for it.',
    registers,
    collect: () => {
      reads.inc(reader.reads - seen);
      seen = reader.reads;
    },
  });
  const latency = new Histogram({
    name: 'stadtverbund_http_request_duration_seconds',
    help: 'Time to answer a request, by what became of it: hit, miss, joined (shared another request’s miss), koa (not for the cache), unversioned, limited, error.',
    labelNames: ['result'],
    buckets: SECONDS,
    registers,
  });
  // Children are looked up once: labels are hashed on every call otherwise.
  const byResult = new Map(RESULTS.map((result) => [result, latency.labels(result)]));
  return (result, milliseconds) => byResult.get(result)?.observe(milliseconds / 1_000);
}
