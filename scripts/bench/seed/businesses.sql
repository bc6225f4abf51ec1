-- Businesses with their components, relations, offers and campaigns, from seed_business(n, data): a draft and a
-- published version in each of their locales, as create and publish would write them. Ids continue after those in the
-- tables.

-- The highest ids in the component tables before anything is added.
create temp table seed_end on commit drop as
select coalesce((select max(id) from public.components_place_address), 0) as address,
       coalesce((select max(id) from public.components_place_geo_points), 0) as point,
       coalesce((select max(id) from public.components_contact_contacts), 0) as contact;

create temp table seed_version on commit drop as
select row_number() over (order by published, n, locale) + coalesce((select max(id) from public.businesses), 0) as id,
       row_number() over (order by published, n, locale) as nth,
       n, locale, published, data,
       date_trunc('second', localtimestamp) - make_interval(days => (data->>'age')::int) as written_at
from seed_business, jsonb_array_elements_text(data->'locales') locale, (values (false), (true)) versions (published);
create unique index on seed_version (n, locale, published);

insert into public.businesses
  (id, document_id, locale, name, slug, summary, description, size_class, chain, syndication_consent,
   created_at, updated_at, published_at)
select id, data->>'documentId', locale, data->>'name', data->>'slug', data->'summary'->>locale,
       data->'description'->>locale, data->>'sizeClass', false, (data->>'syndicationConsent')::boolean,
       written_at, written_at, case when published then written_at end
from seed_version;

insert into public.businesses_categories_lnk (business_id, category_id, category_ord)
select v.id, c.id, wanted.nth
from seed_version v, jsonb_array_elements_text(v.data->'categories') with ordinality wanted (slug, nth)
join public.categories c on c.slug = wanted.slug
where c.locale = v.locale;

insert into public.businesses_district_lnk (business_id, district_id)
select v.id, d.id from seed_version v join public.districts d on d.slug = v.data->>'district' and d.locale = v.locale;

insert into public.components_place_address (id, street, house_number, postcode, place)
select address + nth, data->'address'->>'street', data->'address'->>'houseNumber', data->'address'->>'postcode',
       data->'address'->>'place'
from seed_version, seed_end;

insert into public.components_place_geo_points (id, latitude, longitude)
select point + nth, (data->'location'->>'latitude')::float, (data->'location'->>'longitude')::float
from seed_version, seed_end;

insert into public.components_contact_contacts (id, phone, email, website)
select contact + nth, data->'contact'->>'phone', data->'contact'->>'email', data->'contact'->>'website'
from seed_version, seed_end;

create temp table seed_hours on commit drop as
select row_number() over () + coalesce((select max(id) from public.components_time_service_hours), 0) as id,
       v.id as entity_id, hour.value, hour.nth
from seed_version v, jsonb_array_elements(v.data->'hours') with ordinality hour (value, nth);

insert into public.components_time_service_hours (id, service, rule)
select id, value->>'service', value->>'rule' from seed_hours;

insert into public.businesses_cmps (entity_id, cmp_id, component_type, field, "order")
select id, address + nth, 'place.address', 'address', null::int from seed_version, seed_end
union all
select id, point + nth, 'place.geo-point', 'location', null from seed_version, seed_end
union all
select id, contact + nth, 'contact.contact', 'contact', null from seed_version, seed_end
union all
select entity_id, id, 'time.service-hours', 'hours', nth from seed_hours;

create temp table seed_offer on commit drop as
select row_number() over () + coalesce((select max(id) from public.offers), 0) as id, v.id as business_id, v.locale,
       v.published, v.written_at, offer
from seed_version v, jsonb_array_elements(v.data->'offers') offer;

insert into public.offers
  (id, document_id, locale, kind, title, description, price, currency, valid_through, created_at, updated_at, published_at)
select id, offer->>'documentId', locale, offer->>'kind', offer->'title'->>locale, offer->'description'->>locale,
       (offer->>'price')::int, 'EUR', (offer->>'validThrough')::date, written_at, written_at,
       case when published then written_at end
from seed_offer;

insert into public.offers_business_lnk (offer_id, business_id) select id, business_id from seed_offer;

create temp table seed_campaign on commit drop as
select row_number() over () + coalesce((select max(id) from public.campaigns), 0) as id, v.id as business_id, v.locale,
       v.published, v.written_at, campaign
from seed_version v, jsonb_array_elements(v.data->'campaigns') campaign;

insert into public.campaigns
  (id, document_id, locale, kind, title, story, goal, currency, starts_at, ends_at, created_at, updated_at, published_at)
select id, campaign->>'documentId', locale, 'support', campaign->'title'->>locale, campaign->'story'->>locale,
       (campaign->>'goal')::int, 'EUR', (campaign->>'startsAt')::timestamp, (campaign->>'endsAt')::timestamp,
       written_at, written_at, case when published then written_at end
from seed_campaign;

insert into public.campaigns_business_lnk (campaign_id, business_id) select id, business_id from seed_campaign;

create temp table seed_reward on commit drop as
select row_number() over () + coalesce((select max(id) from public.components_campaign_rewards), 0) as id,
       c.id as entity_id, c.locale, reward.value, reward.nth
from seed_campaign c, jsonb_array_elements(c.campaign->'rewards') with ordinality reward (value, nth);

insert into public.components_campaign_rewards (id, title, minimum_amount)
select id, value->'title'->>locale, (value->>'minimumAmount')::int from seed_reward;

insert into public.campaigns_cmps (entity_id, cmp_id, component_type, field, "order")
select entity_id, id, 'campaign.reward', 'rewards', nth from seed_reward;

drop table seed_end, seed_version, seed_hours, seed_offer, seed_campaign, seed_reward;
