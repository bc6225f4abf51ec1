const HIT = `
  l.type, l.slug, l.name, l.data::text as data, h.open_now, h.next_change, p.total`;

/** Whether a hit is open at the moment given by placeholder `now`. */
const hours = (now: string): string => `
  left join lateral (
    select case when o.unknown @> ${now}::timestamptz then null else o.open @> ${now}::timestamptz end as open_now,
      stadtverbund.next_change(o.open, ${now}::timestamptz, o.until) as next_change
    from stadtverbund.listing_hours lh join stadtverbund.opening_hours o on o.id = lh.hours_id
    where lh.document_id = coalesce(l.parent_id, l.document_id) and lh.service = ''
  ) h on true`;

/** $1 words, $2 now, $3 page size, $4 count up to, $5 characters of the text */
export const SEARCH = {
  name: 'search',
  text: `
with hit as materialized (
  select document_id, ts_rank('{0, 0.1, 0.4, 1}', search, query) as score, name
  from stadtverbund.listing, (select stadtverbund.search_query('de', $1::text[], true) as query) q
  where locale = 'de' and search @@ query and (public_until is null or public_until > $2::timestamptz)
), page as (
  select document_id, score, name, (select count(*)::int from (select from hit limit $4::int) c) as total
  from hit order by score desc, name collate stadtverbund.din_5007, document_id limit $3::int
)
select ${HIT}, left(l.body, $5::int) as body
from page p
join stadtverbund.listing l on l.document_id = p.document_id and l.locale = 'de'
${hours('$2')}
order by p.score desc, p.name collate stadtverbund.din_5007, p.document_id`,
};

/** $1 type, $2 categories, $3 district, $4 now, $5 page size, $6 count up to, $7 characters of the text */
export const LIST = {
  name: 'list',
  text: `
with hit as not materialized (
  select document_id, name from stadtverbund.listing
  where locale = 'de' and type = $1 and categories && $2::text[] and district = $3
    and (public_until is null or public_until > $4::timestamptz)
), page as (
  select document_id, name, (select count(*)::int from (select from hit limit $6::int) c) as total
  from hit order by name collate stadtverbund.din_5007, document_id limit $5::int
)
select ${HIT}, left(l.body, $7::int) as body
from page p
join stadtverbund.listing l on l.document_id = p.document_id and l.locale = 'de'
${hours('$4')}
order by p.name collate stadtverbund.din_5007, p.document_id`,
};

/** $1 type, $2 slug, $3 now */
export const DETAIL = {
  name: 'detail',
  text: `
select (l.detail || jsonb_build_object(
  'type', l.type, 'slug', l.slug, 'services', l.services,
  'hoursNow', (
    select json_agg(json_build_object('service', lh.service, 'openNow', o.open @> $3::timestamptz,
      'nextChange', stadtverbund.next_change(o.open, $3::timestamptz, o.until)))
    from stadtverbund.listing_hours lh join stadtverbund.opening_hours o on o.id = lh.hours_id
    where lh.document_id = l.document_id),
  'children', (
    select json_agg(c.detail order by c.type, c.name collate stadtverbund.din_5007)
    from stadtverbund.listing c
    where c.parent_id = l.document_id and c.locale = 'de'
      and (c.public_until is null or c.public_until > $3::timestamptz))))::text as json
from stadtverbund.listing l
where l.type = $1 and l.slug = $2 and l.locale = 'de' and (l.public_until is null or l.public_until > $3::timestamptz)`,
};
