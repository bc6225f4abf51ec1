-- A slug names one document of its type, in all its locales and versions. Generation takes a lock and never meets
-- these constraints; they hold for every path below the document service. btree_gist is a trusted extension: the
-- owner of the database may create it.
create extension if not exists btree_gist;

do $$
declare
  content_table text;
begin
  foreach content_table in array array['businesses', 'press_notices', 'categories', 'districts', 'city_profiles'] loop
    if to_regclass('public.' || content_table) is null then
      raise exception 'table % is missing: the content types have changed, adapt database/schema/020-slugs.sql', content_table;
    end if;
    -- The index of a plain `document_id with <>` was taken for lookups by document_id, through all of its leaves: 2 ms
    -- each at 100,000 businesses, 0.01 ms with Strapi's own. As an expression it serves its constraint only.
    if exists (
      select from pg_constraint
      where conname = content_table || '_one_slug_one_document' and pg_get_constraintdef(oid) not like '%||%'
    ) then
      execute format('alter table %I drop constraint %I', content_table, content_table || '_one_slug_one_document');
    end if;
    if not exists (select from pg_constraint where conname = content_table || '_one_slug_one_document') then
      execute format(
        $ddl$alter table %I add constraint %I exclude using gist (slug with =, (document_id || '') with <>)$ddl$,
        content_table, content_table || '_one_slug_one_document');
    end if;
  end loop;
end $$;
