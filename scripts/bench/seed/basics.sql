-- The city around the businesses: profile, districts and the category tree, in German and English. Reads the one row of
-- seed_city(city jsonb); what already exists (by slug) stays.
create temp table seed_category on commit drop as
  select row_number() over () + coalesce((select max(id) from public.categories), 0) as id,
         substr('c' || md5('category ' || (value->>'slug')), 1, 24) as document_id, locale, value
  from seed_city, jsonb_array_elements(city->'categories'), (values ('de'), ('en')) locales (locale)
  where not exists (select from public.categories c where c.slug = value->>'slug');

insert into public.categories
  (id, document_id, locale, name, slug, terms, osm_tags, schema_type, created_at, updated_at, published_at)
select id, document_id, locale, value->'name'->>locale, value->>'slug', value->'terms'->locale, value->'osmTags',
       value->>'schemaType', localtimestamp, localtimestamp, localtimestamp
from seed_category;

insert into public.categories_parent_lnk (category_id, inv_category_id)
select child.id, parent.id
from seed_category child
join public.categories parent on parent.slug = child.value->>'parent' and parent.locale = child.locale;

insert into public.districts (id, document_id, locale, name, slug, created_at, updated_at, published_at)
select row_number() over () + coalesce((select max(id) from public.districts), 0),
       substr('d' || md5('district ' || (value->>'slug')), 1, 24), locale, value->'name'->>locale, value->>'slug',
       localtimestamp, localtimestamp, localtimestamp
from seed_city, jsonb_array_elements(city->'districts'), (values ('de'), ('en')) locales (locale)
where not exists (select from public.districts d where d.slug = value->>'slug');

-- One profile, unless the installation has one.
create temp table seed_profile on commit drop as
  select row_number() over () + coalesce((select max(id) from public.city_profiles), 0) as id,
         row_number() over () + coalesce((select max(id) from public.components_place_geo_points), 0) as point,
         row_number() over () + coalesce((select max(id) from public.components_place_bounding_boxs), 0) as box,
         locale, city->'profile' as value
  from seed_city, (values ('de'), ('en')) locales (locale)
  where not exists (select from public.city_profiles);

insert into public.city_profiles
  (id, document_id, locale, name, slug, claim, hashtag, federal_state, time_zone, postcodes, largest_size_class,
   chains_admitted, archive_warning, imprint, created_at, updated_at, published_at)
select id, substr('p' || md5('profile'), 1, 24), locale, value->>'name', value->>'slug', value->'claim'->>locale,
       value->>'hashtag', value->>'federalState', value->>'timeZone', value->'postcodes', value->>'largestSizeClass',
       (value->>'chainsAdmitted')::boolean, value->'archiveWarning'->>locale, value->'imprint'->>locale,
       localtimestamp, localtimestamp, localtimestamp
from seed_profile;

insert into public.components_place_geo_points (id, latitude, longitude)
select point, (value->'centre'->>'latitude')::float, (value->'centre'->>'longitude')::float from seed_profile;

insert into public.components_place_bounding_boxs (id, south, west, north, east)
select box, (value->'boundingBox'->>'south')::float, (value->'boundingBox'->>'west')::float,
       (value->'boundingBox'->>'north')::float, (value->'boundingBox'->>'east')::float
from seed_profile;

insert into public.city_profiles_cmps (entity_id, cmp_id, component_type, field)
select id, point, 'place.geo-point', 'centre' from seed_profile
union all
select id, box, 'place.bounding-box', 'boundingBox' from seed_profile;
