import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/platform/sql/sql';
import type { FedPortal } from '../services/portal-rows';
import { REQUEST_RESYNC, RESYNC_CHANNEL } from './resync';
import { WAKE_CHANNEL } from './wake';

const RESUME = [
  `update stadtverbund.feed_delivery set next_attempt_at = now(), failures = 0
   where portal_id = :portalId and state in ('waiting', 'retrying')`,
  `update stadtverbund.feed_delivery d set state = 'waiting', next_attempt_at = now(), failures = 0
   where d.portal_id = :portalId and d.state = 'failed' and d.event_id is not null and not exists (
     select from stadtverbund.feed_delivery n
     where n.portal_id = d.portal_id and n.document_id = d.document_id and n.id <> d.id
       and (n.seq, n.created_at) > (d.seq, d.created_at))`,
  `update stadtverbund.feed_health set failing_since = null where portal_id = :portalId`,
];

// Delivered at the commit: instances look what is due for it.
const CALL = `select pg_notify('${WAKE_CHANNEL}', :portalId)`;

const FORGET = ['feed_delivery', 'feed_resync', 'feed_health'].map(
  (table) => `delete from stadtverbund.${table} where portal_id = :portalId`,
);

const run = (strapi: Core.Strapi, statements: readonly string[], portalId: string): Promise<void> =>
  inTransaction(strapi, async (sql) => {
    await sql('select stadtverbund.feed_lock(array[:portalId]::text[])', { portalId });
    for (const statement of statements) await sql(statement, { portalId });
  });

/** A portal has another state: what waits for it is due at once where it is active. In the transaction of the change. */
export async function afterStateChange(
  strapi: Core.Strapi,
  { documentId, state }: Pick<FedPortal, 'documentId' | 'state'>,
): Promise<void> {
  if (state === 'active') await run(strapi, [...RESUME, CALL], documentId);
}

/** A portal is removed: so is what was for it. In the transaction of the removal. */
export const afterRemoval = (strapi: Core.Strapi, portalId: string): Promise<void> =>
  run(strapi, FORGET, portalId);

/** Asks for all that a portal's filter matches to be sent, in the transaction of the caller. */
export const resendAll = (strapi: Core.Strapi, portalId: string): Promise<void> =>
  inTransaction(strapi, async (sql) => {
    await sql(REQUEST_RESYNC, [portalId]);
    await sql(`select pg_notify('${RESYNC_CHANNEL}', '')`);
  });
