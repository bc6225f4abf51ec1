const COLUMNS = `id, business, email, created_at as "createdAt", ends_at as "endsAt"`;

/** A new invitation; earlier open ones to the same address end, so that only the newest link works. */
export const INVITE_SQL = `
with replaced as (
  delete from stadtverbund.invitation where business = :business and email = :email and accepted_at is null
)
insert into stadtverbund.invitation (business, email, token_hash, invited_by, ends_at)
values (:business, :email, :tokenHash, :invitedBy, :endsAt)
returning ${COLUMNS}`;

export const LIST_SQL = `
select ${COLUMNS} from stadtverbund.invitation
where business = :business and accepted_at is null and ends_at > now() order by created_at, id`;

export const REVOKE_SQL = `
delete from stadtverbund.invitation
where business = :business and id::text = :id and accepted_at is null returning ${COLUMNS}`;

/** One statement, so that of two who use a link at once only one does. */
export const ACCEPT_SQL = `
update stadtverbund.invitation set accepted_at = now(), accepted_by = :accountId
where token_hash = :tokenHash and email = lower(:email) and accepted_at is null and ends_at > now()
returning ${COLUMNS}`;

/** Open invitations of someone who no longer manages the business. */
export const REVOKE_OF_SQL = `
delete from stadtverbund.invitation where business = :business and invited_by = :accountId and accepted_at is null`;

export const FORGET_SQL = `delete from stadtverbund.invitation where business = :business`;
