-- What people ask about their data (src/data-rights).

-- The export of an account: one at a time, for seven days. It is in here and not in a folder, so that each instance can hand
-- it over, and so that erasing its person erases it in the same transaction.
create table if not exists stadtverbund.data_export (
  id uuid primary key default gen_random_uuid(),
  account_id integer not null unique,
  -- Of mail and texts.
  language text not null,
  asked_at timestamptz not null default now(),
  -- From then on it is complete.
  ready_at timestamptz,
  bytes bigint not null default 0,
  ends_at timestamptz not null,
  check (bytes >= 0)
);
create index if not exists data_export_ends_at on stadtverbund.data_export (ends_at);

create table if not exists stadtverbund.data_export_part (
  export_id uuid not null references stadtverbund.data_export on delete cascade,
  number integer not null,
  content bytea not null,
  primary key (export_id, number)
);

-- Accounts that are to be deleted, until their owner has changed their mind or the week is over.
create table if not exists stadtverbund.account_deletion (
  account_id integer primary key,
  -- Links in mails name it by this, so that one of an earlier wish does not take back a later one.
  id uuid not null unique default gen_random_uuid(),
  listings text not null check (listings in ('leave', 'remove')),
  asked_at timestamptz not null default now(),
  due_at timestamptz not null
);
create index if not exists account_deletion_due_at on stadtverbund.account_deletion (due_at);

-- What was asked and done, when and by whom, without any data of whom it was about: proof for the supervisory authority.
create table if not exists stadtverbund.data_request (
  id bigint primary key generated always as identity,
  at timestamptz not null default now(),
  what text not null check (what in
    ('information', 'export', 'deletion', 'deletion-undone', 'erasure', 'lookup', 'download')),
  -- What kind of person was looked for: one with an account, or an address without.
  whose text not null check (whose in ('account', 'address')),
  -- A row id in admin_users; null if the person did it.
  editor_id integer
);
create index if not exists data_request_at on stadtverbund.data_request (at);
-- Three years: so long the authority may ask (§ 31 (2) OWiG, § 41 BDSG). Then the nightly job may delete it.
select stadtverbund.ensure_trigger('stadtverbund.data_request', 'data_request_append_only',
  'before update or truncate', 'for each statement execute function stadtverbund.refuse_change()');
select stadtverbund.ensure_trigger('stadtverbund.data_request', 'data_request_kept', 'before delete',
  'for each row when (old.at > now() - interval ''3 years'') execute function stadtverbund.refuse_change()');

-- Who takes back a change of the account's address takes it from somebody else, who may have asked for its deletion.
create or replace function stadtverbund.keep_regained_account() returns trigger language plpgsql as $$
begin
  delete from stadtverbund.account_deletion where account_id = new.account_id;
  if found then
    insert into stadtverbund.data_request (what, whose) values ('deletion-undone', 'account');
  end if;
  return null;
end $$;
select stadtverbund.ensure_trigger('stadtverbund.email_change', 'email_change_keeps_account', 'after update of state',
  'for each row when (new.state = ''undone'' and old.state <> ''undone'') execute function stadtverbund.keep_regained_account()');
