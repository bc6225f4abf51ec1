import type { Core } from '@strapi/strapi';
import { LOCKS } from '../platform/sql/advisory-locks';
import { inTransaction } from '../platform/sql/sql';
import type { DocumentName } from './domain/document-set';
import { modelOf } from '../platform/strapi/models';
import { FILE, hasDrafts } from '../platform/strapi/schema';
import { pathsFrom } from './dependents/paths';
import { isShown } from './dependents/shown-by';
import { tableOf } from '../platform/strapi/tables';

/**
 * Waits for other transactions that write a document, or publish what refers to it, and makes them wait until this one
 * ends, so that what is read from now on stays true. Strapi reads a document's rows before it writes them; a delete
 * during a publish would leave a published row without a draft, or announce nothing.
 *
 * What the document refers to is locked first, weakly: it may be written, but its rows stay. Replacing them takes the
 * same locks from there, so an offer and its business published at the same moment wait in one order.
 * @param mayRemove whether the document may be deleted, even if the rows of its type are otherwise never replaced
 */
export async function lockDocument(
  strapi: Core.Strapi,
  { type, documentId }: DocumentName,
  mayRemove: boolean,
): Promise<void> {
  const text = lockTextOf(strapi, type, replacesRows(strapi, type) || mayRemove);
  await inTransaction(strapi, (sql) => sql(text, { documentId }));
}

/** Whether publishing deletes the published rows of a document and inserts others. */
const replacesRows = (strapi: Core.Strapi, type: string): boolean => hasDrafts(modelOf(strapi, type));

// By strength and type. Schemas do not change while an instance runs.
const texts = new WeakMap<Core.Strapi, Map<string, string>>();

function lockTextOf(strapi: Core.Strapi, type: string, replaces: boolean): string {
  const known = texts.get(strapi) ?? new Map<string, string>();
  texts.set(strapi, known);
  const key = `${replaces} ${type}`;
  const text = known.get(key) ?? lockText(strapi, type, replaces);
  known.set(key, text);
  return text;
}

/** One statement: the rows referred to are locked in order to be counted, before the document's own are looked at. */
function lockText(strapi: Core.Strapi, type: string, replaces: boolean): string {
  const { tableName } = tableOf(strapi, type);
  const held = pathsFrom(strapi, type)
    .filter(({ target }) => target !== FILE)
    .map(({ sourceTable, joins, shown }, at) => ({
      name: `held${at}`,
      text: `select ${shown}.id from "${sourceTable}" s ${joins}
        where s.document_id = :documentId order by 1 for key share of ${shown}`,
    }));
  const first = held.map(({ name, text }) => `${name} as materialized (${text})`).join(', ');
  const counted = held.map(({ name }) => ` and (select count(*) from ${name}) >= 0`).join('');
  return `${first ? `with ${first}` : ''}
    select from "${tableName}" where document_id = :documentId${counted}
    order by id ${replaces ? 'for update' : 'for no key update'}`;
}

/**
 * Keeps two transactions from missing each other: one renames a category and looks for the businesses in it, while the
 * other publishes a business in it and has read the old name. Documents that others may show, and those the transaction
 * did not write itself (`alone`), are announced exclusively, everything else concurrently; held until the commit, so
 * that those waiting see the result.
 */
export async function lockPublication(
  strapi: Core.Strapi,
  documents: readonly DocumentName[],
  { alone }: { alone: boolean },
): Promise<void> {
  const exclusive = alone || documents.some(({ type }) => isShown(strapi, type));
  const lock = exclusive ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await inTransaction(strapi, (sql) => sql(`select ${lock}(?)`, [LOCKS.publication]));
}

/**
 * Waits for every publication being announced, and keeps others from being announced until the running transaction
 * ends, so that what is read now matches what listeners derived from it.
 */
export async function holdPublications(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, (sql) => sql('select pg_advisory_xact_lock(?)', [LOCKS.publication]));
}
