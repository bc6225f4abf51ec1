import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';
import { listingUrl } from '#src/listing/index';
import { listingTypes } from '#src/listing/listing-types';
import type { ChildRow, ListingDetailRow, ServiceState } from './listing.sql';
import { shownNames } from '../domain/shown-entry';
import { derivedOfRows } from './derived-of-rows';
import { earliest } from './expires-at';

type Facts = Readonly<Record<string, unknown>>;

/** Offers and campaigns by the plural name of their type; their business is the listing itself. */
function childrenOf(
  strapi: Core.Strapi,
  children: readonly ChildRow[],
  derived: readonly Facts[],
  language: Language,
): Record<string, Facts[]> {
  const groups: Record<string, Facts[]> = {};
  for (const [at, { uid, type, slug, name, document_id: documentId, detail }] of children.entries()) {
    const { [listingTypes(strapi).all.get(uid)?.business ?? '']: _parent, ...own } = detail;
    const child = {
      type,
      slug,
      url: listingUrl(strapi, { type, slug, documentId }, language),
      name,
      ...shownNames(own),
      ...derived[at],
    };
    const plural = listingTypes(strapi).all.get(uid)?.collection ?? type;
    groups[plural] = [...(groups[plural] ?? []), child];
  }
  return groups;
}

/** An empty list for each type that belongs to others: a business without offers has an empty list of offers. */
function emptyGroups(strapi: Core.Strapi, uid: string): Record<string, Facts[]> {
  const { directory, business } = listingTypes(strapi);
  if (uid !== business?.uid) return {};
  const children = [...directory.values()].filter((type) => type.business !== undefined);
  return Object.fromEntries(children.map(({ collection }) => [collection, []]));
}

/**
 * Everything of a listing, with what belongs to it.
 * @param language of the reader
 */
export async function detailFacts(
  strapi: Core.Strapi,
  row: ListingDetailRow,
  now: Date,
  language: Language,
): Promise<{ data: Facts; meta: { locale: string; locales: readonly string[] } }> {
  const { type, slug, name, document_id: documentId, language: locale, languages: locales } = row;
  const detail = JSON.parse(row.detail) as Facts;
  const children = JSON.parse(row.children) as ChildRow[];
  const [derived] = await derivedOfRows(strapi, [row], now, { shown: () => detail, locale });
  const ofChildren = await derivedOfRows(strapi, children, now, { shown: (child) => child.detail, locale });
  const services = JSON.parse(row.hours) as ServiceState[];
  const main = services.find(({ service }) => service === '');
  const { categories, district, location, address } = JSON.parse(row.data) as Facts;
  const data = {
    type,
    slug,
    url: listingUrl(strapi, { type, slug, documentId }, language),
    name,
    ...(address === undefined ? {} : { address }),
    ...shownNames(detail),
    categories,
    district,
    location,
    services: row.services,
    openNow: main?.openNow ?? null,
    nextChange: isoOf(main?.nextChange),
    open: services
      .filter(({ service }) => service !== '')
      .map(({ service, openNow, nextChange }) => ({ service, openNow, nextChange: isoOf(nextChange) })),
    ...derived,
    ...emptyGroups(strapi, row.uid),
    ...childrenOf(strapi, children, ofChildren, language),
  };
  return { data, meta: { locale, locales } };
}

/** The same as JSON. */
export const detailJson = async (...asked: Parameters<typeof detailFacts>): Promise<string> =>
  JSON.stringify(await detailFacts(...asked));

const isoOf = (moment: string | null | undefined): string | null =>
  moment == null ? null : new Date(moment).toISOString();

const dateOf = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));

/** When a listing's page changes with time alone. */
export function detailExpiresAt(row: ListingDetailRow, now: Date): Date | null {
  const changes = (JSON.parse(row.hours) as ServiceState[]).map(({ changesAt }) => dateOf(changesAt));
  const children = (JSON.parse(row.children) as ChildRow[]).flatMap((child) =>
    [child.valid_from, child.valid_until, child.public_until].map(dateOf),
  );
  return earliest([row.valid_from, row.valid_until, row.public_until, ...changes, ...children], now);
}
