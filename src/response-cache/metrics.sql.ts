/** Jobs that are waiting, running or being retried. */
export const QUEUES_SQL = `
select name, state::text, count(*)::int as jobs from pgboss.job
where state in ('created', 'retry', 'active') group by name, state`;

/** Whether the table of feed deliveries exists. */
export const HAS_FEED_SQL = `select to_regclass('stadtverbund.feed_delivery') is not null as present`;

/** Deliveries still to be made. */
export const BACKLOG_SQL = `
select portal_id as portal, count(*)::int as events from stadtverbund.feed_delivery
where state in ('waiting', 'retrying', 'sending') group by portal_id`;
