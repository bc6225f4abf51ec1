import type { Core } from '@strapi/strapi';
import { inTransaction, type Sql } from '#src/publication/index';
import { reconnectPublished } from '#src/writing/steps/relations';
import { readRevision, type Revision } from './revision';
import { insertFrom } from './revision-writer';

/** Keeps what the public sees of a document, before it is unpublished. */
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

/** The kept revision of a suspended or archived document. */
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

/** The kept revision is public again, or something newer is in its place. */
export async function forgetWithdrawn(sql: Sql, uid: string, documentId: string): Promise<void> {
  await sql(`delete from stadtverbund.withdrawn_revision where content_type = ? and document_id = ?`, [
    uid,
    documentId,
  ]);
}

/** Makes exactly the kept revision public again, whatever the draft says now. */
export async function bringBack(strapi: Core.Strapi, uid: string, documentId: string): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const revision = await readWithdrawn(sql, uid, documentId);
    if (!revision) throw new Error(`The public revision of ${uid} ${documentId} was not kept.`);
    for (const [locale, entry] of Object.entries(revision))
      await insertFrom(strapi, { uid, documentId, locale, status: 'published' }, entry);
    // The rows are put back below the document service, so its middleware does not see them come.
    await reconnectPublished(strapi, uid, documentId);
    await forgetWithdrawn(sql, uid, documentId);
  });
}
