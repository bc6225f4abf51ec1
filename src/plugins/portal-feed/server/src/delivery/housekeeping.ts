import type { Core } from '@strapi/strapi';
import { DEFAULT_TIME_ZONE } from '#src/domain/public-rule';
import type { Queue } from '#src/platform/jobs/index';
import { deliveryOf } from './delivery';
import { disableIfFailing } from './disable-portal';
import { KEPT_DAYS } from './domain/delivery-rules';
import type { Query } from './store/pool';

const BATCH = 5_000;

// An answer may repeat a listing that has since been removed; the log also erases those after 29 days.
const ERASE = `
update stadtverbund.feed_attempt set excerpt = null
where id in (select id from stadtverbund.feed_attempt
  where excerpt is not null and started_at < $1::timestamptz - make_interval(days => $2 - 1) limit $3)`;

const PRUNE = `
delete from stadtverbund.feed_delivery where id in (
  select id from stadtverbund.feed_delivery
  where created_at < $1::timestamptz - make_interval(days => $2)
    and coalesce(last_attempt_at, created_at) < $1::timestamptz - make_interval(days => $2)
    and state not in ('waiting', 'retrying', 'sending') limit $3)`;

// Also of deliveries that are still waiting, or were recently sent again.
const PRUNE_ATTEMPTS = `
delete from stadtverbund.feed_attempt where id in (
  select id from stadtverbund.feed_attempt where started_at < $1::timestamptz - make_interval(days => $2) limit $3)`;

async function inBatches(query: Query, text: string, now: Date): Promise<number> {
  let all = 0;
  let touched: number;
  do {
    const [row] = await query<{ touched: number }>(
      `with touched as (${text} returning 1) select count(*) as touched from touched`,
      [now, KEPT_DAYS, BATCH],
    );
    touched = row?.touched ?? 0;
    all += touched;
  } while (touched === BATCH);
  return all;
}

/** Deletes deliveries and attempts older than 30 days. @returns how many deliveries were deleted */
export async function prune(query: Query, now: Date): Promise<number> {
  await inBatches(query, ERASE, now);
  const deliveries = await inBatches(query, PRUNE, now);
  await inBatches(query, PRUNE_ATTEMPTS, now);
  return deliveries;
}

/** Once a night and cluster. */
export const pruneQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'portal-feed-prune',
  schedule: { cron: '20 3 * * *', timeZone: DEFAULT_TIME_ZONE },
  async handle() {
    const gone = await prune(deliveryOf(strapi).store.query, new Date());
    if (gone > 0)
      strapi.log.info(`Feed delivery: ${gone} deliveries older than ${KEPT_DAYS} days were deleted.`);
  },
});

/** A portal whose deliveries were all given up is no longer tried, so its time has to be checked separately. */
export const watchQueue = (strapi: Core.Strapi): Queue<object> => ({
  name: 'portal-feed-watch',
  schedule: { cron: '*/10 * * * *', timeZone: DEFAULT_TIME_ZONE },
  handle: () => disableIfFailing(deliveryOf(strapi), null, new Date()),
});
