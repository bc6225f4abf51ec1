/** Which businesses an account manages, and what belongs to them; :accountId. */
const THEIR_BUSINESSES = `
select m.business from memberships m join memberships_user_lnk l on l.membership_id = m.id where l.user_id = :accountId`;

/** What an account has done, and what its listings were told. */
export const FIND_LOG_SQL = `
select at, content_type as "contentType", document_id as "documentId", action, reason from stadtverbund.moderation_log
where actor_kind = 'contributor' and actor_id = :accountId
  or reason is not null and document_id in (${THEIR_BUSINESSES})
  or reason is not null and document_id in (
    select document_id from stadtverbund.submission where business_document_id in (${THEIR_BUSINESSES}))
order by id`;

/** Revisions of what belongs to an account's businesses. */
export const FIND_WITHDRAWN_SQL = `
select content_type as "contentType", document_id as "documentId", withdrawn_at as "withdrawnAt", content::text as content
from stadtverbund.withdrawn_revision
where document_id in (${THEIR_BUSINESSES}) or document_id in (
  select document_id from stadtverbund.submission where business_document_id in (${THEIR_BUSINESSES}))
order by document_id`;

export const ERASE_LOG_SQL = `select stadtverbund.erase_from_moderation_log(cast(:accountId as integer))`;

export const ERASE_SUBMITTER_SQL = `
update stadtverbund.submission set submitted_by = null where submitted_by = :accountId`;

/** :documents is [{ uid, documentId }] as JSON. */
const GIVEN = `
select uid, "documentId" as id from jsonb_to_recordset(cast(:documents as jsonb)) as d (uid text, "documentId" text)`;

export const FORGET_SUBMISSIONS_SQL = `
delete from stadtverbund.submission s using (${GIVEN}) d where s.content_type = d.uid and s.document_id = d.id`;

export const FORGET_WITHDRAWN_SQL = `
delete from stadtverbund.withdrawn_revision w using (${GIVEN}) d where w.content_type = d.uid and w.document_id = d.id`;

export const READ_WITHDRAWN_SQL = `
select w.content_type as uid, w.document_id as "documentId", w.content::text as content
from stadtverbund.withdrawn_revision w join (${GIVEN}) d on w.content_type = d.uid and w.document_id = d.id for update of w`;

export const WRITE_WITHDRAWN_SQL = `
update stadtverbund.withdrawn_revision set content = cast(:content as jsonb)
where content_type = :uid and document_id = :documentId`;

export const FORGET_REASONS_SQL = `select stadtverbund.forget_moderation_reasons(cast(:today as date)) as rows`;
