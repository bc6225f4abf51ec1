// Whom they were sent to, who sent them, who accepted them.
const THEIRS = `(i.email = :email or i.invited_by = :accountId or i.accepted_by = :accountId)`;

/** :email, :accountId; null for what is not known. */
export const FIND_INVITATIONS_SQL = `
select i.business, i.email, i.invited_by = :accountId as "byYou", i.created_at as "createdAt", i.ends_at as "endsAt",
  i.accepted_at as "acceptedAt"
from stadtverbund.invitation i where ${THEIRS} order by i.created_at, i.id`;

/** With their links: what an accepted one has answered names the business. */
export const ERASE_INVITATIONS_SQL = `
with gone as (delete from stadtverbund.invitation i where ${THEIRS} returning i.id)
delete from stadtverbund.secret_link l using gone where l.purpose = 'invitation' and l.subject = gone.id::text`;

/** The same for businesses that are erased; :ids. */
export const FORGET_INVITATIONS_SQL = `
with gone as (delete from stadtverbund.invitation i where i.business = any(:ids) returning i.id)
delete from stadtverbund.secret_link l using gone where l.purpose = 'invitation' and l.subject = gone.id::text`;

export const FIND_MEMBERSHIPS_SQL = `
select m.business, m.role, m.since from memberships m join memberships_user_lnk l on l.membership_id = m.id
where l.user_id = :accountId order by m.id`;

export const FIND_UPLOADS_SQL = `
select f.name as picture, f.url, f.alternative_text as "alternativeText", f.caption, o.created_at as "uploadedAt"
from stadtverbund.upload_owner o join files f on f.id = o.file_id where o.account_id = :accountId order by f.id`;

/** Memberships of an account, and those whose account is gone: it was deleted before anything else. */
export const MEMBERSHIPS_SQL = `
select m.document_id as "documentId", m.business from memberships m
left join memberships_user_lnk l on l.membership_id = m.id
where l.user_id = :accountId or l.user_id is null and :andOrphans
order by m.business, m.id`;

export const FORGET_UPLOADS_SQL = `delete from stadtverbund.upload_owner where file_id = any(:ids)`;

/** What a listing still shows belongs to nobody from now on, and goes when nothing shows it any more. */
export const DISOWN_UPLOADS_SQL = `
update stadtverbund.upload_owner set account_id = 0 where account_id = :accountId`;
