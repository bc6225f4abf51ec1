const COLUMNS = `c.id, c.business, c.reason, c.state, c.created_at as "createdAt", c.decided_at as "decidedAt",
  c.decision_reason as "decisionReason"`;

export const OPEN_OF_SQL = `
select from stadtverbund.claim where business = :business and account_id = :accountId and state = 'open'`;

export const OPEN_SQL = `
insert into stadtverbund.claim as c (business, account_id, reason) values (:business, :accountId, :reason)
on conflict (business, account_id) where state = 'open' do nothing returning ${COLUMNS}`;

export const MINE_SQL = `
select ${COLUMNS} from stadtverbund.claim c where c.account_id = :accountId order by c.created_at desc, c.id limit 100`;

/** Claims for editors: with the claimant, and whether others claim the same business. */
export const QUEUE_SQL = `
select ${COLUMNS}, u.id as "accountId", u.username, u.email,
  (select count(*)::int from stadtverbund.claim o where o.business = c.business and o.state = 'open' and o.id <> c.id) as rivals
from stadtverbund.claim c left join up_users u on u.id = c.account_id
where c.state = :state order by c.created_at, c.id limit :limit offset :offset`;

export const COUNT_SQL = `select count(*)::int as total from stadtverbund.claim where state = :state`;

/** With the row lock, two simultaneous decisions become one decision and one refusal. */
export const LOCK_SQL = `
select ${COLUMNS}, c.account_id as "accountId" from stadtverbund.claim c where c.id::text = :id for update`;

export const DECIDE_SQL = `
update stadtverbund.claim as c set state = :state, decided_at = now(), decided_by = :editorId, decision_reason = :reason
where c.id::text = :id and c.state = 'open' returning ${COLUMNS}`;
