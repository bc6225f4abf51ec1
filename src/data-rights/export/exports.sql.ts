const COLUMNS = `id, account_id as "accountId", language, asked_at as "askedAt", ready_at as "readyAt",
  bytes::float8 as bytes, ends_at as "endsAt"`;

/** Makes room for a further one: an hour after the last. :accountId */
export const REPLACE_SQL = `
delete from stadtverbund.data_export
where account_id = :accountId and asked_at <= now() - interval '1 hour'`;

/** No row if there is one of this hour; of many at once, one gets a row. :accountId, :language */
export const ASK_SQL = `
insert into stadtverbund.data_export (account_id, language, ends_at)
values (:accountId, :language, now() + interval '7 days')
on conflict (account_id) do nothing returning ${COLUMNS}`;

/** Seconds until the next may be asked for; :accountId */
export const WAIT_SQL = `
select ceil(extract(epoch from asked_at + interval '1 hour' - now()))::int as seconds
from stadtverbund.data_export where account_id = :accountId`;

/** That of an account, as long as it is kept; :accountId */
export const OF_ACCOUNT_SQL = `
select ${COLUMNS} from stadtverbund.data_export where account_id = :accountId and ends_at > now()`;

/** :id */
export const BY_ID_SQL = `
select ${COLUMNS} from stadtverbund.data_export where id = cast(:id as uuid) and ends_at > now()`;

/** What a run before has left; :id */
export const CLEAR_SQL = `delete from stadtverbund.data_export_part where export_id = cast(:id as uuid)`;

/** Nothing if the export is gone: erased, or replaced. :id, :number, :content */
export const ADD_PART_SQL = `
insert into stadtverbund.data_export_part (export_id, number, content)
select id, cast(:number as integer), cast(:content as bytea) from stadtverbund.data_export where id = cast(:id as uuid) for key share
returning 1`;

/** :id, :bytes */
export const READY_SQL = `
update stadtverbund.data_export set ready_at = now(), bytes = :bytes, ends_at = now() + interval '7 days'
where id = cast(:id as uuid) and ready_at is null returning 1`;

/** :id, :number */
export const PART_SQL = `
select content from stadtverbund.data_export_part where export_id = cast(:id as uuid) and number = :number`;

/** :accountId */
export const ERASE_SQL = `delete from stadtverbund.data_export where account_id = :accountId`;

export const RETENTION_SQL = `delete from stadtverbund.data_export where ends_at <= now() returning 1`;
