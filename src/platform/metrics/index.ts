import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { connectionPool } from '../sql/pool';
import { metricsToken, registerMetricsRoute } from './metrics-route';

/** What connections a pool has at the moment. */
export interface PoolState {
  readonly used: number;
  readonly free: number;
  /** Who waits for one. */
  readonly waiting: number;
}

interface Metrics {
  readonly registry: Registry;
  readonly pools: Map<string, () => PoolState>;
}

// Kept by instance: tests boot several in one process.
const known = new WeakMap<Core.Strapi, Metrics>();

function make(): Metrics {
  const registry = new Registry();
  const pools = new Map<string, () => PoolState>();
  collectDefaultMetrics({ register: registry });
  const gauge = new Gauge({
    name: 'stadtverbund_database_pool_connections',
    help: 'Connections to PostgreSQL, by pool (strapi, directory) and state (used, free), and who waits for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect: () => {
      for (const [pool, read] of pools)
        for (const [state, value] of Object.entries<number>({ ...read() })) gauge.set({ pool, state }, value);
    },
  });
  return { registry, pools };
}

function metricsOf(strapi: Core.Strapi): Metrics | undefined {
  if (metricsToken(process.env) === undefined) return undefined;
  const metrics = known.get(strapi) ?? make();
  known.set(strapi, metrics);
  return metrics;
}

/**
 * Where each room puts what it has to say on `/metrics`, in Prometheus's text format, collected when it is asked for.
 * @returns `undefined` where metrics are off: then nothing need be counted
 * @throws when METRICS_TOKEN is too short to be one
 */
export const metricsRegistry = (strapi: Core.Strapi): Registry | undefined => metricsOf(strapi)?.registry;

/** Shows a pool of connections among the others. */
export function watchPool(strapi: Core.Strapi, name: string, read: () => PoolState): void {
  metricsOf(strapi)?.pools.set(name, read);
}

/** Opens `/metrics`, where it is asked for (docs/operations.md). */
export function startMetrics(strapi: Core.Strapi): void {
  const token = metricsToken(process.env);
  const registry = metricsRegistry(strapi);
  if (token === undefined || !registry) return;
  watchPool(strapi, 'strapi', () => {
    const pool = connectionPool(strapi);
    return { used: pool.numUsed(), free: pool.numFree(), waiting: pool.numPendingAcquires() };
  });
  registerMetricsRoute(strapi, registry, token);
}
