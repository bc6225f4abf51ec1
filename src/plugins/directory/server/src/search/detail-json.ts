import type { Core } from '@strapi/strapi';
import { campaignState } from '../../../../../domain/public-rule';
import { listingUrl } from '../../../../../listing';
import { directoryTypes } from '../services/directory-types';
import type { ChildRow, ListingDetailRow, ServiceState } from './listing.sql';
import { earliest } from './expires-at';

type Facts = Record<string, unknown>;

const stateOf = (type: string, startsAt: Date | string | null, endsAt: Date | string | null, now: Date) =>
  type === 'campaign' ? { state: campaignState({ startsAt, endsAt }, now) } : {};

const pluralOf = (strapi: Core.Strapi, uid: string): string =>
  (strapi.contentTypes[uid as 'api::offer.offer'] as { info: { pluralName: string } }).info.pluralName;

/** Offers and campaigns by the plural of their type; their business is the listing itself. */
function childrenOf(strapi: Core.Strapi, children: readonly ChildRow[], now: Date): Record<string, Facts[]> {
  const groups: Record<string, Facts[]> = {};
  for (const { uid, type, slug, document_id: documentId, detail, ...times } of children) {
    const { [directoryTypes(strapi).get(uid)?.parent ?? '']: _parent, ...own } = detail;
    const child = {
      type,
      slug,
      url: listingUrl(strapi, { type, slug, documentId }),
      ...own,
      ...stateOf(type, times.valid_from, times.valid_until, now),
    };
    const plural = pluralOf(strapi, uid);
    groups[plural] = [...(groups[plural] ?? []), child];
  }
  return groups;
}

/** The listing types that belong to others: a business without offers has an empty list of them. */
function emptyGroups(strapi: Core.Strapi, uid: string): Record<string, Facts[]> {
  const children = [...directoryTypes(strapi).values()].filter(
    ({ parent, attributes }) => parent !== undefined && attributes[parent]?.target === uid,
  );
  return Object.fromEntries(children.map((type) => [pluralOf(strapi, type.uid), []]));
}

/** Everything of a listing, with what belongs to it. */
export function detailJson(strapi: Core.Strapi, row: ListingDetailRow, now: Date): string {
  const { type, slug, document_id: documentId, valid_from: startsAt, valid_until: endsAt } = row;
  const services = JSON.parse(row.hours) as ServiceState[];
  const main = services.find(({ service }) => service === '');
  const { categories, district, location, address } = JSON.parse(row.data) as Facts;
  const data = {
    type,
    slug,
    url: listingUrl(strapi, { type, slug, documentId }),
    ...(address === undefined ? {} : { address }),
    ...(JSON.parse(row.detail) as Facts),
    categories,
    district,
    location,
    services: row.services,
    openNow: main?.openNow ?? null,
    nextChange: isoOf(main?.nextChange),
    open: services
      .filter(({ service }) => service !== '')
      .map((state) => ({ ...state, nextChange: isoOf(state.nextChange) })),
    ...stateOf(type, startsAt, endsAt, now),
    ...emptyGroups(strapi, row.uid),
    ...childrenOf(strapi, JSON.parse(row.children) as ChildRow[], now),
  };
  return JSON.stringify({ data, meta: { locale: row.language } });
}

const isoOf = (moment: string | null | undefined): string | null =>
  moment == null ? null : new Date(moment).toISOString();

const dateOf = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));

/** When a listing's page changes by time alone. */
export function detailExpiresAt(row: ListingDetailRow, now: Date): Date | null {
  const changes = (JSON.parse(row.hours) as ServiceState[]).map(({ nextChange }) => dateOf(nextChange));
  const children = (JSON.parse(row.children) as ChildRow[]).flatMap((child) =>
    [child.valid_from, child.valid_until, child.public_until].map(dateOf),
  );
  return earliest([row.valid_from, row.valid_until, row.public_until, ...changes, ...children], now);
}
