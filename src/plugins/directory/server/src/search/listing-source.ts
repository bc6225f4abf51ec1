import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { draftListing } from '#src/listing/index';
import { withSignedAddresses } from '#src/files/signed-answers';
import { inTransaction } from '#src/platform/sql/sql';
import { listingRows } from '../domain/listing-row';
import { workedOutHours } from '../read-model/hours';
import { hoursOf } from '../read-model/refresh';
import { rowContext } from '../read-model/row-context';
import { DRAFT, LISTING, type ListingDetailRow } from './listing.sql';
import { readPool, type Statement } from './read-pool';
import { DRAFT_WEEK_HOURS, WEEK_HOURS, type WeekHoursRow } from './week-hours.sql';

/** Where a listing is read from. */
export interface ListingSource {
  readonly locale: string;
  readonly isPublic: boolean;
  /** @param values type, slug or document id, locale, moment */
  readonly detail: (values: readonly unknown[]) => Promise<ListingDetailRow[]>;
  /** @param values document id, locale, from when, until when */
  readonly weekHours: (values: readonly unknown[]) => Promise<WeekHoursRow[]>;
}

interface Statements {
  readonly detail: Statement;
  readonly weekHours: Statement;
}

/** @param given the last values of each statement */
const readBy = (
  strapi: Core.Strapi,
  { detail, weekHours }: Statements,
  given: readonly unknown[] = [],
): Pick<ListingSource, 'detail' | 'weekHours'> => ({
  detail: (values) => readPool(strapi).rows<ListingDetailRow>(detail, [...values, ...given]),
  weekHours: (values) => readPool(strapi).rows<WeekHoursRow>(weekHours, [...values, ...given]),
});

/** What the public sees: the read model. */
export const publicSource = (strapi: Core.Strapi, locale: string): ListingSource => ({
  locale,
  isPublic: true,
  ...readBy(strapi, { detail: LISTING, weekHours: WEEK_HOURS }),
});

/** A draft that may be shown to who asks. */
export interface NamedDraft {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
}

/**
 * A draft, made into rows by the functions that make the read model; none of them is written. Pictures that nobody else
 * may see have addresses that work for an hour.
 * @returns `undefined` if there is no such draft
 */
export async function draftSource(
  strapi: Core.Strapi,
  { uid, documentId, locale }: NamedDraft,
  now: Date,
): Promise<ListingSource | undefined> {
  const type = listingTypes(strapi).directory.get(uid);
  const draft = type && (await draftListing(strapi, { uid, documentId, now }));
  if (!type || !draft?.locales.includes(locale)) return undefined;
  const listing = await withSignedAddresses(strapi, draft);
  const context = await inTransaction(strapi, (sql) => rowContext(strapi, sql, [listing], now));
  const rows = listingRows(listing, type, context)
    .filter((row) => row.locale === locale)
    // One that is over can be shown as well.
    .map((row) => ({ ...row, public_until: null }));
  const hours = await workedOutHours(strapi, hoursOf(listing, type, context), now);
  const statements = { detail: DRAFT, weekHours: DRAFT_WEEK_HOURS };
  const given = [JSON.stringify(rows), JSON.stringify(hours)];
  return { locale, isPublic: false, ...readBy(strapi, statements, given) };
}
