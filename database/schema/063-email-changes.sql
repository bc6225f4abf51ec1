-- Changes of an account's address (src/extensions/users-permissions/email-change, docs/adr/0079). One is `waiting` for the
-- owner of the new address, who makes it `confirmed`; it is `ended` when it can no longer be, and `undone` by the owner of
-- the old address. No foreign key to Strapi's table, as everywhere.
create table if not exists stadtverbund.email_change (
  id integer primary key generated always as identity,
  account_id integer not null,
  old_email text not null,
  -- Null once its owner has had it erased.
  new_email text,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'ended', 'undone')),
  created_at timestamptz not null default now()
);
create index if not exists email_change_account on stadtverbund.email_change (account_id, id);
create unique index if not exists email_change_waiting on stadtverbund.email_change (account_id) where state = 'waiting';

-- Who changes the password, by whatever path, does not want what someone with the one before has asked for.
create or replace function stadtverbund.end_email_changes() returns trigger language plpgsql as $$
begin
  if new.password is distinct from old.password or lower(new.email) is distinct from lower(old.email) then
    update stadtverbund.email_change set state = 'ended' where account_id = new.id and state = 'waiting';
  end if;
  return null;
end $$;
select stadtverbund.ensure_trigger('up_users', 'stadtverbund_email_changes', 'after update of email, password',
  'for each row execute function stadtverbund.end_email_changes()');
