-- Advisory contacts, German only, from seed_contact(n, data).
create temp table seed_advice on commit drop as
select row_number() over (order by published, n) + coalesce((select max(id) from public.advisory_contacts), 0) as id,
       row_number() over (order by published, n)
         + coalesce((select max(id) from public.components_contact_phone_lines), 0) as line,
       row_number() over (order by published, n)
         + coalesce((select max(id) from public.components_place_geo_points), 0) as point,
       published, data
from seed_contact, (values (false), (true)) versions (published);

insert into public.advisory_contacts
  (id, document_id, locale, kind, title, description, url, created_at, updated_at, published_at)
select id, data->>'documentId', 'de', data->>'kind', data->>'title', data->>'description', data->>'url',
       localtimestamp, localtimestamp, case when published then localtimestamp end
from seed_advice;

insert into public.components_contact_phone_lines (id, number, label, languages)
select line, data->>'phone', 'Beratung', '["de"]' from seed_advice;

insert into public.components_place_geo_points (id, latitude, longitude)
select point, (data->'location'->>'latitude')::float, (data->'location'->>'longitude')::float from seed_advice;

insert into public.advisory_contacts_cmps (entity_id, cmp_id, component_type, field, "order")
select id, line, 'contact.phone-line', 'phones', 1 from seed_advice
union all
select id, point, 'place.geo-point', 'location', null from seed_advice;
