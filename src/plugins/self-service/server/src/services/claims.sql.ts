/** A claim as the claimant sees it, of a row `c` of `stadtverbund.intake`. */
const COLUMNS = `c.id, c.document_id as business, c.message as reason,
  case c.decision when 'accepted' then 'accepted' when 'declined' then 'refused' else 'open' end as state,
  c.created_at as "createdAt", c.decided_at as "decidedAt", c.decision_reason as "decisionReason"`;

const OPEN = `from stadtverbund.intake where kind = 'claim' and decision is null and account_id = :accountId`;

export const OPEN_OF_SQL = `select ${OPEN} and document_id = :business`;

export const COUNT_OPEN_SQL = `select count(*)::int as total ${OPEN}`;

export const MINE_SQL = `
select ${COLUMNS} from stadtverbund.intake c
where c.kind = 'claim' and c.account_id = :accountId order by c.created_at desc, c.id limit 100`;

/** Decided claims of an account on other businesses. */
export const EARLIER_SQL = `
select c.document_id as business, c.decision from stadtverbund.intake c
where c.kind = 'claim' and c.account_id = :accountId and c.decision is not null and c.id::text <> :id
order by c.decided_at desc limit 20`;

/** Open claims of others on the same business: a dispute. */
export const RIVALS_SQL = `
select u.username from stadtverbund.intake c left join up_users u on u.id = c.account_id
where c.kind = 'claim' and c.decision is null and c.document_id = :business and c.id::text <> :id
order by c.created_at, c.id`;
