import { DRAFT_TABLES, draftTables, READ_MODEL, type Tables } from './draft-tables.sql';
import { HOURS_OF } from './search-filter.sql';
import type { Statement } from './read-pool';

/** The hours of one service around some days, as milliseconds. */
export interface WeekHoursRow {
  readonly service: string;
  /** JSON: `[[start, end], …]` */
  readonly open: string;
  readonly unknown: string;
}

const spans = (column: string): string => `(
    select coalesce(json_agg(json_build_array(extract(epoch from lower(span)) * 1000, extract(epoch from upper(span)) * 1000)
      order by lower(span)), '[]')
    from unnest(o.${column} * tstzmultirange(tstzrange($3::timestamptz, $4::timestamptz))) span)::text as ${column}`;

// $1 document, $2 locale, from $3 until $4. Without '', which is one of the others or all of them together.
const textFor = ({ listing, listingHours, openingHours }: Tables): string => `
  select h.service, ${spans('open')}, ${spans('unknown')}
  from ${listing} l
  join ${listingHours} h on h.document_id = ${HOURS_OF} and h.service <> ''
  join ${openingHours} o on o.id = h.hours_id
  where l.document_id = $1 and l.locale = $2
  order by h.service`;

export const WEEK_HOURS: Statement = { name: 'directory-week-hours', text: textFor(READ_MODEL) };

/** The same of a draft: $5 its row, $6 its hours. */
export const DRAFT_WEEK_HOURS: Statement = {
  name: 'directory-draft-week-hours',
  text: `${draftTables('$5', '$6')}${textFor(DRAFT_TABLES)}`,
};
