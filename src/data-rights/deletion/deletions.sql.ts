const COLUMNS = `id, account_id as "accountId", listings, asked_at as "askedAt", due_at as "dueAt"`;

/** :accountId */
export const OF_ACCOUNT_SQL = `select ${COLUMNS} from stadtverbund.account_deletion where account_id = :accountId`;

/** :id */
export const BY_ID_SQL = `select ${COLUMNS} from stadtverbund.account_deletion where id = cast(:id as uuid)`;

/**
 * Asked again, the day stays; what becomes of the listings may change. No row if nothing is new, so that of many at once
 * one mails. :accountId, :listings
 */
export const ASK_SQL = `
insert into stadtverbund.account_deletion as d (account_id, listings, due_at)
values (:accountId, :listings, now() + interval '7 days')
on conflict (account_id) do update set listings = excluded.listings where d.listings <> excluded.listings
returning ${COLUMNS}`;

/** :accountId */
export const REMOVE_SQL = `
delete from stadtverbund.account_deletion where account_id = :accountId returning ${COLUMNS}`;

/** The accounts whose week is over. */
export const DUE_SQL = `
select account_id as "accountId" from stadtverbund.account_deletion where due_at <= now() order by due_at, account_id`;

/** The same of one, which nobody takes back from then on. :accountId */
export const STILL_DUE_SQL = `
select ${COLUMNS} from stadtverbund.account_deletion where account_id = :accountId and due_at <= now() for update`;
