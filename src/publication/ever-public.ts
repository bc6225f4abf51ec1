import type { Core } from '@strapi/strapi';
import { dayIn } from '../domain/period';
import type { PublicRule } from '../domain/public-rule';
import { publicRule } from '../listing/listing-types';
import { cityTimeZone } from '../city/known-city';
import { inTransaction } from '../platform/sql/sql';
import { columnOf, tableOf } from '../platform/strapi/tables';

/** SQL for the rows of a type that are or were public and still exist; for a type without drafts, all rows. */
function standing(strapi: Core.Strapi, uid: string, { drafts, from }: PublicRule): string {
  const table = tableOf(strapi, uid);
  const column = from && columnOf(table, from.attribute);
  const conditions = [
    'document_id = any(:ids)',
    ...(drafts ? ['published_at is not null'] : []),
    // One that waits for its day has not been seen yet.
    ...(column ? [`(${column} is null or ${column} <= ${from?.kind === 'day' ? ':today' : ':now'})`] : []),
  ];
  return `select document_id from "${table.tableName}" where ${conditions.join(' and ')}`;
}

/**
 * Which documents the public has ever seen, as far as the database knows: by their recorded first publication, by the
 * log of moderation, or because they are public now.
 */
export async function everPublic(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rule = publicRule(strapi, uid);
  if (documentIds.length === 0 || !rule) return new Set();
  const now = new Date();
  const today = dayIn(await cityTimeZone(strapi), now);
  const rows = await inTransaction(strapi, (sql) =>
    sql<{ document_id: string }>(
      `select document_id from stadtverbund.first_publication where uid = :uid and document_id = any(:ids)
       union
       select document_id from stadtverbund.moderation_log
        where content_type = :uid and document_id = any(:ids) and 'public' in (publication_from, publication_to)
       union ${standing(strapi, uid, rule)}`,
      { uid, ids: [...documentIds], today, now },
    ),
  );
  return new Set(rows.map(({ document_id }) => document_id));
}
