import type { ListingRow } from '../domain/listing-row';

const COLUMNS = {
  document_id: 'text',
  locale: 'text',
  language: 'text',
  uid: 'text',
  type: 'text',
  slug: 'text',
  name: 'text',
  parent_id: 'text',
  hours_of: 'text',
  categories: 'text[]',
  district: 'text',
  postcode: 'text',
  services: 'text[]',
  audiences: 'text[]',
  serves: 'text[]',
  serves_within: 'double precision',
  latitude: 'double precision',
  longitude: 'double precision',
  keywords: 'text',
  body: 'text',
  data: 'jsonb',
  detail: 'jsonb',
  valid_from: 'timestamptz',
  valid_until: 'timestamptz',
  public_until: 'timestamptz',
  first_published_at: 'timestamptz',
} as const satisfies Record<keyof ListingRow, string>;

const NAMES = Object.keys(COLUMNS) as (keyof ListingRow)[];
const VALUES = NAMES.filter((name) => name !== 'document_id' && name !== 'locale');

const list = (names: readonly string[], prefix = ''): string =>
  names.map((name) => `${prefix}${name}`).join(', ');

/** Rows given as JSON, as a table named `given`. @param rows the parameter that holds them */
export const givenRows = (rows: string): string =>
  `jsonb_to_recordset(cast(${rows} as jsonb)) as given(${NAMES.map((name) => `${name} ${COLUMNS[name]}`).join(', ')})`;

const GIVEN = givenRows(':rows');

/** Deletes rows of the documents that are not given: no longer public, or in a removed locale. */
export const DELETE_ROWS = `
  delete from stadtverbund.listing
   where document_id = any(:documents)
     and (document_id, locale) not in (
       select document_id, locale
         from jsonb_to_recordset(cast(:keys as jsonb)) as given(document_id text, locale text))`;

/** The hours that apply if no service is named. */
const HOURS_ID = (row: string): string => `(
  select used.hours_id from stadtverbund.listing_hours used
   where used.document_id = coalesce(${row}.hours_of, ${row}.parent_id, ${row}.document_id) and used.service = '')`;

const WRITTEN = [...VALUES, 'hours_id'];

/** Writes all rows, so that columns computed by the database are updated, too. Hours have to be written before. */
export const REWRITE_ROWS = `
  insert into stadtverbund.listing (${list(NAMES)}, hours_id)
  select ${list(NAMES, 'given.')}, ${HOURS_ID('given')} from ${GIVEN}
   order by document_id, locale
  on conflict (document_id, locale) do update
     set ${WRITTEN.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Gives children that have none the hours of these documents. */
export const WRITE_CHILDREN_HOURS = `
  update stadtverbund.listing child set hours_id = hours.hours_id
    from unnest(cast(:documents as text[])) as parent(document_id)
    left join stadtverbund.listing_hours hours on hours.document_id = parent.document_id and hours.service = ''
   where child.parent_id = parent.document_id and child.parent_id = any(:documents)
     and coalesce(child.hours_of, child.parent_id) = parent.document_id
     and child.hours_id is distinct from hours.hours_id`;

/** Writes only the rows that differ from the stored ones: an index entry costs more than the comparison. */
export const WRITE_ROWS = `${REWRITE_ROWS}
   where (${list(WRITTEN, 'listing.')}) is distinct from (${list(WRITTEN, 'excluded.')})`;

/** Columns computed by the database must equal what it would compute now. */
const DERIVED = {
  sort_name: 'stadtverbund.fold(listing.name)',
  heading: 'stadtverbund.heading_vector(listing.locale, listing.name, listing.keywords)',
  search: 'stadtverbund.search_vector(listing.locale, listing.name, listing.keywords, listing.body)',
  position: 'stadtverbund.sphere(listing.latitude, listing.longitude)',
  reach: 'stadtverbund.reach(listing.latitude, listing.longitude, listing.serves_within)',
  hours_id: HOURS_ID('listing'),
} as const;

const differs = (column: string, expected: string): string =>
  `case when listing.${column} is distinct from ${expected} then '${column}' end`;

/** The rows that are missing, or differ from those given, with the differing columns. */
export const COMPARE_ROWS = `
  select * from (
    select given.document_id, given.locale, given.type, listing.document_id is null as missing,
           array_remove(array[${[
             ...VALUES.map((name) => differs(name, `given.${name}`)),
             ...Object.entries(DERIVED).map(([column, expected]) => differs(column, expected)),
           ].join(', ')}], null) as columns,
           to_jsonb(listing) as stored, to_jsonb(given) as built
      from ${GIVEN}
      left join stadtverbund.listing on listing.document_id = given.document_id and listing.locale = given.locale
  ) as compared
  where missing or columns <> '{}'
  order by type, document_id, locale`;

/** The rows of the documents that are not given. */
export const EXTRA_ROWS = `
  select document_id, locale, type from stadtverbund.listing
   where document_id = any(:documents)
     and (document_id, locale) not in (
       select document_id, locale
         from jsonb_to_recordset(cast(:keys as jsonb)) as given(document_id text, locale text))
   order by type, document_id, locale`;

/** Every document of a type in the read model. */
export const STORED_DOCUMENTS = `select distinct document_id from stadtverbund.listing where uid = :uid`;

/** Rows of types that are no longer in the directory. */
export const FOREIGN_ROWS = `select document_id, locale, type from stadtverbund.listing where uid <> all(:uids)`;
export const DELETE_FOREIGN_ROWS = `delete from stadtverbund.listing where uid <> all(:uids)`;

/** Parents whose services may change with these documents, as currently stored. */
export const PARENTS = `
  select distinct parent_id from stadtverbund.listing
   where document_id = any(:documents) and parent_id is not null`;
