import { AS_RANGES } from '../read-model/hours.sql';
import { givenRows } from '../read-model/write-rows.sql';

/** From which tables a statement reads a listing; what belongs to it is always that of the read model. */
export interface Tables {
  readonly listing: string;
  readonly listingHours: string;
  readonly openingHours: string;
}

export const READ_MODEL: Tables = {
  listing: 'stadtverbund.listing',
  listingHours: 'stadtverbund.listing_hours',
  openingHours: 'stadtverbund.opening_hours',
};

/** Those that `draftTables` makes. */
export const DRAFT_TABLES: Tables = {
  listing: 'draft',
  listingHours: 'draft_listing_hours',
  openingHours: 'draft_opening_hours',
};

const { listing, listingHours, openingHours } = DRAFT_TABLES;

/**
 * A draft in the form of the read model, for one statement: nothing of it is written. The hours of its business, where
 * it has none itself, are those of the read model.
 * @param row the parameter with its row, as for write-rows.sql
 * @param hours the parameter with its hours, as `workedOutHours` returns them
 */
export const draftTables = (row: string, hours: string): string => `
  with ${listing} as (select given.* from ${givenRows(row)}),
  given_hours as (
    select document_id, service, -(row_number() over ()) as id, ${AS_RANGES('open')} as open,
      ${AS_RANGES('unknown')} as unknown, until
    from jsonb_to_recordset(cast(${hours} as jsonb)) as given(
      document_id text, service text, open jsonb, unknown jsonb, until timestamptz)),
  ${listingHours} as (
    select document_id, service, hours_id from ${READ_MODEL.listingHours}
      where document_id in (select hours_of from ${listing}) and document_id not in (select document_id from ${listing})
    union all select document_id, service, id from given_hours),
  ${openingHours} as (
    select id, open, unknown, until from ${READ_MODEL.openingHours}
      where id in (select hours_id from ${listingHours})
    union all select id, open, unknown, until from given_hours)`;
