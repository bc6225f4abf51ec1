-- The version of everything that public answers are made of. It moves in the commit of every transaction that changed
-- any of it, by whatever path: admin panel, import, raw SQL. A cache that reads the version before rendering, and
-- compares it with one read after a request has arrived, is never stale (docs/adr/0015).
create table if not exists stadtverbund.version (
  v bigint not null,
  only_one boolean primary key default true check (only_one)
);
insert into stadtverbund.version (v) values (0) on conflict do nothing;

-- Deferred to the commit, once per transaction, so that the row is locked only during the commit. Anything else that is
-- numbered at commit takes this lock first, and no other.
create or replace function stadtverbund.bump_version() returns trigger language plpgsql as $$
begin
  if current_setting('stadtverbund.bumped_in', true) is distinct from pg_current_xact_id()::text then
    perform set_config('stadtverbund.bumped_in', pg_current_xact_id()::text, true);
    update stadtverbund.version set v = v + 1;
  end if;
  return null;
end $$;

-- Makes changes to a table move the version. Plain `for each row`: a column list or a condition would keep Strapi's
-- schema sync from altering the columns it names.
create or replace function stadtverbund.watch_table(watched regclass) returns void language sql as $$
  select stadtverbund.ensure_trigger(watched, 'stadtverbund_version', 'after insert or update or delete',
    'deferrable initially deferred for each row execute function stadtverbund.bump_version()', 'constraint trigger');
$$;

-- When a document was first public; Strapi replaces published rows and loses it (src/publication).
create table if not exists stadtverbund.first_publication (
  uid text not null,
  document_id text not null,
  at timestamptz not null default now(),
  primary key (uid, document_id)
);
