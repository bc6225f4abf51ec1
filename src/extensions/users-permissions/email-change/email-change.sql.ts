/** By :id. */
export const FIND_SQL = `
select id, account_id as "accountId", old_email as "oldEmail", new_email as "newEmail", state, created_at as "createdAt"
from stadtverbund.email_change where id = :id`;

export const NEW_SQL = `
insert into stadtverbund.email_change (account_id, old_email, new_email)
values (:accountId, :oldEmail, :newEmail) returning id`;

/** The one that waits, since the newest counts; :accountId. */
export const END_SQL = `
update stadtverbund.email_change set state = 'ended' where account_id = :accountId and state = 'waiting'`;

export const CONFIRM_SQL = `update stadtverbund.email_change set state = 'confirmed' where id = :id`;

/** A change and all that came after it, no matter who asked for those; :accountId, :id. */
export const UNDO_SQL = `
update stadtverbund.email_change set state = 'undone' where account_id = :accountId and id >= :id`;

/** The change by which an account got the address that it has; :accountId, :email. */
export const LAST_SQL = `
select id from stadtverbund.email_change
where account_id = :accountId and state = 'confirmed' and new_email = :email order by id desc limit 1`;

/** The address that waits for its owner; :accountId, :days. */
export const WAITING_SQL = `
select new_email as "newEmail" from stadtverbund.email_change
where account_id = :accountId and state = 'waiting' and created_at > now() - make_interval(days => :days)`;

/** An account that nobody has confirmed, unless an editor has given it a business to manage; :id. */
export const DROP_UNCONFIRMED_SQL = `
delete from up_users u where id = :id and confirmed is not true
  and not exists (select from memberships_user_lnk m where m.user_id = u.id) returning id`;
