import type { Core } from '@strapi/strapi';
import { listingTypes } from '#src/listing/listing-types';
import { inTransaction, onPublicChanges, type PublicChange } from '#src/publication/index';
import type { Sql } from '#src/platform/sql/sql';
import { renewHours } from './hours';
import { refresh } from './refresh';

const CITY_PROFILE = 'api::city-profile.city-profile';

/** The changed documents that the directory lists, by type. */
function listed(strapi: Core.Strapi, changes: readonly PublicChange[]): Map<string, string[]> {
  const types = listingTypes(strapi).directory;
  const documents = new Map<string, string[]>();
  for (const { type, documentId } of changes) {
    if (!types.has(type)) continue;
    documents.set(type, [...(documents.get(type) ?? []), documentId]);
  }
  return documents;
}

/** Another federal state has other holidays, so hours computed for the old place are computed again. */
async function followCity(strapi: Core.Strapi, sql: Sql, now: Date): Promise<void> {
  while ((await renewHours(strapi, sql, now)) > 0);
}

/** Updates the read model in the transaction of every publication. */
export function followChanges(strapi: Core.Strapi): () => void {
  return onPublicChanges(strapi, (changes) => {
    const documents = listed(strapi, changes);
    const ofCity = changes.some(({ type }) => type === CITY_PROFILE);
    if (documents.size === 0 && !ofCity) return Promise.resolve();
    return inTransaction(strapi, async (sql) => {
      const now = new Date();
      if (ofCity) await followCity(strapi, sql, now);
      await refresh(strapi, sql, documents, now);
    });
  });
}
