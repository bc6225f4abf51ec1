import type { Core } from '@strapi/strapi';
import type { Sql } from '../sql/sql';
import type { PersonalDocument } from './contract';
import { personalDataOf } from './registry';

/** Removes what remains of documents that were deleted with their person, wherever it is. */
export async function forgetDocuments(
  strapi: Core.Strapi,
  sql: Sql,
  documents: readonly PersonalDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  for (const data of personalDataOf(strapi)) await data.forget?.(sql, documents);
}

/** Takes out of documents that remain what only their person could say, wherever it is. */
export async function releaseDocuments(
  strapi: Core.Strapi,
  sql: Sql,
  documents: readonly PersonalDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  for (const data of personalDataOf(strapi)) await data.release?.(sql, documents);
}
