import type { Core } from '@strapi/strapi';
import type { DirectoryType } from '#src/listing/domain/listing-type';
import type { Sql } from '#src/platform/sql/sql';
import { STORED_DOCUMENTS } from './write-rows.sql';
import { tableOf } from '#src/platform/strapi/tables';

/** Every document of a type that is published or in the read model, in a fixed order. */
export async function allDocuments(strapi: Core.Strapi, sql: Sql, { uid }: DirectoryType): Promise<string[]> {
  const { tableName } = tableOf(strapi, uid);
  const ids = await sql<{ document_id: string }>(
    // The name is Strapi's own, the value is bound.
    `select distinct document_id from "${tableName}" where published_at is not null union ${STORED_DOCUMENTS}`,
    { uid },
  );
  return ids.map(({ document_id }) => document_id).sort();
}
