import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/platform/sql/sql';
import type { DisabledReason, Portal } from '../contract';
import type { Delivery } from './delivery';
import { queueDisabledMails } from './disabled-mails';
import { failsTooLong } from './domain/failing-too-long';
import type { Query } from './store/pool';

interface Disabling {
  disable(documentId: string, reason: DisabledReason): Promise<Portal | null>;
}

/** Switches a portal off and informs its contact and the editors, only once, whichever instance notices first. */
export async function disablePortal(
  strapi: Core.Strapi,
  portalId: string,
  reason: DisabledReason,
): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const rows = await sql(
      `select from public.portal_feed_portals where document_id = :portalId and state = 'active' for update`,
      { portalId },
    );
    if (rows.length === 0) return;
    const portals = strapi.plugin('portal-feed').service<Disabling>('portals');
    const portal = await portals.disable(portalId, reason);
    if (portal) await queueDisabledMails(strapi, portal);
  });
}

const FAILING = `
select h.portal_id as "portalId", h.failing_since as since from stadtverbund.feed_health h
join public.portal_feed_portals p on p.document_id = h.portal_id and p.state = 'active'
where h.failing_since is not null and ($1::text is null or h.portal_id = $1)`;

const failing = (query: Query, portalId: string | null): Promise<{ portalId: string; since: Date }[]> =>
  query<{ portalId: string; since: Date }>(FAILING, [portalId], 'feed-failing');

/**
 * Switches off portals that have had nothing but failures for 120 h.
 * @param portalId which one; `null` for all, since a portal whose deliveries were given up is no longer tried
 */
export async function disableIfFailing(
  { strapi, store }: Delivery,
  portalId: string | null,
  now: Date,
): Promise<void> {
  for (const portal of await failing(store.query, portalId)) {
    if (failsTooLong(portal.since, now)) await disablePortal(strapi, portal.portalId, 'failing');
  }
}
