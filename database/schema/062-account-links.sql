-- Links that were mailed to an account end with what they were made for: one to a new password with the password and the
-- address of then, by whatever path they change, and one that confirms an address with that address.
create or replace function stadtverbund.end_account_links() returns trigger language plpgsql as $$
declare
  is_moved boolean := lower(new.email) is distinct from lower(old.email);
begin
  -- A link that is made in the same statement is for the account as it is now.
  if (is_moved or new.password is distinct from old.password)
     and new.reset_password_token is not distinct from old.reset_password_token then
    new.reset_password_token := null;
  end if;
  -- Nested, for a field that a table lacks must not even be named: admin_users has no such link.
  if tg_table_name = 'up_users' then
    if is_moved and new.confirmation_token is not distinct from old.confirmation_token then
      new.confirmation_token := null;
    end if;
  end if;
  return new;
end $$;
select stadtverbund.ensure_trigger(accounts, 'stadtverbund_account_links', 'before update',
  'for each row execute function stadtverbund.end_account_links()')
from unnest(array['up_users', 'admin_users']::regclass[]) as accounts;
