-- The read model of the directory plugin (docs/directory.md): one row per public document and language with everything
-- needed to find and show it, so that an answer takes one statement. `npm run directory:rebuild` rebuilds it, `npm run
-- directory:verify` checks it. All four extensions are trusted: the owner of the database may create them.
create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists cube schema public;
create extension if not exists btree_gin schema public;

-- "Bäckerei", "Baeckerei" and "Backerei" become one word: marks are dropped, ß becomes ss, and ae, oe, ue count as
-- umlauts (but not the ue of "neue", "Bauer" and "Quelle"). `unaccent` is stable only because its rules could be
-- replaced.
create or replace function stadtverbund.fold(value text) returns text
  language sql immutable strict parallel safe
  as $$
    select regexp_replace(
      replace(replace(public.unaccent('public.unaccent'::regdictionary, lower(normalize(value, nfc))), 'ae', 'a'), 'oe', 'o'),
      '(?<![aeoq])ue', 'u', 'g')
  $$;

-- The words of a text, folded and separated by spaces: "Kaiserstr. 5" becomes "kaiserstrasse 5", "Toni's" becomes
-- "tonis", and the parser is kept from reading "blumen-risse.de" as a host. German stop words with an umlaut or ß are
-- unknown to the dictionary once folded, so they are removed here.
create or replace function stadtverbund.searchable(value text) returns text
  language sql immutable strict parallel safe
  as $$
    select regexp_replace(
      regexp_replace(
        regexp_replace(
          regexp_replace(stadtverbund.fold(value), '(?<=[[:alnum:]])[''`´](?=[[:alpha:]])', '', 'g'),
          '[[:punct:]]+', ' ', 'g'),
        'str\M', 'strasse', 'g'),
      '\m(dass|fur|konnen|konnte|uber|wahrend|wurde|wurden)\M', ' ', 'g')
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

-- The stemmer for a locale; a language without one is compared word by word.
create or replace function stadtverbund.search_config(locale text) returns regconfig
  language sql immutable strict parallel safe
  as $$
    select case
      when locale like 'de%' then 'stadtverbund.de'::regconfig
      when locale like 'en%' then 'stadtverbund.en'::regconfig
      else 'stadtverbund.other'::regconfig
    end
  $$;

-- Stems, and also the raw words: what has been typed so far is the beginning of a word, not of a stem ("lad" of "laden"
-- would also find "Ladestation").
create or replace function stadtverbund.words_vector(locale text, value text) returns tsvector
  language sql immutable parallel safe
  as $$
    select to_tsvector(stadtverbund.search_config(locale), words) || to_tsvector('pg_catalog.simple', words)
    from (select stadtverbund.searchable(coalesce(value, '')) as words) as text
  $$;

-- What ranks a hit. A: the name. B: its categories with their synonyms, and other key words.
create or replace function stadtverbund.heading_vector(locale text, name text, keywords text) returns tsvector
  language sql immutable parallel safe
  as $$
    select setweight(stadtverbund.words_vector(locale, name), 'A')
      || setweight(stadtverbund.words_vector(locale, split_part(keywords, e'\f', 1)), 'B')
  $$;

-- What also finds it. C: the texts. D: the key words after the form feed, from the categories above its own; with a
-- higher weight every restaurant would be found by "Kneipe".
create or replace function stadtverbund.search_vector(locale text, name text, keywords text, body text) returns tsvector
  language sql immutable parallel safe
  as $$
    select stadtverbund.heading_vector(locale, name, keywords)
      || setweight(stadtverbund.words_vector(locale, split_part(keywords, e'\f', 2)), 'D')
      || setweight(stadtverbund.words_vector(locale, body), 'C')
  $$;

-- A point on the sphere in metres (IUGG mean radius, as in src/domain/geo.ts). The same as earthdistance, which is not
-- a trusted extension: the distance of two cubes is the chord, and `sphere_distance` the distance along the surface.
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

-- A box around everything that is within so many metres of a point; null without a radius.
create or replace function stadtverbund.reach(latitude double precision, longitude double precision, metres double precision)
  returns public.cube
  language sql immutable strict parallel safe
  as $$
    select public.cube_enlarge(stadtverbund.sphere(latitude, longitude), stadtverbund.chord(metres), 3)
  $$;

create or replace function stadtverbund.sphere_distance(one public.cube, other public.cube) returns double precision
  language sql immutable strict parallel safe
  as $$ select 2 * 6371008.8 * asin(least(1, public.cube_distance(one, other) / (2 * 6371008.8))) $$;

create table if not exists stadtverbund.listing (
  document_id text not null,
  -- the locale in which it is requested; the content may be in another language if that is missing
  locale text not null,
  language text not null,
  uid text not null,
  -- the content type's singular name
  type text not null,
  -- its name in addresses: the slug, or the short key for a type without slugs
  slug text not null,
  name text not null,
  sort_name text not null generated always as (stadtverbund.fold(name)) stored,
  -- an offer's or campaign's business, which provides place, categories and hours
  parent_id text,
  -- slugs, including ancestors
  categories text[] not null default '{}',
  district text,
  postcode text,
  -- from hours and offers (delivery, pickup, on-site, …)
  services text[] not null default '{}',
  latitude double precision,
  longitude double precision,
  place point generated always as (point(longitude, latitude)) stored,
  position public.cube generated always as (stadtverbund.sphere(latitude, longitude)) stored,
  keywords text not null default '',
  body text not null default '',
  search tsvector not null
    generated always as (stadtverbund.search_vector(locale, name, keywords, body)) stored,
  -- what a hit shows, and everything the public may see
  data jsonb not null,
  detail jsonb not null,
  -- when it applies (offers, contacts, campaigns); `valid_until` is the first moment it does not
  valid_from timestamptz,
  valid_until timestamptz,
  -- the first moment at which the public no longer sees it, whatever has been written since
  public_until timestamptz,
  first_published_at timestamptz,
  primary key (document_id, locale)
);
-- The catalogue is checked first: `if not exists` alone waits for all readers of the table, such as a dump, and new
-- readers queue behind it.
create or replace function stadtverbund.listing_lacks(attribute name) returns boolean language sql as $$
  select not exists (select from pg_attribute
    where attrelid = 'stadtverbund.listing'::regclass and attname = attribute and not attisdropped)
$$;
do $$
begin
  -- The hours that apply if no service is named: its own, or those of its parent (opening_hours below).
  if stadtverbund.listing_lacks('hours_id') then
    alter table stadtverbund.listing add column hours_id integer;
  end if;
  -- Whose hours apply: its own if it has any, otherwise its parent's. Null in rows from an older release.
  if stadtverbund.listing_lacks('hours_of') then
    alter table stadtverbund.listing add column hours_of text;
  end if;
  -- Whom it is meant for.
  if stadtverbund.listing_lacks('audiences') then
    alter table stadtverbund.listing add column audiences text[] not null default '{}';
  end if;
  -- Where it serves: districts and postcodes by name (`district:hoerde`, `postcode:44263`), and metres around it.
  if stadtverbund.listing_lacks('serves') then
    alter table stadtverbund.listing add column serves text[] not null default '{}';
  end if;
  if stadtverbund.listing_lacks('serves_within') then
    alter table stadtverbund.listing add column serves_within double precision;
  end if;
  if stadtverbund.listing_lacks('reach') then
    alter table stadtverbund.listing add column reach public.cube
      generated always as (stadtverbund.reach(latitude, longitude, serves_within)) stored;
  end if;
  -- Separate from `search`, which is long and stored outside the row: thousands of hits are ranked without fetching it.
  if stadtverbund.listing_lacks('heading') then
    alter table stadtverbund.listing add column heading tsvector not null
      generated always as (stadtverbund.heading_vector(locale, name, keywords)) stored;
  end if;
end $$;
-- Columns for choosing and ranking stay in the row; columns that are only shown may be moved out if it gets too long.
do $$
declare
  short name;
begin
  for short in
    select attname from pg_attribute
    where attrelid = 'stadtverbund.listing'::regclass and attnum > 0 and not attisdropped and attstorage = 'x'
      and attname not in ('keywords', 'body', 'search', 'data', 'detail')
  loop
    execute format('alter table stadtverbund.listing alter column %I set storage main', short);
  end loop;
end $$;
-- Lists by name, of a type, of what is open: everything needed is in the index.
create index if not exists listing_by_name on stadtverbund.listing
  (locale, name collate stadtverbund.din_5007, document_id) include (type, hours_id, public_until);
-- Search as you type: names that begin with what was typed, folded.
create index if not exists listing_beginning on stadtverbund.listing (locale, sort_name collate "C", document_id);
create index if not exists listing_hours_id on stadtverbund.listing (hours_id);
-- Slugs are unique where they are stored (src/bootstrap/type-indexes.ts); here a slug may move from one document to
-- another while both are being rewritten.
create index if not exists listing_slug on stadtverbund.listing (type, slug, locale);
create index if not exists listing_parent on stadtverbund.listing (parent_id, locale, type) where parent_id is not null;
-- Words, categories, services and districts in one index, which intersects them with each other and the language before
-- any row is read.
create index if not exists listing_found on stadtverbund.listing using gin (locale, search, categories, services, district);
drop index if exists stadtverbund.listing_search, stadtverbund.listing_categories, stadtverbund.listing_services;
create index if not exists listing_in_district on stadtverbund.listing
  (locale, district, name collate stadtverbund.din_5007, document_id);
create index if not exists listing_in_postcode on stadtverbund.listing
  (locale, postcode, name collate stadtverbund.din_5007, document_id);
create index if not exists listing_of_type on stadtverbund.listing
  (locale, type, name collate stadtverbund.din_5007, document_id);
-- Those of an older release, in the order of code points.
drop index if exists stadtverbund.listing_named, stadtverbund.listing_district, stadtverbund.listing_postcode,
  stadtverbund.listing_type_name;
-- Whom it is meant for and whom it serves: few listings say so.
create index if not exists listing_meant_for on stadtverbund.listing using gin (locale, audiences, serves);
create index if not exists listing_reach on stadtverbund.listing using gist (reach) where reach is not null;
create index if not exists listing_newest on stadtverbund.listing (locale, first_published_at desc nulls last, document_id);
create index if not exists listing_place on stadtverbund.listing using gist (place);
create index if not exists listing_position on stadtverbund.listing using gist (position);
-- Names that contain what was typed.
create index if not exists listing_name_parts on stadtverbund.listing using gin (sort_name public.gin_trgm_ops);

-- Opening hours, computed once for all listings with the same rules. `open` and `unknown` cover [since, until), from
-- yesterday to a little more than 60 days ahead, and are extended every night. `rules` is a list of lists: each inner
-- one holds the entries of a service; if there are several, it is open when one of them is.
create table if not exists stadtverbund.opening_hours (
  id integer primary key generated always as identity,
  key text not null unique,
  rules jsonb not null,
  -- federal state, time zone and centre of the city for which it was computed
  place text not null,
  open tstzmultirange not null,
  -- OSM's third state, "maybe": by appointment, when the weather is fair, …
  unknown tstzmultirange not null,
  since timestamptz not null,
  until timestamptz not null
);
create index if not exists opening_hours_until on stadtverbund.opening_hours (until);

-- By service, and as service '' the hours that apply if none is named: on-site, or all of them together if that is
-- missing.
create table if not exists stadtverbund.listing_hours (
  document_id text not null,
  service text not null,
  hours_id integer not null references stadtverbund.opening_hours,
  primary key (document_id, service)
);
create index if not exists listing_hours_hours on stadtverbund.listing_hours (hours_id, service);

-- The distinct folded words of a locale, each with a spelling to show. Words that no listing contains any more are
-- removed at night, so a suggestion must first check that its word still finds something.
create table if not exists stadtverbund.listing_word (
  locale text not null,
  word text not null,
  shown text not null,
  primary key (locale, word)
);
create index if not exists listing_word_parts on stadtverbund.listing_word using gin (word public.gin_trgm_ops);
create index if not exists listing_word_prefix on stadtverbund.listing_word (locale, word text_pattern_ops);

-- Rebuilding or extending without a publication changes answers too.
select stadtverbund.watch_table('stadtverbund.listing');
select stadtverbund.watch_table('stadtverbund.listing_hours');
select stadtverbund.watch_table('stadtverbund.opening_hours');

-- How the rows were built, and for which locales; if the current code would build them differently, they are rebuilt
-- after the start.
create table if not exists stadtverbund.read_model_shape (
  shape text not null,
  only_one boolean primary key default true check (only_one)
);
