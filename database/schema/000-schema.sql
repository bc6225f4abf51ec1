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

-- Makes a table append-only, as the trigger of what it must not suffer: update, delete, truncate. What a table does allow
-- is said by its trigger (`when`), as in 210-feed.sql.
create or replace function stadtverbund.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

-- Numbers without gaps, for what the law wants numbered: invoices, entries of a ledger, notices.
create table if not exists stadtverbund.counter (
  scope text not null,
  year integer not null,
  next integer not null check (next > 1),
  primary key (scope, year)
);

-- The next number, from 1. It belongs to the transaction: who asks next waits for its end, and gets the same number
-- if it is rolled back. So ask late in a transaction, and for one scope only.
create or replace function stadtverbund.next_number(scope text, year integer) returns integer language sql as $$
  insert into stadtverbund.counter as c (scope, year, next) values ($1, $2, 2)
  on conflict (scope, year) do update set next = c.next + 1
  returning c.next - 1;
$$;
