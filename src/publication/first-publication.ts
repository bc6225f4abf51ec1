import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import { idsByType, type DocumentName } from './domain/document-set';

const KEEP = `
  insert into stadtverbund.first_publication (uid, document_id)
  select :type, id from unnest(:ids::text[]) as id on conflict do nothing`;

/** Records when documents were first public, since Strapi replaces published rows and their times. */
export async function keepFirstPublication(
  strapi: Core.Strapi,
  appeared: readonly DocumentName[],
): Promise<void> {
  for (const [type, ids] of idsByType(appeared))
    await inTransaction(strapi, (sql) => sql(KEEP, { type, ids: [...ids] }));
}
