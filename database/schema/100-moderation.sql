-- Moderation (docs/moderation.md): one row per document written since moderation was introduced, its log, and the
-- revisions that were withdrawn from the public and can be restored. No foreign keys to Strapi's tables: publish
-- deletes rows.

create table if not exists stadtverbund.submission (
  id integer primary key generated always as identity,
  content_type text not null,
  document_id text not null,
  -- States are those of plugins/moderation/server/src/domain/moderation-state.ts.
  state text not null default 'none',
  version integer not null default 0 check (version >= 0),
  publication text not null,
  -- The state before archiving, to which restoring returns.
  before_archive text not null default 'none',
  title text,
  business_document_id text,
  submitted_at timestamptz,
  submitted_by integer,
  message text,
  message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (content_type, document_id)
);
-- What was submitted, as a digest per field (JSON), so that the log can say whether exactly that became public. Checked
-- first, since altering a table waits for all its readers even if there is nothing to do.
do $$
begin
  if not exists (
    select from pg_attribute
    where attrelid = 'stadtverbund.submission'::regclass and attname = 'submitted_version' and not attisdropped
  ) then
    alter table stadtverbund.submission add column submitted_version text;
  end if;
end $$;
do $$
begin
  if not exists (
    select from pg_attribute
    where attrelid = 'stadtverbund.submission'::regclass and attname = 'message_about' and not attisdropped
  ) then
    -- The fields that the message is about.
    alter table stadtverbund.submission add column message_about text[] not null default '{}';
  end if;
end $$;
-- Releases up to 0.1 listed the states here once more.
do $$
begin
  if exists (
    select from pg_constraint
    where conrelid = 'stadtverbund.submission'::regclass and conname = 'submission_state_check'
  ) then
    alter table stadtverbund.submission drop constraint submission_state_check,
      drop constraint if exists submission_publication_check, drop constraint if exists submission_before_archive_check;
  end if;
end $$;
create index if not exists submission_queue on stadtverbund.submission (state, submitted_at, id) where state <> 'none';
create index if not exists submission_business on stadtverbund.submission (business_document_id) where business_document_id is not null;

-- What the public saw of a document before it was suspended or archived.
create table if not exists stadtverbund.withdrawn_revision (
  content_type text not null,
  document_id text not null,
  content jsonb not null,
  withdrawn_at timestamptz not null default now(),
  primary key (content_type, document_id)
);

create table if not exists stadtverbund.moderation_log (
  id bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  content_type text not null,
  document_id text not null,
  action text not null,
  submission_from text not null,
  submission_to text not null,
  publication_from text not null,
  publication_to text not null,
  -- The version that was decided on, or that the write produced.
  version integer not null,
  actor_kind text not null check (actor_kind in ('contributor', 'editor', 'system')),
  actor_id integer,
  actor_name text,
  -- By which path: moderation, self-service, content-manager or code.
  via text not null,
  reason text,
  details jsonb not null default '{}'
);
create index if not exists moderation_log_document on stadtverbund.moderation_log (content_type, document_id, id);
create index if not exists moderation_log_actor on stadtverbund.moderation_log (actor_kind, actor_id, id);

-- Releases up to 0.1 had a function of their own; its trigger goes with it.
drop function if exists stadtverbund.refuse_log_change() cascade;
-- Its lines do not change, with one narrow exception: erase_from_moderation_log() and forget_moderation_reasons() below may
-- take the name of a person, and after years the reasons, out of them (docs/adr/0077). What each may touch is checked here,
-- so that nothing else can be changed on the way; the functions only set a mark that ends with them.
create or replace function stadtverbund.is_moderation_log_erasure(former stadtverbund.moderation_log,
  latter stadtverbund.moderation_log) returns boolean language sql stable as $$
  select case current_setting('stadtverbund.moderation_log_door', true)
    when 'account ' || former.actor_id || ' ' || pg_current_xact_id() then
      former.actor_kind = 'contributor' and latter.actor_id is null and latter.actor_name = 'gelöscht'
      and to_jsonb(latter) - array['actor_id', 'actor_name'] = to_jsonb(former) - array['actor_id', 'actor_name']
    when 'reasons ' || pg_current_xact_id() then
      latter.reason is null and to_jsonb(latter) - 'reason' = to_jsonb(former) - 'reason'
    else false end;
$$;
-- Releases up to 0.1 had one trigger without exception.
do $$
begin
  if exists (select from pg_trigger
    where tgrelid = 'stadtverbund.moderation_log'::regclass and tgname = 'moderation_log_append_only')
  then drop trigger moderation_log_append_only on stadtverbund.moderation_log;
  end if;
end $$;
select stadtverbund.ensure_trigger('stadtverbund.moderation_log', 'moderation_log_no_update', 'before update',
  'for each row when (stadtverbund.is_moderation_log_erasure(old, new) is not true)
   execute function stadtverbund.refuse_change()');
select stadtverbund.ensure_trigger('stadtverbund.moderation_log', 'moderation_log_no_delete', 'before delete or truncate',
  'for each statement execute function stadtverbund.refuse_change()');

-- Each use of the exception: when, and how many lines; not of whom.
create table if not exists stadtverbund.moderation_log_erasure (
  id bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  what text not null check (what in ('account', 'reasons')),
  lines integer not null
);
select stadtverbund.ensure_trigger('stadtverbund.moderation_log_erasure', 'moderation_log_erasure_append_only',
  'before update or delete or truncate', 'for each statement execute function stadtverbund.refuse_change()');

-- For the two functions below: opens the door for what is named, in this transaction, until it is closed.
create or replace function stadtverbund.open_moderation_log(door text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('stadtverbund.moderation_log_door', door || ' ' || pg_current_xact_id(), true);
end $$;

-- Closes it, and notes what was done if anything was.
create or replace function stadtverbund.close_moderation_log(what text, lines integer) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('stadtverbund.moderation_log_door', '', true);
  if lines > 0 then
    insert into stadtverbund.moderation_log_erasure (what, lines) values (what, lines);
  end if;
  return lines;
end $$;

-- Takes an account's id and name out of its lines. The lines remain: what was decided can still be reviewed.
create or replace function stadtverbund.erase_from_moderation_log(account integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed integer;
begin
  perform stadtverbund.open_moderation_log('account ' || account);
  update stadtverbund.moderation_log set actor_id = null, actor_name = 'gelöscht'
    where actor_kind = 'contributor' and actor_id = account;
  get diagnostics changed = row_count;
  return stadtverbund.close_moderation_log('account', changed);
end $$;

-- Takes reasons out, free texts about people, once nobody can demand anything because of the decision any more: three years
-- after the end of its year (BGB sections 195, 199).
create or replace function stadtverbund.forget_moderation_reasons(today date) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed integer;
begin
  perform stadtverbund.open_moderation_log('reasons');
  update stadtverbund.moderation_log set reason = null
    where at < date_trunc('year', today::timestamp) - interval '3 years' and reason is not null;
  get diagnostics changed = row_count;
  return stadtverbund.close_moderation_log('reasons', changed);
end $$;

-- Reasons for editors to choose from, in the contributor's language. Seeded once by the plugin, then maintained by
-- editors.
create table if not exists stadtverbund.reason_template (
  id integer primary key generated always as identity,
  action text not null,
  name text not null,
  -- By language.
  texts jsonb not null,
  position integer not null default 0,
  updated_at timestamptz not null default now()
);

-- Releases up to 0.1 had two languages, a column each.
do $$
begin
  if exists (
    select from pg_attribute
    where attrelid = 'stadtverbund.reason_template'::regclass and attname = 'text_de' and not attisdropped
  ) then
    alter table stadtverbund.reason_template add column if not exists texts jsonb;
    update stadtverbund.reason_template set texts = jsonb_build_object('de', text_de, 'en', text_en);
    alter table stadtverbund.reason_template alter column texts set not null, drop column text_de, drop column text_en,
      drop constraint if exists reason_template_action_check;
  end if;
end $$;

-- Who is looking at a submission. Unlogged: a crash only forgets who was looking.
create unlogged table if not exists stadtverbund.presence (
  submission_id integer not null,
  admin_id integer not null,
  name text not null,
  seen_at timestamptz not null default now(),
  primary key (submission_id, admin_id)
);
