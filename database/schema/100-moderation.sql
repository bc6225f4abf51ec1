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
-- Without exception. Erasing the name of a person will be one: a condition of this trigger (`when`), as in 210-feed.sql.
select stadtverbund.ensure_trigger('stadtverbund.moderation_log', 'moderation_log_append_only',
  'before update or delete or truncate', 'for each statement execute function stadtverbund.refuse_change()');

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
