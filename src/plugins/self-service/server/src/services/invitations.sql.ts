const COLUMNS = `id, business, email, created_at as "createdAt", ends_at as "endsAt"`;

/**
 * Inserts an invitation and removes earlier open ones to the same address, so that only the newest link works. Also
 * removes expired invitations to the business.
 */
export const INVITE_SQL = `
with replaced as (
  delete from stadtverbund.invitation where business = :business and accepted_at is null and (email = :email or ends_at < now())
)
insert into stadtverbund.invitation (business, email, token_hash, invited_by, ends_at)
values (:business, :email, :tokenHash, :invitedBy, :endsAt)
returning ${COLUMNS}`;

/** An invitation that was accepted or still can be; :id. */
export const NOW_SQL = `
select i.id, i.business, i.email, i.ends_at as "endsAt", i.accepted_at as "acceptedAt", u.username as "by"
from stadtverbund.invitation i join up_users u on u.id = i.invited_by
where i.id::text = :id and (i.accepted_at is not null or i.ends_at > now())`;

/** Whether a business was ever public, or an editor has given it a manager; :uid, :business. */
export const KNOWN_SQL = `
select exists (select from stadtverbund.first_publication where uid = :uid and document_id = :business)
  or exists (select from stadtverbund.intake where kind = 'claim' and document_id = :business and decision = 'accepted') as known`;

export const LIST_SQL = `
select ${COLUMNS} from stadtverbund.invitation
where business = :business and accepted_at is null and ends_at > now() order by created_at, id`;

export const REVOKE_SQL = `
delete from stadtverbund.invitation
where business = :business and id::text = :id and accepted_at is null returning ${COLUMNS}`;

/** An open invitation to an address, by the link in its mail: :subject of a link, or :tokenHash of an earlier one. */
export const OPEN_SQL = `
select ${COLUMNS} from stadtverbund.invitation
where (id::text = :subject or token_hash = :tokenHash) and email = lower(:email)
  and accepted_at is null and ends_at > now()`;

/** One statement, so that only one of two simultaneous uses of an invitation succeeds. */
export const ACCEPT_SQL = `
update stadtverbund.invitation set accepted_at = now(), accepted_by = :accountId
where id::text = :id and accepted_at is null and ends_at > now()
returning ${COLUMNS}`;

/** Open invitations of someone who no longer manages the business. */
export const REVOKE_OF_SQL = `
delete from stadtverbund.invitation where business = :business and invited_by = :accountId and accepted_at is null`;

export const FORGET_SQL = `delete from stadtverbund.invitation where business = :business`;
