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
  categories: 'text[]',
  district: 'text',
  postcode: 'text',
  services: 'text[]',
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

/** Rows given as JSON, as a table named `given`. */
const GIVEN = `jsonb_to_recordset(cast(:rows as jsonb)) as given(${NAMES.map(
  (name) => `${name} ${COLUMNS[name]}`,
).join(', ')})`;

/** Rows of the documents that are not given: what is no longer public, and locales that are gone. */
export const DELETE_ROWS = `
  delete from stadtverbund.listing
   where document_id = any(:documents)
     and (document_id, locale) not in (
       select document_id, locale
         from jsonb_to_recordset(cast(:keys as jsonb)) as given(document_id text, locale text))`;

/** Writes the rows that differ from what is there: an index entry costs more than the comparison. */
export const WRITE_ROWS = `
  insert into stadtverbund.listing (${list(NAMES)})
  select ${list(NAMES, 'given.')} from ${GIVEN}
   order by document_id, locale
  on conflict (document_id, locale) do update
     set ${VALUES.map((name) => `${name} = excluded.${name}`).join(', ')}
   where (${list(VALUES, 'listing.')}) is distinct from (${list(VALUES, 'excluded.')})`;

/** The rows that are not there as given: missing or different, with what differs. */
export const COMPARE_ROWS = `
  select given.document_id, given.locale, listing.document_id is null as missing,
         array_remove(array[${VALUES.map(
           (name) => `case when listing.${name} is distinct from given.${name} then '${name}' end`,
         ).join(', ')}], null) as columns,
         to_jsonb(listing) as stored, to_jsonb(given) as built
    from ${GIVEN}
    left join stadtverbund.listing on listing.document_id = given.document_id and listing.locale = given.locale
   where listing.document_id is null
      or (${list(VALUES, 'listing.')}) is distinct from (${list(VALUES, 'given.')})`;

/** Parents whose services may change with these documents, as they are stored so far. */
export const PARENTS = `
  select distinct parent_id from stadtverbund.listing
   where document_id = any(:documents) and parent_id is not null`;
