import type { PortalFilter, PortalState } from '../../contract';
import type { Query } from './pool';

/** What delivery needs of a portal. */
export interface Target {
  readonly portalId: string;
  readonly name: string;
  readonly url: string;
  readonly state: PortalState;
  readonly filter: PortalFilter;
  readonly filterVersion: number;
  readonly formerFilters: readonly PortalFilter[] | null;
  /** Encrypted. */
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousSecretUntil: Date | null;
}

const TARGETS = `
select document_id as "portalId", name, target_url as url, state, filter, filter_version as "filterVersion",
  former_filters as "formerFilters", secret, previous_secret as "previousSecret",
  previous_secret_until as "previousSecretUntil"
from public.portal_feed_portals
where target_url is not null and ($1::text is null or document_id = $1)`;

/** All portals that are pushed to, whatever their state. */
export const allTargets = (query: Query): Promise<Target[]> => query<Target>(TARGETS, [null], 'feed-targets');

/** One portal, as it is now; `undefined` when there is none or it only pulls. */
export async function targetOf(query: Query, portalId: string): Promise<Target | undefined> {
  return (await query<Target>(TARGETS, [portalId], 'feed-targets'))[0];
}
