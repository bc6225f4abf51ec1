const COLUMNS = `id, purpose, subject, person_id as "personId", created_at as "createdAt", expires_at as "expiresAt",
  uses_left as "usesLeft", used_for as "usedFor", answer, sent_again_at as "sentAgainAt"`;

export const NEW_SQL = `
insert into stadtverbund.secret_link (token_hash, purpose, subject, person_id, expires_at, uses_left)
values (:tokenHash, :purpose, :subject, cast(:personId as uuid), :expiresAt, :uses)`;

/** Unused links about a subject; :purpose, :subject. */
export const END_SQL = `
delete from stadtverbund.secret_link where purpose = :purpose and subject = :subject and used_at is null`;

/** By :tokenHash. */
export const FIND_SQL = `select ${COLUMNS} from stadtverbund.secret_link where token_hash = :tokenHash`;

/** The second of two simultaneous requests waits here, and then sees what the first has done. */
export const LOCK_SQL = `${FIND_SQL} for update`;

export const USE_SQL = `
update stadtverbund.secret_link
set uses_left = uses_left - 1, used_at = now(), used_for = :usedFor, answer = :answer
where id = cast(:id as uuid)`;

export const SENT_AGAIN_SQL = `
update stadtverbund.secret_link set sent_again_at = now() where id = cast(:id as uuid)`;
