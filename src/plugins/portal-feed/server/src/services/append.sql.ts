/**
 * Locks the heads of these documents until the transaction ends and returns them; :documents is [{ document_id, uid }]
 * as JSON. Always in the same order, so that two transactions touching the same documents cannot deadlock. An upsert,
 * because compaction may be deleting a head right now.
 */
export const LOCK_HEADS_SQL = `
insert into stadtverbund.feed_head as head (document_id, uid)
select document_id, uid from jsonb_to_recordset(cast(:documents as jsonb)) as d (document_id text, uid text)
order by document_id
on conflict (document_id) do update set uid = excluded.uid
returning document_id, is_published, digest, facts::text as facts, prior::text as prior`;

/**
 * Appends events and moves the heads, in one statement; :events is [{ document_id, uid, type, data, facts, prior,
 * digest }] as JSON, :ids their document ids. A second change in one transaction replaces the event of the first.
 */
export const APPEND_SQL = `
with given as (
  select * from jsonb_to_recordset(cast(:events as jsonb)) as g
    (document_id text, uid text, type text, data jsonb, facts jsonb, prior jsonb, digest text)
), appended as (
  insert into stadtverbund.feed_event as e (uid, document_id, type, data, facts, prior)
  select uid, document_id, type, data, facts, prior from given order by document_id
  on conflict (xid, document_id) where seq is null do update set
    type = excluded.type, data = excluded.data, facts = excluded.facts, prior = excluded.prior,
    created_at = excluded.created_at
  returning id, document_id, data, facts, prior
)
update stadtverbund.feed_head as head set
  event_id = appended.id, is_published = appended.data is not null, digest = given.digest,
  facts = appended.facts, prior = appended.prior
from given join appended using (document_id)
-- The ids once more: of the JSON PostgreSQL expects a hundred rows and would read all heads.
where head.document_id = given.document_id and head.document_id = any(cast(:ids as text[]))`;

/**
 * Gives the last events of documents the facts that a new filter looks at, and nothing else (feed_guard sees to it);
 * :documents is [{ document_id, facts, digest }] as JSON, :ids their document ids.
 */
export const ADD_FACTS_SQL = `
with given as (
  select * from jsonb_to_recordset(cast(:documents as jsonb)) as g (document_id text, facts jsonb, digest text)
), heads as (
  update stadtverbund.feed_head head set facts = given.facts || coalesce(head.facts, '{}'), digest = given.digest
  from given where head.document_id = given.document_id and head.document_id = any(cast(:ids as text[]))
  returning head.event_id, head.facts
)
update stadtverbund.feed_event e set facts = heads.facts from heads where e.id = heads.event_id`;

/** What portals ask for, while no portal is changed: who asks for a new fact from now on finds it in the log. */
export const ASKED_SQL = `select filter::text as filter from public.portal_feed_portals`;
export const LOCK_PORTALS_SQL = `lock table public.portal_feed_portals in share mode`;
