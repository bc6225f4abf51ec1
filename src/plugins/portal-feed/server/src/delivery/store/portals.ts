import type { PortalFilter } from '../../contract';
import type { Query } from './pool';

/** What delivery needs of a portal. */
export interface Target {
  readonly portalId: string;
  readonly name: string;
  readonly url: string;
  readonly filter: PortalFilter;
  readonly filterVersion: number;
  readonly formerFilters: readonly PortalFilter[] | null;
  /** Encrypted. */
  readonly secret: string;
  readonly previousSecret: string | null;
  /** ISO 8601. */
  readonly previousSecretUntil: string | null;
}

/** The row `p` of a portal (public.portal_feed_portals) as a target, in one column; null if there is no row. */
export const TARGET = `case when p.document_id is not null then jsonb_build_object('portalId', p.document_id, 'name', p.name, 'url', p.target_url,
  'filter', p.filter, 'filterVersion', p.filter_version, 'formerFilters', p.former_filters, 'secret', p.secret,
  'previousSecret', p.previous_secret, 'previousSecretUntil', p.previous_secret_until) end as target`;

/** All portals with a target URL, whatever their state. */
export const TARGETS = `select ${TARGET} from public.portal_feed_portals p where p.target_url is not null`;

/** The current state of one portal; `undefined` if there is none or it only pulls. */
export async function targetOf(query: Query, portalId: string): Promise<Target | undefined> {
  const rows = await query<{ target: Target }>(
    `${TARGETS} and p.document_id = $1`,
    [portalId],
    'feed-target',
  );
  return rows[0]?.target;
}
