import type { Statement } from './read-pool';
import { DRAFT_TABLES, draftTables, READ_MODEL, type Tables } from './draft-tables.sql';
import { hoursStateSql } from './hours-state.sql';
import { HOURS_OF } from './search-filter.sql';

/** A listing with what belongs to it. JSON columns are text. */
export interface ListingDetailRow {
  document_id: string;
  uid: string;
  type: string;
  slug: string;
  language: string;
  /** Those in which it has content of its own. */
  languages: string[];
  name: string;
  categories: string[];
  district: string | null;
  postcode: string | null;
  services: string[];
  latitude: number | null;
  longitude: number | null;
  data: string;
  detail: string;
  valid_from: Date | null;
  valid_until: Date | null;
  public_until: Date | null;
  first_published_at: Date | null;
  hours: string;
  children: string;
}

/** Its hours by service; '' for those that apply if no service is named. */
export interface ServiceState {
  readonly service: string;
  readonly openNow: boolean | null;
  /** When it certainly opens or closes next. */
  readonly nextChange: string | null;
  /** When `openNow` is another. */
  readonly changesAt: string | null;
}

/** A listing that belongs to another one. */
export interface ChildRow {
  readonly document_id: string;
  readonly uid: string;
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly public_until: string | null;
}

// $1 type, $2 slug, short key or document id, $3 locale, $4 now. A business has a few offers; any beyond these can be
// found by searching.
const textFor = ({ listing, listingHours, openingHours }: Tables): string => `
  select l.document_id, l.uid, l.type, l.slug, l.language,
    array(select distinct o.language from ${listing} o where o.document_id = l.document_id order by 1) as languages,
    l.name, l.categories, l.district, l.postcode, l.services,
    l.latitude, l.longitude, l.data::text as data, l.detail::text as detail,
    l.valid_from, l.valid_until, l.public_until, l.first_published_at,
    (select coalesce(json_agg(json_build_object(
        'service', h.service, 'openNow', state.open_now, 'nextChange', state.next_change,
        'changesAt', state.changes_at) order by h.service), '[]')
      from ${listingHours} h
      cross join lateral (${hoursStateSql(`${openingHours} o where o.id = h.hours_id`, '$4::timestamptz')}) state
      where h.document_id = ${HOURS_OF})::text as hours,
    (select coalesce(json_agg(json_build_object(
        'document_id', c.document_id, 'uid', c.uid, 'type', c.type, 'slug', c.slug, 'name', c.name, 'detail', c.detail,
        'valid_from', c.valid_from, 'valid_until', c.valid_until, 'public_until', c.public_until)
        order by c.type, c.name collate stadtverbund.din_5007, c.document_id), '[]')
      from (
        select * from stadtverbund.listing child
        where child.parent_id = l.document_id and child.locale = $3
          and (child.public_until is null or child.public_until > $4::timestamptz)
        order by child.type, child.name collate stadtverbund.din_5007, child.document_id limit 200) c)::text as children
  from ${listing} l
  where l.type = $1 and l.locale = $3 and (l.slug = $2 or l.document_id = $2)
    and (l.public_until is null or l.public_until > $4::timestamptz)
  -- a slug that looks like another's document id goes first
  order by l.slug = $2 desc
  limit 1`;

export const LISTING: Statement = { name: 'directory-listing', text: textFor(READ_MODEL) };

/** The same of a draft: $5 its row, $6 its hours. */
export const DRAFT: Statement = {
  name: 'directory-draft',
  text: `${draftTables('$5', '$6')}${textFor(DRAFT_TABLES)}`,
};
