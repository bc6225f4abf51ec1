import type { Core } from '@strapi/strapi';
import { Gauge } from 'prom-client';
import { metricsRegistry } from '#src/platform/metrics/index';
import { sqlOf } from '#src/platform/sql/sql';

/** Deliveries that are still to be made. */
const BACKLOG_SQL = `
select portal_id as portal, count(*)::int as events from stadtverbund.feed_delivery
where state in ('waiting', 'retrying', 'sending') group by portal_id`;

/** Shows on `/metrics` what portals have not got yet. */
export function watchBacklog(strapi: Core.Strapi): void {
  const registry = metricsRegistry(strapi);
  if (!registry) return;
  const gauge = new Gauge({
    name: 'stadtverbund_feed_backlog',
    help: 'Events that have not been delivered yet, by portal.',
    labelNames: ['portal'],
    registers: [registry],
    collect: async () => {
      gauge.reset();
      const rows = await sqlOf(strapi)<{ portal: string; events: number }>(BACKLOG_SQL);
      for (const { portal, events } of rows) gauge.set({ portal }, events);
    },
  });
}
