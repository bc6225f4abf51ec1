-- Deliveries of the portal feed (docs/adr/0021): what each portal should get, what it got, and every request that was
-- made. The log (210-feed.sql) is the outbox: deliveries are created from it after the commit, in the order of its
-- numbers.

-- One row: events up to this number have been turned into deliveries.
create table if not exists stadtverbund.feed_fanout (
  is_only boolean primary key default true check (is_only),
  seq bigint not null default 0
);
insert into stadtverbund.feed_fanout default values on conflict do nothing;

-- The progress for a portal that gets everything again.
create table if not exists stadtverbund.feed_resync (
  portal_id text primary key,
  seq bigint not null default 0,
  until bigint not null,
  scheduled integer not null default 0
);

-- What a portal should get for one event. No foreign keys: the log and the portals are cleaned up elsewhere.
create table if not exists stadtverbund.feed_delivery (
  id uuid primary key default gen_random_uuid(),
  portal_id text not null,
  -- The `webhook-id`: the event's id, or one derived from it (message-id.ts), or a ping's own.
  message_id uuid not null,
  -- Null for a ping.
  event_id uuid,
  seq bigint,
  uid text,
  document_id text,
  type text not null,
  -- As in the contract, plus `sending`: claimed by a worker until `claimed_until`.
  state text not null default 'waiting'
    check (state in ('waiting', 'retrying', 'sending', 'delivered', 'failed', 'replaced', 'cancelled')),
  attempts integer not null default 0,
  -- Position in the retry plan: failed attempts since it was last made due manually.
  failures integer not null default 0,
  next_attempt_at timestamptz,
  claimed_until timestamptz,
  created_at timestamptz not null default now(),
  last_attempt_at timestamptz,
  delivered_at timestamptz,
  -- From the last attempt.
  status integer,
  duration integer,
  failure text,
  unique (portal_id, message_id)
);
-- One pending delivery per portal and document.
create unique index if not exists feed_delivery_open on stadtverbund.feed_delivery (portal_id, document_id)
  where state in ('waiting', 'retrying');
-- In the order in which they are taken, so that a backlog of thousands is not sorted for each batch of ten.
create index if not exists feed_delivery_next on stadtverbund.feed_delivery (portal_id, next_attempt_at, seq)
  where state in ('waiting', 'retrying');
create index if not exists feed_delivery_sending on stadtverbund.feed_delivery (portal_id, document_id)
  where state = 'sending';
create index if not exists feed_delivery_failed on stadtverbund.feed_delivery (portal_id) where state = 'failed';
create index if not exists feed_delivery_log on stadtverbund.feed_delivery (portal_id, created_at desc, id);
create index if not exists feed_delivery_document on stadtverbund.feed_delivery (document_id);
create index if not exists feed_delivery_age on stadtverbund.feed_delivery (created_at);

-- One HTTP request.
create table if not exists stadtverbund.feed_attempt (
  id bigint primary key generated always as identity,
  delivery_id uuid not null references stadtverbund.feed_delivery on delete cascade,
  portal_id text not null,
  number integer not null,
  started_at timestamptz not null,
  duration integer,
  status integer,
  failure text,
  detail text,
  excerpt text,
  unique (delivery_id, number)
);
create index if not exists feed_attempt_portal on stadtverbund.feed_attempt (portal_id, started_at);

-- The state of a portal; counts over time are read from the attempts.
create table if not exists stadtverbund.feed_health (
  portal_id text primary key,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  -- The first failure since the last success.
  failing_since timestamptz
);

-- Everything that moves deliveries of a portal holds its lock for one statement: two workers then agree on what is in
-- flight, and a retry and a newer event do not collide in the index of pending deliveries.
create or replace function stadtverbund.feed_lock(portals text[]) returns void language plpgsql as $$
begin
  -- Always in the same order, so that two statements cannot deadlock.
  perform pg_advisory_xact_lock(7010, keys.key)
  from (select distinct hashtext(portal) as key from unnest(portals) as portal order by 1) as keys;
end $$;

-- Makes deliveries pending: [{ portal, message, event, seq, uid, document, type }], the newest event of each document
-- and portal. It replaces an older one that is waiting, and yields to a newer one. What was delivered before becomes
-- due again.
create or replace function stadtverbund.feed_enqueue(items jsonb) returns integer language plpgsql as $$
declare
  -- Also passed as arrays: PostgreSQL estimates a hundred rows for jsonb and would read the whole table.
  portals text[] := array(select distinct item->>'portal' from jsonb_array_elements(items) as item);
  documents text[] := array(select distinct item->>'document' from jsonb_array_elements(items) as item);
  made integer;
begin
  perform stadtverbund.feed_lock(portals);

  update stadtverbund.feed_delivery d set state = 'replaced', next_attempt_at = null
  from jsonb_to_recordset(items) as f (portal text, message uuid, seq bigint, document text)
  where d.portal_id = any(portals) and d.document_id = any(documents) and d.state in ('waiting', 'retrying')
    and d.portal_id = f.portal and d.document_id = f.document and d.seq <= f.seq and d.message_id <> f.message;

  insert into stadtverbund.feed_delivery as d
    (portal_id, message_id, event_id, seq, uid, document_id, type, next_attempt_at)
  select f.portal, f.message, f.event, f.seq, f.uid, f.document, f.type, now()
  from jsonb_to_recordset(items)
    as f (portal text, message uuid, event uuid, seq bigint, uid text, document text, type text)
  where not exists (
    select from stadtverbund.feed_delivery n
    where n.portal_id = any(portals) and n.document_id = any(documents) and n.state in ('waiting', 'retrying')
      and n.portal_id = f.portal and n.document_id = f.document and n.seq > f.seq)
  on conflict (portal_id, message_id) do update
    set state = 'waiting', failures = 0, next_attempt_at = now(), type = excluded.type
    where d.state <> 'sending';
  get diagnostics made = row_count;
  return made;
end $$;

-- Takes due deliveries for these portals, as many for each as its limit allows, never two for the same document at
-- once.
drop function if exists stadtverbund.feed_claim(text, integer, integer);
create or replace function stadtverbund.feed_claim(portals text[], most integer, seconds integer)
returns setof stadtverbund.feed_delivery language plpgsql as $$
declare
  taken uuid[];
begin
  perform stadtverbund.feed_lock(portals);

  -- Held by a worker that died. Its attempt may have reached the portal, so it is repeated under the same id.
  update stadtverbund.feed_delivery d set
    state = case
      when d.event_id is null then 'failed'
      when exists (
        select from stadtverbund.feed_delivery n
        where n.portal_id = d.portal_id and n.document_id = d.document_id and n.state in ('waiting', 'retrying'))
      then 'replaced' else 'retrying' end,
    failure = 'interrupted', next_attempt_at = now(), claimed_until = null
  where d.portal_id = any(portals) and d.state = 'sending' and d.claimed_until < now();

  taken := array(
    select due.id
    from public.portal_feed_portals p
    cross join lateral (
      select d.id from stadtverbund.feed_delivery d
      where d.portal_id = p.document_id and d.state in ('waiting', 'retrying') and d.next_attempt_at <= now()
        and not exists (
          select from stadtverbund.feed_delivery s
          where s.portal_id = p.document_id and s.document_id = d.document_id and s.state = 'sending')
      order by d.next_attempt_at, d.seq
      limit greatest(0, most - (
        select count(*)::integer from stadtverbund.feed_delivery s
        where s.portal_id = p.document_id and s.state = 'sending'))) as due
    where p.document_id = any(portals) and p.state = 'active' and p.target_url is not null);

  return query
  update stadtverbund.feed_delivery d set
    state = 'sending', attempts = d.attempts + 1, claimed_until = now() + make_interval(secs => seconds),
    last_attempt_at = now()
  where d.id = any(taken)
  returning d.*;
end $$;

-- Turns the events after `after` up to `until` into deliveries (`items`, as for feed_enqueue), and takes what is due
-- for the takers. The position moves in the same statement; if another instance has moved it meanwhile, nothing
-- happens.
create or replace function stadtverbund.feed_fan_out(
  after bigint, until bigint, items jsonb, takers text[], most integer, seconds integer)
returns setof stadtverbund.feed_delivery language plpgsql as $$
begin
  update stadtverbund.feed_fanout set seq = until where seq = after;
  if found and items <> '[]' then
    perform stadtverbund.feed_enqueue(items);
    return query select * from stadtverbund.feed_claim(takers, most, seconds);
  end if;
end $$;

-- Records the results of attempts: [{ id, portal, number, started, duration, status, failure, detail, excerpt, state,
-- next, counts }]. An attempt whose claim has expired is logged but moves nothing. Returns the portals with due
-- deliveries, since places are free again and deliveries waiting for the same document may go.
do $$ begin
  -- An older version returned nothing.
  if (select prorettype = 'void'::regtype from pg_proc where oid = to_regprocedure('stadtverbund.feed_record(jsonb)'))
  then drop function stadtverbund.feed_record(jsonb);
  end if;
end $$;
create or replace function stadtverbund.feed_record(items jsonb) returns setof text language plpgsql as $$
declare
  ids uuid[] := array(select (item->>'id')::uuid from jsonb_array_elements(items) as item);
  portals text[] := array(select distinct item->>'portal' from jsonb_array_elements(items) as item);
begin
  perform stadtverbund.feed_lock(portals);

  insert into stadtverbund.feed_attempt
    (delivery_id, portal_id, number, started_at, duration, status, failure, detail, excerpt)
  select o.id, o.portal, o.number, o.started, o.duration, o.status, o.failure, o.detail, o.excerpt
  from jsonb_to_recordset(items) as o (id uuid, portal text, number integer, started timestamptz, duration integer,
    status integer, failure text, detail text, excerpt text)
  join stadtverbund.feed_delivery d on d.id = o.id and d.id = any(ids)
  -- May be recorded twice if the connection broke during the commit.
  on conflict (delivery_id, number) do nothing;

  update stadtverbund.feed_delivery d set
    state = case
      when o.state = 'retrying' and exists (
        select from stadtverbund.feed_delivery n
        where n.portal_id = d.portal_id and n.document_id = d.document_id and n.state in ('waiting', 'retrying'))
      then 'replaced' else o.state end,
    next_attempt_at = o.next,
    claimed_until = null,
    failures = case when o.counts and o.failure is not null then d.failures + 1 else d.failures end,
    delivered_at = case when o.failure is null then now() else d.delivered_at end,
    status = o.status, duration = o.duration, failure = o.failure
  from jsonb_to_recordset(items) as o (id uuid, number integer, duration integer, status integer, failure text,
    state text, next timestamptz, counts boolean)
  where d.id = any(ids) and d.id = o.id and d.state = 'sending' and d.attempts = o.number;

  -- If everything failed for a while, deliveries given up meanwhile are tried again after the first success.
  update stadtverbund.feed_delivery d set state = 'waiting', failures = 0, next_attempt_at = now()
  from stadtverbund.feed_health h
  where h.portal_id = d.portal_id and h.failing_since < now() - interval '5 minutes' and d.state = 'failed'
    and d.portal_id in (
      select o.portal from jsonb_to_recordset(items) as o (portal text, failure text, counts boolean)
      where o.counts and o.failure is null)
    and not exists (
      select from stadtverbund.feed_delivery n
      where n.portal_id = d.portal_id and n.document_id = d.document_id and n.id <> d.id
        and (n.seq, n.created_at) > (d.seq, d.created_at));

  insert into stadtverbund.feed_health as h (portal_id, last_success_at, last_failure_at, failing_since)
  select o.portal,
    max(o.started) filter (where o.failure is null),
    max(o.started) filter (where o.failure is not null),
    case when bool_or(o.failure is null) then null else min(o.started) end
  from jsonb_to_recordset(items) as o (portal text, started timestamptz, failure text, counts boolean)
  where o.counts
  group by o.portal
  order by o.portal
  on conflict (portal_id) do update set
    last_success_at = greatest(h.last_success_at, excluded.last_success_at),
    last_failure_at = greatest(h.last_failure_at, excluded.last_failure_at),
    failing_since = case
      when excluded.last_success_at is not null then null
      else coalesce(h.failing_since, excluded.failing_since) end;

  return query
  select portal from unnest(portals) as portal
  where exists (
    select from stadtverbund.feed_delivery d
    where d.portal_id = portal and d.state in ('waiting', 'retrying') and d.next_attempt_at <= now());
end $$;

-- Deletes what the log has said of documents that are erased with their person. Their removal stays, so that portals get
-- it, with what tells which portals it concerns. To be called in the transaction that deletes the documents, which holds
-- them. Deliveries go with it: an attempt that is on its way finds no row any more to record the portal's answer in.
create or replace function stadtverbund.feed_forget(documents text[]) returns void language plpgsql as $$
begin
  perform stadtverbund.feed_lock(array(
    select distinct portal_id from stadtverbund.feed_delivery where document_id = any(documents)));
  perform set_config('stadtverbund.feed_compacting', pg_current_xact_id()::text, true);
  delete from stadtverbund.feed_event where document_id = any(documents) and data is not null;
  perform set_config('stadtverbund.feed_compacting', '', true);
  delete from stadtverbund.feed_delivery d where d.document_id = any(documents)
    and not exists (select from stadtverbund.feed_event e where e.id = d.event_id and e.data is null);
end $$;
