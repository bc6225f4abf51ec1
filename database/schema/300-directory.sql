-- The read model of the plugin directory (docs/directory.md): one row per public document and language, what it needs to
-- be found and shown, so that an answer is one statement. `npm run directory:rebuild` makes it anew,
-- `npm run directory:verify` proves it. All three extensions are trusted ones: the owner of the database may create them.
create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists cube schema public;

-- "Bäckerei", "Baeckerei" and "Backerei" become one word: marks are dropped, ß is ss, and ae, oe, ue count as umlauts
-- (but not the ue of "neue", "Bauer" and "Quelle"). `unaccent` is stable only because its rules could be replaced.
create or replace function stadtverbund.fold(value text) returns text
  language sql immutable strict parallel safe
  as $$
    select regexp_replace(
      replace(replace(public.unaccent('public.unaccent'::regdictionary, lower(normalize(value, nfc))), 'ae', 'a'), 'oe', 'o'),
      '(?<![aeoq])ue', 'u', 'g')
  $$;

-- The stop words of German that carry an umlaut or ß are lost to the dictionary once they are folded.
create or replace function stadtverbund.searchable(value text) returns text
  language sql immutable strict parallel safe
  as $$
    select regexp_replace(
      stadtverbund.fold(value), '\m(dass|fur|konnen|konnte|uber|wahrend|wurde|wurden)\M', ' ', 'g')
  $$;

do $$
begin
  if not exists (
    select from pg_ts_config where cfgname = 'de' and cfgnamespace = 'stadtverbund'::regnamespace
  ) then
    create text search configuration stadtverbund.de (copy = pg_catalog.german);
    create text search configuration stadtverbund.en (copy = pg_catalog.english);
    create text search configuration stadtverbund.other (copy = pg_catalog.simple);
  end if;
end $$;

-- The stemmer of a locale; a language without one is compared word by word.
create or replace function stadtverbund.search_config(locale text) returns regconfig
  language sql immutable strict parallel safe
  as $$
    select case
      when locale like 'de%' then 'stadtverbund.de'::regconfig
      when locale like 'en%' then 'stadtverbund.en'::regconfig
      else 'stadtverbund.other'::regconfig
    end
  $$;

-- A: the name. B: its categories with their synonyms, and other key words. C: the texts.
create or replace function stadtverbund.search_vector(locale text, name text, keywords text, body text) returns tsvector
  language sql immutable parallel safe
  as $$
    select setweight(to_tsvector(stadtverbund.search_config(locale), stadtverbund.searchable(coalesce(name, ''))), 'A')
      || setweight(to_tsvector(stadtverbund.search_config(locale), stadtverbund.searchable(coalesce(keywords, ''))), 'B')
      || setweight(to_tsvector(stadtverbund.search_config(locale), stadtverbund.searchable(coalesce(body, ''))), 'C')
  $$;

-- A point of the sphere in metres (IUGG mean radius, as src/domain/geo.ts). What earthdistance does, which is no trusted
-- extension: the distance of two cubes is the chord, and `sphere_distance` the way over ground.
create or replace function stadtverbund.sphere(latitude double precision, longitude double precision) returns public.cube
  language sql immutable strict parallel safe
  as $$
    select public.cube(array[
      6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
      6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
      6371008.8 * sin(radians(latitude))])
  $$;

create or replace function stadtverbund.chord(metres double precision) returns double precision
  language sql immutable strict parallel safe
  as $$ select 2 * 6371008.8 * sin(least(metres / (2 * 6371008.8), pi() / 2)) $$;

create or replace function stadtverbund.sphere_distance(one public.cube, other public.cube) returns double precision
  language sql immutable strict parallel safe
  as $$ select 2 * 6371008.8 * asin(least(1, public.cube_distance(one, other) / (2 * 6371008.8))) $$;

create table if not exists stadtverbund.listing (
  document_id text not null,
  -- the locale it is asked in; a document that lacks it is there in another language
  locale text not null,
  language text not null,
  uid text not null,
  -- the content type's singular name
  type text not null,
  -- what names it in addresses: its slug, or the short key of a type without slugs
  slug text not null,
  name text not null,
  sort_name text not null generated always as (stadtverbund.fold(name)) stored,
  -- an offer's or campaign's business: gives place, categories and hours
  parent_id text,
  -- slugs, ancestors included
  categories text[] not null default '{}',
  district text,
  postcode text,
  -- of hours and of offers (delivery, pickup, on-site, …)
  services text[] not null default '{}',
  latitude double precision,
  longitude double precision,
  place point generated always as (point(longitude, latitude)) stored,
  position public.cube generated always as (stadtverbund.sphere(latitude, longitude)) stored,
  keywords text not null default '',
  body text not null default '',
  search tsvector not null
    generated always as (stadtverbund.search_vector(locale, name, keywords, body)) stored,
  -- what a hit shows, and everything the public sees of it
  data jsonb not null,
  detail jsonb not null,
  -- when it applies (offers, contacts, campaigns); `valid_until` is the first moment it does not
  valid_from timestamptz,
  valid_until timestamptz,
  -- the first moment the public does not see it, whatever has been written since
  public_until timestamptz,
  first_published_at timestamptz,
  primary key (document_id, locale)
);
create unique index if not exists listing_slug on stadtverbund.listing (type, slug, locale);
create index if not exists listing_parent on stadtverbund.listing (parent_id, locale, type) where parent_id is not null;
create index if not exists listing_search on stadtverbund.listing using gin (search);
create index if not exists listing_categories on stadtverbund.listing using gin (categories);
create index if not exists listing_services on stadtverbund.listing using gin (services);
create index if not exists listing_district on stadtverbund.listing (locale, district, sort_name collate "C", document_id);
create index if not exists listing_postcode on stadtverbund.listing (locale, postcode, sort_name collate "C", document_id);
create index if not exists listing_name on stadtverbund.listing (locale, sort_name collate "C", document_id);
create index if not exists listing_type_name on stadtverbund.listing (locale, type, sort_name collate "C", document_id);
create index if not exists listing_newest on stadtverbund.listing (locale, first_published_at desc nulls last, document_id);
create index if not exists listing_place on stadtverbund.listing using gist (place);
create index if not exists listing_position on stadtverbund.listing using gist (position);
-- As-you-type: names that begin with, or hold, what was typed.
create index if not exists listing_name_parts on stadtverbund.listing using gin (sort_name public.gin_trgm_ops);

-- Opening hours, worked out once for all that have the same rules: [since, until) is what `open` and `unknown` cover,
-- from today to 60 days ahead and a little more. Extended every night.
create table if not exists stadtverbund.opening_hours (
  id integer primary key generated always as identity,
  key text not null unique,
  rules jsonb not null,
  open tstzmultirange not null,
  -- OSM's third state, "maybe": by appointment, when the weather is fair, …
  unknown tstzmultirange not null,
  since timestamptz not null,
  until timestamptz not null
);
create index if not exists opening_hours_until on stadtverbund.opening_hours (until);

create table if not exists stadtverbund.listing_hours (
  document_id text not null,
  service text not null,
  hours_id integer not null references stadtverbund.opening_hours,
  primary key (document_id, service)
);
create index if not exists listing_hours_hours on stadtverbund.listing_hours (hours_id, service);

-- The distinct words of a locale, folded, with a spelling to show. Words that no listing holds any more are swept out by
-- night: who proposes one looks first whether it still finds something.
create table if not exists stadtverbund.listing_word (
  locale text not null,
  word text not null,
  shown text not null,
  primary key (locale, word)
);
create index if not exists listing_word_parts on stadtverbund.listing_word using gin (word public.gin_trgm_ops);
create index if not exists listing_word_prefix on stadtverbund.listing_word (locale, word text_pattern_ops);
