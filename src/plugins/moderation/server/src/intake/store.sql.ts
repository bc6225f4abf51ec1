const COLUMNS = `i.id, i.kind, i.year || '-' || i.number as number, i.content_type as "contentType",
  i.document_id as "documentId", i.title, i.url, i.person_id as "personId", i.account_id as "accountId", i.language,
  i.message, i.fields::text as fields, i.against, i.created_at as "createdAt", i.due_on::text as "dueOn", i.decision,
  i.decision_reason as "decisionReason", i.decided_at as "decidedAt", i.decided_by as "decidedBy",
  i.decided_by_name as "decidedByName"`;

export const OPEN_ABOUT_SQL = `
select count(*)::int as total from stadtverbund.intake
where kind = :kind and document_id is not distinct from :documentId and decision is null`;

/** The number comes last, since others wait for it until the transaction ends. */
export const TAKE_SQL = `
insert into stadtverbund.intake as i (kind, year, number, content_type, document_id, title, url, person_id, account_id,
  language, message, fields, against, due_on)
values (:kind, :year, stadtverbund.next_number('intake', :year), :contentType, :documentId, :title, :url,
  cast(:personId as uuid), :accountId, :language, :message, cast(:fields as jsonb), :against, cast(:dueOn as date))
returning ${COLUMNS}`;

export const ONE_SQL = `select ${COLUMNS} from stadtverbund.intake i where i.id::text = :id`;

/** With the row lock, two simultaneous decisions become one decision and one refusal. */
export const LOCK_SQL = `${ONE_SQL} for update`;

export const DECIDE_SQL = `
update stadtverbund.intake as i set decision = :decision, decision_reason = :reason, decided_at = :now,
  decided_by = :editorId, decided_by_name = :editorName
where i.id::text = :id and i.decision is null returning ${COLUMNS}`;

/** The decision that an objection is about. */
export const AGAINST_SQL = `select ${COLUMNS} from stadtverbund.intake i where i.against = :against`;

const FILTER = `where (i.decision is null) = (:state = 'open') and (:kind::text is null or i.kind = :kind)`;

/** What is open by its day, the urgent first; what is decided, the latest first. */
export const PAGE_SQL = `
select ${COLUMNS} from stadtverbund.intake i ${FILTER}
order by i.decided_at desc nulls last, (i.kind = any(:urgent)) desc, i.due_on, i.created_at, i.id
limit :limit offset :offset`;

export const COUNT_SQL = `select count(*)::int as total from stadtverbund.intake i ${FILTER}`;

/** Open ones by kind, and how many of them should have been decided. */
export const WAITING_SQL = `
select kind, count(*)::int as total, count(*) filter (where due_on < cast(:today as date))::int as late
from stadtverbund.intake where decision is null group by kind`;

/** Open ones that have waited for long and are to be decided soon; the first to be due first. */
export const LONG_OPEN_SQL = `
select i.year || '-' || i.number as number, i.due_on::text as "dueOn" from stadtverbund.intake i
where decision is null and kind = any(:kinds) and created_at <= :since order by i.due_on, i.created_at limit :limit`;

export const OTHERS_SQL = `
select count(*)::int as total from stadtverbund.intake
where document_id = :documentId and kind = :kind and decision is null and id::text <> :id`;

/** A person is kept until nobody can object any more. */
export const KEEP_PERSON_SQL = `
update stadtverbund.person set delete_after = cast(:until as date) where id = cast(:personId as uuid)`;
