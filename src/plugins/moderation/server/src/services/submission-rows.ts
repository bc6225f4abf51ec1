import type { Core } from '@strapi/strapi';
import { inPublicationBatch, type Sql } from '#src/publication/index';
import type { ModerationState, PublicationState, SubmissionState } from '../domain/moderation-state';

/** A row of stadtverbund.submission. */
export interface SubmissionRecord {
  id: number;
  content_type: string;
  document_id: string;
  state: SubmissionState;
  version: number;
  publication: PublicationState;
  before_archive: PublicationState;
  title: string | null;
  business_document_id: string | null;
  submitted_at: Date | null;
  submitted_by: number | null;
  /** JSON of a `ContentVersion`; null while nothing is submitted, and for submissions from before this was recorded. */
  submitted_version: string | null;
  message: string | null;
  message_at: Date | null;
  /** The names of the fields that the message is about. */
  message_about: string[];
  updated_at: Date;
}

/** A document that moderation has not seen yet. */
export const NEW = { state: 'none', publication: 'none', before_archive: 'none' } as SubmissionRecord;

export const factsOf = (row: SubmissionRecord): ModerationState => ({
  submission: row.state,
  publication: row.publication,
});

const LOCK = `select * from stadtverbund.submission where content_type = ? and document_id = ? for update`;
const INSERT = `insert into stadtverbund.submission (content_type, document_id, publication)
  values (?, ?, ?) on conflict (content_type, document_id) do nothing`;

/**
 * Locks a document and its row until the transaction ends, creating the row if there is none: of two concurrent
 * transitions the second waits here and then sees what the first did. The document is locked first, as in every write
 * of it.
 * @returns `undefined` if the document does not exist
 */
export async function lockRow(
  strapi: Core.Strapi,
  sql: Sql,
  uid: string,
  documentId: string,
): Promise<SubmissionRecord | undefined> {
  await inPublicationBatch(strapi, (batch) => batch.watch({ type: uid, documentId }));
  const [locked] = await sql<SubmissionRecord>(LOCK, [uid, documentId]);
  const entries = strapi.db.query(uid);
  if ((await entries.count({ where: { documentId } })) === 0) return undefined;
  if (locked) return locked;
  const published = await entries.count({ where: { documentId, publishedAt: { $notNull: true } } });
  await sql(INSERT, [uid, documentId, published > 0 ? 'public' : 'none']);
  return (await sql<SubmissionRecord>(LOCK, [uid, documentId]))[0];
}

/** Inserts the row of a new document, which nobody else can know yet. */
export async function insertRow(sql: Sql, uid: string, documentId: string): Promise<SubmissionRecord> {
  await sql(INSERT, [uid, documentId, 'none']);
  const rows = await sql<SubmissionRecord>(LOCK, [uid, documentId]);
  if (!rows[0]) throw new Error(`The submission row of ${uid} ${documentId} is missing after its insert.`);
  return rows[0];
}

const SAVE = `update stadtverbund.submission set
  state = :state, version = :version, publication = :publication, before_archive = :before_archive,
  title = :title, business_document_id = :business_document_id, submitted_at = :submitted_at,
  submitted_by = :submitted_by, submitted_version = :submitted_version, message = :message, message_at = :message_at,
  message_about = cast(:message_about as text[]), updated_at = now()
  where id = :id returning *`;

/** Writes a locked row back. */
export async function saveRow(sql: Sql, row: SubmissionRecord): Promise<SubmissionRecord> {
  const rows = await sql<SubmissionRecord>(SAVE, { ...row });
  if (!rows[0]) throw new Error(`The submission row ${row.id} is gone.`);
  return rows[0];
}

/** Deletes the row of a document that is gone for good; its log stays. */
export async function forgetRow(sql: Sql, row: SubmissionRecord): Promise<void> {
  await sql(`delete from stadtverbund.submission where id = ?`, [row.id]);
  await sql(`delete from stadtverbund.withdrawn_revision where content_type = ? and document_id = ?`, [
    row.content_type,
    row.document_id,
  ]);
}
