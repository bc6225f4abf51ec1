-- What is left to do for accounts that are gone (src/platform/personal-data/finish-erasures.ts). Deleting an account, by whatever
-- path, notes it here in the same transaction, so that a crash forgets nobody.
create table if not exists stadtverbund.erasure (
  account_id integer primary key,
  -- To find what was stored under the address; forgotten by the first pass.
  email text,
  -- As in src/platform/personal-data/contract.ts.
  reason text not null check (reason in ('own-request', 'by-editor', 'account-deleted')),
  listings text not null default 'leave' check (listings in ('leave', 'remove')),
  -- When there is something to do next.
  due_at timestamptz not null default now(),
  -- When everything was erased. Once more after that, for what a request or a job had still been writing.
  erased_at timestamptz
);

create or replace function stadtverbund.note_deleted_account() returns trigger language plpgsql as $$
begin
  insert into stadtverbund.erasure (account_id, email, reason) values (old.id, lower(old.email), 'account-deleted')
  on conflict (account_id) do nothing;
  return null;
end $$;
select stadtverbund.ensure_trigger('up_users', 'stadtverbund_deleted_account', 'after delete',
  'for each row execute function stadtverbund.note_deleted_account()');

-- Files on disk whose rows are gone. Bytes have no transaction: they are removed after the commit, and a line here after
-- them.
create table if not exists stadtverbund.erased_file (
  -- Name and extension on disk, as the storage knows them.
  hash text not null,
  ext text not null,
  primary key (hash, ext)
);
