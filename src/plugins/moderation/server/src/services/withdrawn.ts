import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../../publication';
import { readInboundLinks, restoreInboundLinks, type InboundLink } from './inbound-links';
import { readRevision, type Revision } from './revision';
import { insertFrom } from './revision-writer';

interface Withdrawn {
  readonly revision: Revision;
  readonly links: readonly InboundLink[];
}

/** A public revision that was taken away and can come back. */
export type Stored = Withdrawn & { readonly withdrawnAt: Date };

/** Keeps what the public sees of a document, before it is unpublished. */
export async function keepPublicRevision(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
): Promise<void> {
  const kept: Withdrawn = {
    revision: await readRevision(strapi, uid, documentId, 'published'),
    links: await readInboundLinks(strapi, trx, uid, documentId),
  };
  await trx.raw(
    `insert into stadtverbund.withdrawn_revision (content_type, document_id, content) values (?, ?, ?::jsonb)
     on conflict (content_type, document_id) do update
       set content = excluded.content, withdrawn_at = excluded.withdrawn_at`,
    [uid, documentId, JSON.stringify(kept)],
  );
}

/** The kept revision of a suspended or archived document. */
export async function readWithdrawn(
  trx: Transaction,
  uid: string,
  documentId: string,
): Promise<Stored | undefined> {
  const { rows } = await trx.raw<{ content: string; withdrawn_at: Date }>(
    `select content::text as content, withdrawn_at from stadtverbund.withdrawn_revision
     where content_type = ? and document_id = ?`,
    [uid, documentId],
  );
  const row = rows[0];
  return row && { ...(JSON.parse(row.content) as Withdrawn), withdrawnAt: row.withdrawn_at };
}

const forget = (trx: Transaction, uid: string, documentId: string) =>
  trx.raw(`delete from stadtverbund.withdrawn_revision where content_type = ? and document_id = ?`, [
    uid,
    documentId,
  ]);

/** Makes exactly the kept revision public again, whatever the draft says now. */
export async function bringBack(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
): Promise<void> {
  const stored = await readWithdrawn(trx, uid, documentId);
  if (!stored) throw new Error(`The public revision of ${uid} ${documentId} was not kept.`);
  for (const [locale, entry] of Object.entries(stored.revision))
    await insertFrom(strapi, { uid, documentId, locale, status: 'published' }, entry);
  await restoreInboundLinks(strapi, trx, { uid, documentId, ...stored });
  await forget(trx, uid, documentId);
}

/** Something newer was published in place of the kept revision: links come back, the revision does not. */
export async function replaceWithdrawn(
  strapi: Core.Strapi,
  trx: Transaction,
  uid: string,
  documentId: string,
): Promise<void> {
  const stored = await readWithdrawn(trx, uid, documentId);
  if (!stored) return;
  await restoreInboundLinks(strapi, trx, { uid, documentId, ...stored });
  await forget(trx, uid, documentId);
}
