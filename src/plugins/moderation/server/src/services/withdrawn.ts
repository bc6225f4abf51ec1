import type { Core } from '@strapi/strapi';
import { inTransaction, type Sql } from '#src/publication/index';
import { reconnectPublished } from '#src/writing/steps/relations';
import { readRevision, type Revision } from './revision';
import { insertFrom } from './revision-writer';

/** Stores what the public sees of a document, before it is unpublished. */
export async function keepPublicRevision(
  strapi: Core.Strapi,
  sql: Sql,
  uid: string,
  documentId: string,
): Promise<void> {
  const revision = await readRevision(strapi, uid, documentId, 'published');
  await sql(
    `insert into stadtverbund.withdrawn_revision (content_type, document_id, content) values (?, ?, ?::jsonb)
     on conflict (content_type, document_id) do update
       set content = excluded.content, withdrawn_at = excluded.withdrawn_at`,
    [uid, documentId, JSON.stringify(revision)],
  );
}

/** The stored revision of a suspended or archived document. */
export async function readWithdrawn(
  sql: Sql,
  uid: string,
  documentId: string,
): Promise<Revision | undefined> {
  const rows = await sql<{ content: string }>(
    `select content::text as content from stadtverbund.withdrawn_revision
     where content_type = ? and document_id = ?`,
    [uid, documentId],
  );
  return rows[0] && (JSON.parse(rows[0].content) as Revision);
}

/** Deletes the stored revision once it is public again or replaced by something newer. */
export async function forgetWithdrawn(sql: Sql, uid: string, documentId: string): Promise<void> {
  await sql(`delete from stadtverbund.withdrawn_revision where content_type = ? and document_id = ?`, [
    uid,
    documentId,
  ]);
}

/** Publishes exactly the stored revision again, whatever the draft contains. */
export async function bringBack(strapi: Core.Strapi, uid: string, documentId: string): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const revision = await readWithdrawn(sql, uid, documentId);
    if (!revision) throw new Error(`The public revision of ${uid} ${documentId} was not kept.`);
    for (const [locale, entry] of Object.entries(revision))
      await insertFrom(strapi, { uid, documentId, locale, status: 'published' }, entry);
    // The rows are restored below the document service, so its middleware does not see them.
    await reconnectPublished(strapi, uid, documentId);
    await forgetWithdrawn(sql, uid, documentId);
  });
}
