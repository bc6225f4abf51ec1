-- One account per e-mail address and per user name, also when registrations race (src/extensions/users-permissions).
create unique index if not exists stadtverbund_account_email on up_users (lower(email));
create unique index if not exists stadtverbund_account_username on up_users (lower(username));

-- Addresses are in lower case, by whatever path they come: Strapi looks for accounts by the address as it is stored.
create or replace function stadtverbund.lower_account_email() returns trigger language plpgsql as $$
begin
  new.email := lower(new.email);
  return new;
end $$;
select stadtverbund.ensure_trigger('up_users', 'stadtverbund_account_email', 'before insert or update of email',
  'for each row execute function stadtverbund.lower_account_email()');
update up_users set email = lower(email) where email <> lower(email);
