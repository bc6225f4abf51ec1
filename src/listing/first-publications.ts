import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';

const FIRST = `
  select document_id as "documentId", at from stadtverbund.first_publication
   where uid = :uid and document_id = any(:ids)`;

/** When documents were first public (recorded by `src/publication`); absent for those from before that was recorded. */
export async function firstPublications(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ documentId: string; at: Date }>(FIRST, { uid, ids: [...documentIds] }),
  );
  return new Map(rows.map(({ documentId, at }) => [documentId, new Date(at)]));
}
