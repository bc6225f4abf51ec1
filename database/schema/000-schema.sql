-- Everything of ours that is not a Strapi table is in this schema (docs/architecture.md).
create schema if not exists stadtverbund;

-- A trigger, where it is missing. Replacing it would lock the table on each start, and nobody could write meanwhile; so one
-- that changes gets a new name, and its old one is dropped. (`or replace` does not exist for constraint triggers anyway.)
create or replace function stadtverbund.ensure_trigger(watched regclass, name text, fires text, runs text,
  kind text default 'trigger') returns void language plpgsql as $$
begin
  if not exists (select from pg_trigger where tgrelid = watched and tgname = name) then
    execute format('create %s %I %s on %s %s', kind, name, fires, watched, runs);
  end if;
end $$;
