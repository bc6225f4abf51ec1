export const KNOWN_HOURS = `select id, key from stadtverbund.opening_hours where key = any(:keys)`;

/** A column of given hours, in which they are numbers, as ranges. */
export const AS_RANGES = (column: 'open' | 'unknown'): string => `
  (select coalesce(range_agg(tstzrange(to_timestamp((span->>0)::float8 / 1000), to_timestamp((span->>1)::float8 / 1000))), '{}')
     from jsonb_array_elements(given.${column}) as span)`;

const GIVEN = `
  jsonb_to_recordset(cast(:hours as jsonb)) as given(
    key text, rules jsonb, place text, open jsonb, unknown jsonb, since timestamptz, until timestamptz)`;

export const ADD_HOURS = `
  insert into stadtverbund.opening_hours (key, rules, place, open, unknown, since, until)
  select key, rules, place, ${AS_RANGES('open')}, ${AS_RANGES('unknown')}, since, until
    from ${GIVEN} order by key
  on conflict (key) do nothing`;

export const RENEW_HOURS = `
  update stadtverbund.opening_hours hours
     set place = given.place, open = ${AS_RANGES('open')}, unknown = ${AS_RANGES('unknown')},
         since = given.since, until = given.until
    from ${GIVEN} where hours.key = given.key`;

/** Hours that end too early, begin too late, or were computed for another place. */
export const OUTDATED_HOURS = `
  select key, rules from stadtverbund.opening_hours
   where until < :until or since < :since or place <> :place
   order by key limit :limit`;

export const DELETE_LISTING_HOURS = `
  delete from stadtverbund.listing_hours
   where document_id = any(:documents)
     and (document_id, service) not in (
       select document_id, service
         from jsonb_to_recordset(cast(:rows as jsonb)) as given(document_id text, service text))`;

export const WRITE_LISTING_HOURS = `
  insert into stadtverbund.listing_hours (document_id, service, hours_id)
  select given.document_id, given.service, hours.id
    from jsonb_to_recordset(cast(:rows as jsonb)) as given(document_id text, service text, key text)
    join stadtverbund.opening_hours hours on hours.key = given.key
   -- Said twice: the planner cannot guess how few are given, and would read them all.
   where hours.key = any(:keys)
   order by 1, 2
  on conflict (document_id, service) do update set hours_id = excluded.hours_id
   where listing_hours.hours_id <> excluded.hours_id`;

/** Deletes hours that no listing has any more. */
export const SWEEP_HOURS = `
  delete from stadtverbund.opening_hours hours
   where not exists (select from stadtverbund.listing_hours used where used.hours_id = hours.id)`;

/** Hours of documents that differ from those given, or are stored but not given. */
export const COMPARE_LISTING_HOURS = `
  select coalesce(given.document_id, stored.document_id) as document_id, coalesce(given.service, stored.service) as service,
         given.key is null as extra, stored.key is null as missing
    from jsonb_to_recordset(cast(:rows as jsonb)) as given(document_id text, service text, key text)
    full join (
      select used.document_id, used.service, hours.key
        from stadtverbund.listing_hours used join stadtverbund.opening_hours hours on hours.id = used.hours_id
       where used.document_id = any(:documents)
    ) as stored on stored.document_id = given.document_id and stored.service = given.service
   where given.key is distinct from stored.key
   order by 1, 2`;

export const ALL_HOURS = `
  select key, rules from stadtverbund.opening_hours where key > :after order by key limit :limit`;

/** Hours that are open at other times than they should be (within what both cover), or do not reach far enough. */
export const COMPARE_HOURS = `
  select hours.key, hours.rules, hours.place <> given.place or hours.until < :least as outdated
    from ${GIVEN} join stadtverbund.opening_hours hours on hours.key = given.key,
         tstzmultirange(tstzrange(greatest(hours.since, given.since), least(hours.until, given.until))) as common
   where hours.place <> given.place or hours.until < :least
      or hours.open * common <> ${AS_RANGES('open')} * common
      or hours.unknown * common <> ${AS_RANGES('unknown')} * common
   order by hours.key`;

/** Deletes the hours of documents that are not in the read model. */
export const DELETE_LOST_HOURS = `
  delete from stadtverbund.listing_hours used
   where not exists (select from stadtverbund.listing where listing.document_id = used.document_id)`;

export const LOST_HOURS = `
  select distinct document_id from stadtverbund.listing_hours used
   where not exists (select from stadtverbund.listing where listing.document_id = used.document_id)`;
