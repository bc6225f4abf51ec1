import type { Core } from '@strapi/strapi';
import type { DisabledReason, Portal, PortalFilter, PortalState } from '../contract';
import { shownFilter } from '../filters/portal-filter';
import { decrypt } from './encryption';

export const PORTAL = 'plugin::portal-feed.portal';

/** A row of the content type `portal`. */
export interface PortalRow {
  id: number;
  documentId: string;
  name: string;
  contactEmail: string;
  targetUrl: string | null;
  filter: PortalFilter;
  /** Changes with every change of the filter; a cursor contains the one under which it was issued. */
  filterVersion: number;
  /** Cursors from this version on resume at the beginning of the log; older ones get 410. */
  resumesFrom: number;
  /** Earlier filters since `resumesFrom`; what only they match is removed for the portal. */
  formerFilters: PortalFilter[] | null;
  state: PortalState;
  stateReason: DisabledReason | null;
  stateSince: string | null;
  tokenHash: string;
  secret: string;
  previousSecret: string | null;
  previousSecretUntil: string | null;
  createdAt: string;
}

/** A portal as used by services; the secrets stay encrypted until `signingSecrets`. */
export type FedPortal = Readonly<PortalRow>;

const isoOrNull = (value: string | Date | null): string | null =>
  value === null ? null : new Date(value).toISOString();

/** The part of a row that people may see. */
export const shownPortal = (row: FedPortal): Portal => ({
  documentId: row.documentId,
  name: row.name,
  contactEmail: row.contactEmail,
  url: row.targetUrl,
  filter: shownFilter(row.filter),
  state: row.state,
  stateReason: row.stateReason,
  stateSince: isoOrNull(row.stateSince),
  previousSecretUntil: isoOrNull(row.previousSecretUntil),
  createdAt: new Date(row.createdAt).toISOString(),
});

/** All portals, by name. */
export const allPortals = (strapi: Core.Strapi): Promise<PortalRow[]> =>
  strapi.db.query(PORTAL).findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }) as Promise<PortalRow[]>;

export const portalById = (strapi: Core.Strapi, documentId: string): Promise<PortalRow | null> =>
  strapi.db.query(PORTAL).findOne({ where: { documentId } });

export const portalByTokenHash = (strapi: Core.Strapi, tokenHash: string): Promise<PortalRow | null> =>
  strapi.db.query(PORTAL).findOne({ where: { tokenHash } });

type Secrets = 'secret' | 'previousSecret' | 'previousSecretUntil';

/**
 * The secrets that sign a delivery at `now`, the current one first, and the previous one for 24 h after a rotation.
 * @throws if they cannot be decrypted
 */
export function signingSecrets(
  strapi: Core.Strapi,
  { secret, previousSecret, previousSecretUntil }: Pick<FedPortal, Secrets>,
  now: Date,
): string[] {
  const previousSigns =
    previousSecret !== null && previousSecretUntil !== null && new Date(previousSecretUntil) > now;
  return [secret, ...(previousSigns ? [previousSecret] : [])].map((value) => decrypt(strapi, value));
}
