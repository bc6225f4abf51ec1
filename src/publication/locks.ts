import type { Core } from '@strapi/strapi';
import { inTransaction } from '../sql/sql';
import type { DocumentName } from './domain/document-set';
import { isShown } from './dependents/shown-by';

// Any number that no other advisory lock of ours uses; boot 7003, import 7010, rebuild 7030.
const LOCK = 7020;

/**
 * Waits for whoever writes a document, or writes what refers to it, and keeps them waiting until the transaction ends:
 * what is read of it from now on stays so. Strapi reads a document's rows before it writes them; one who deletes while
 * another publishes would leave a published row without a draft, or announce nothing.
 */
export async function lockDocument(strapi: Core.Strapi, { type, documentId }: DocumentName): Promise<void> {
  const { tableName } = strapi.db.metadata.get(type);
  await inTransaction(strapi, (sql) =>
    sql(`select from "${tableName}" where document_id = ? order by id for update`, [documentId]),
  );
}

/**
 * Keeps two transactions from missing each other: one renames a category and looks for the businesses in it, the other
 * publishes a business in it and has read the old name. What others may show, and what the transaction did not write
 * itself (`alone`), is told alone, everything else side by side; held until the commit, so that whoever waits sees what
 * the other did.
 */
export async function lockPublication(
  strapi: Core.Strapi,
  documents: readonly DocumentName[],
  { alone }: { alone: boolean },
): Promise<void> {
  const exclusive = alone || documents.some(({ type }) => isShown(strapi, type));
  const lock = exclusive ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await inTransaction(strapi, (sql) => sql(`select ${lock}(?)`, [LOCK]));
}

/**
 * Waits for every publication that is being told, and keeps others from being told until the running transaction ends:
 * what is read now, and what listeners made of it, belong together.
 */
export async function holdPublications(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, (sql) => sql('select pg_advisory_xact_lock(?)', [LOCK]));
}
