import type { Core } from '@strapi/strapi';
import { inTransaction } from '../sql/sql';
import type { DocumentName } from './domain/document-set';
import { isShown } from './dependents/shown-by';

// Any number that no other advisory lock of ours uses; boot 7003, import 7010, rebuild 7030.
const LOCK = 7020;

/**
 * Keeps two transactions from missing each other: one renames a category and looks for the businesses in it, the other
 * publishes a business in it and has read the old name. What others may show is told alone, everything else side by
 * side; held until the commit, so that whoever waits sees what the other did.
 */
export async function lockPublication(
  strapi: Core.Strapi,
  documents: readonly DocumentName[],
): Promise<void> {
  const alone = documents.some(({ type }) => isShown(strapi, type));
  const lock = alone ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await inTransaction(strapi, (sql) => sql(`select ${lock}(?)`, [LOCK]));
}

/**
 * Waits for every publication that is being told, and keeps others from being told until the running transaction ends:
 * what is read now, and what listeners made of it, belong together.
 */
export async function holdPublications(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, (sql) => sql('select pg_advisory_xact_lock(?)', [LOCK]));
}
