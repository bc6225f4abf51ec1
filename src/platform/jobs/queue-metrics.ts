import type { Core } from '@strapi/strapi';
import { Gauge } from 'prom-client';
import { metricsRegistry } from '../metrics';
import { sqlOf } from '../sql/sql';

/** Jobs that wait, run or are retried. */
const QUEUES_SQL = `
select name, state::text, count(*)::int as jobs from pgboss.job
where state in ('created', 'retry', 'active') group by name, state`;

/** Shows the queues on `/metrics`. */
export function watchQueues(strapi: Core.Strapi): void {
  const registry = metricsRegistry(strapi);
  if (!registry) return;
  const gauge = new Gauge({
    name: 'stadtverbund_queue_jobs',
    help: 'Background jobs that are not done, by queue and state.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    collect: async () => {
      gauge.reset();
      const rows = await sqlOf(strapi)<{ name: string; state: string; jobs: number }>(QUEUES_SQL);
      for (const { name, state, jobs } of rows) gauge.set({ queue: name, state }, jobs);
    },
  });
}
