-- The portal feed's log (docs/adr/0018): append-only, numbered at commit, one event per document and transaction.
-- A reader who follows `seq` misses nothing: the numbering trigger takes the version row's lock first, so numbers
-- become visible in their order.
create sequence if not exists stadtverbund.feed_event_seq;

create table if not exists stadtverbund.feed_event (
  -- The `webhook-id`, the same for every attempt to every portal.
  id uuid primary key default gen_random_uuid(),
  -- Assigned at commit; null only inside the appending transaction.
  seq bigint unique,
  xid xid8 not null default pg_current_xact_id(),
  uid text not null,
  document_id text not null,
  -- `business.published`, `business.removed`, …
  type text not null,
  -- { url, locales, listing }; null in a tombstone and once erased.
  data jsonb,
  -- What filters compare: { categories, district, postcode, point, locales, … }; null in a tombstone.
  facts jsonb,
  -- The distinct facts of all earlier states of the document; null if erased or too many to keep.
  prior jsonb,
  created_at timestamptz not null default clock_timestamp()
);
-- If a transaction changes a document twice, only one event is written. Partial, so that transaction numbers reused
-- after a restore into another cluster do not collide.
create unique index if not exists feed_event_one_a_transaction
  on stadtverbund.feed_event (xid, document_id) where seq is null;
create index if not exists feed_event_document on stadtverbund.feed_event (document_id, seq desc);

-- The last event of each document. Locked before a listing is read, so that the event appended last was also read last.
create table if not exists stadtverbund.feed_head (
  document_id text primary key,
  uid text not null,
  event_id uuid,
  is_published boolean not null default false,
  -- Digest of the last state; an equal state produces no event.
  digest text,
  facts jsonb,
  prior jsonb default '[]'
);

-- One row: the highest number of a deleted tombstone. A cursor below it may have missed a removal.
create table if not exists stadtverbund.feed_state (
  is_only boolean primary key default true check (is_only),
  forgotten_seq bigint not null default 0
);
insert into stadtverbund.feed_state default values on conflict do nothing;

create or replace function stadtverbund.feed_number() returns trigger language plpgsql as $$
begin
  if current_setting('stadtverbund.feed_numbering', true) is distinct from pg_current_xact_id()::text then
    perform set_config('stadtverbund.feed_numbering', pg_current_xact_id()::text, true);
    -- The one lock of all publicly visible commits (200-version.sql), held until the commit is visible.
    update stadtverbund.version set v = v + 1;
    -- Wakes those waiting for events; delivered after the commit.
    perform pg_notify('stadtverbund_feed', '');
  end if;
  update stadtverbund.feed_event set seq = nextval('stadtverbund.feed_event_seq') where id = new.id and seq is null;
  return null;
end $$;

select stadtverbund.ensure_trigger('stadtverbund.feed_event', 'feed_event_number', 'after insert',
  'deferrable initially deferred for each row execute function stadtverbund.feed_number()', 'constraint trigger');

-- A numbered event never changes. Only feed_compact() may delete events, or blank those of removed documents, and
-- feed_forget() delete those of documents that are erased.
create or replace function stadtverbund.feed_is_open(event stadtverbund.feed_event) returns boolean
language sql stable as $$
  select event.seq is null or current_setting('stadtverbund.feed_compacting', true) = pg_current_xact_id()::text;
$$;
-- Facts may be added for a filter that has come since; those that were there stay.
create or replace function stadtverbund.feed_adds_facts(former stadtverbund.feed_event, latter stadtverbund.feed_event)
returns boolean language sql stable as $$
  select latter.facts || former.facts = latter.facts and to_jsonb(latter) - 'facts' = to_jsonb(former) - 'facts';
$$;
-- Releases up to 0.1 had a function that did both; its triggers go with it.
drop function if exists stadtverbund.feed_guard() cascade;
select stadtverbund.ensure_trigger('stadtverbund.feed_event', 'feed_event_no_update', 'before update',
  'for each row when ((stadtverbund.feed_is_open(old) or stadtverbund.feed_adds_facts(old, new)) is not true)
   execute function stadtverbund.refuse_change()');
select stadtverbund.ensure_trigger('stadtverbund.feed_event', 'feed_event_no_delete', 'before delete',
  'for each row when (stadtverbund.feed_is_open(old) is not true) execute function stadtverbund.refuse_change()');
select stadtverbund.ensure_trigger('stadtverbund.feed_event', 'feed_event_no_truncate', 'before truncate',
  'for each statement execute function stadtverbund.refuse_change()');

-- Keeps the log as short as readers allow: for each document, the last event and those replaced less than `keep` ago (a
-- snapshot being read still needs them). For a removed document, the facts are deleted after `erase` and the tombstone
-- itself after `forget`; its payloads were deleted when they were replaced.
create or replace function stadtverbund.feed_compact(
  now_ timestamptz default clock_timestamp(),
  keep interval default '1 day',
  erase interval default '29 days',
  forget interval default '90 days',
  batch integer default 5000
) returns table (superseded integer, erased integer, forgotten integer) language plpgsql as $$
declare
  gone bigint;
begin
  perform set_config('stadtverbund.feed_compacting', pg_current_xact_id()::text, true);

  with old as (
    select e.id from stadtverbund.feed_event e
    where e.seq is not null and exists (
      select from stadtverbund.feed_event l
      where l.document_id = e.document_id and l.seq > e.seq and l.created_at < now_ - keep)
    order by e.seq limit batch
  ), deleted as (delete from stadtverbund.feed_event e using old where e.id = old.id returning 1)
  select count(*) into superseded from deleted;

  with blanked as (
    update stadtverbund.feed_event e set data = null, facts = null, prior = null
    where e.type like '%.removed' and e.seq is not null and e.created_at < now_ - erase and e.prior is not null
    returning e.id
  ), heads as (
    update stadtverbund.feed_head h set facts = null, prior = null from blanked where h.event_id = blanked.id returning 1
  )
  select count(*) into erased from blanked;

  with last as (
    select e.id, e.seq, e.document_id from stadtverbund.feed_event e
    join stadtverbund.feed_head h on h.event_id = e.id
    where e.type like '%.removed' and e.seq is not null and e.created_at < now_ - forget
    order by e.seq limit batch
    for update of h skip locked
  ), deleted as (
    delete from stadtverbund.feed_event e using last where e.document_id = last.document_id returning e.seq
  ), heads as (
    delete from stadtverbund.feed_head h using last where h.event_id = last.id returning 1
  )
  select count(*), max(last.seq) into forgotten, gone from last;
  if gone is not null then
    update stadtverbund.feed_state set forgotten_seq = greatest(forgotten_seq, gone);
  end if;

  perform set_config('stadtverbund.feed_compacting', '', true);
  return next;
end $$;
