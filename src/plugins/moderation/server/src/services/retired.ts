import type { Core } from '@strapi/strapi';
import { sqlOf } from '#src/platform/sql/sql';

const RETIRED = `
  select exists (select from stadtverbund.submission
    where content_type = :uid and document_id = any(:documentIds)
      and publication = 'archived' and before_archive = 'public') as retired`;

/** Whether one of the documents was public until it was archived. One that was suspended before was not. */
export async function isRetired(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<boolean> {
  if (documentIds.length === 0) return false;
  const [row] = await sqlOf(strapi)<{ retired: boolean }>(RETIRED, { uid, documentIds: [...documentIds] });
  return row?.retired === true;
}
